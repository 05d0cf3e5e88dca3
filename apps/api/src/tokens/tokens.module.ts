import { Module } from '@nestjs/common';
import { OpenWrites } from './open-writes';
import { RevocationBrake } from './revocation-brake';
import { TokenUseRecorder } from './token-use-recorder';
import { TokenVerifier } from './token-verifier';
import { TokensController } from './tokens.controller';
import { TokensRepository } from './tokens.repository';
import { TokensService } from './tokens.service';

/** An integration's bearer tokens: generate, rotate, revoke, verify. */
@Module({
  controllers: [TokensController],
  providers: [TokensService, TokensRepository, TokenVerifier, TokenUseRecorder, RevocationBrake, OpenWrites],
  exports: [TokensService, TokenVerifier, TokenUseRecorder, OpenWrites],
})
export class TokensModule {}
