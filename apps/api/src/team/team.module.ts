import { Global, Module } from '@nestjs/common';
import { MembersRepository } from './members.repository';
import { PasswordHasher } from './password-hasher';
import { SessionController } from './session.controller';
import { Sessions } from './sessions.service';
import { SessionViews } from './session-views';
import { SetupController } from './setup.controller';
import { SetupService } from './setup.service';
import { SignInService } from './sign-in.service';

/** Console people: set-up, sign-in, sessions, roles. Global, because every feature's controllers ask for the session. */
@Global()
@Module({
  controllers: [SessionController, SetupController],
  providers: [Sessions, SessionViews, SignInService, SetupService, MembersRepository, PasswordHasher],
  exports: [Sessions, SetupService],
})
export class TeamModule {}
