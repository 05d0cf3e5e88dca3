import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module';
import { IntegrationsController } from './integrations.controller';
import { IntegrationsRepository } from './integrations.repository';
import { IntegrationsService } from './integrations.service';
import { TrafficRepository } from './traffic.repository';

/** Connections between an organisation and its identity providers. */
@Module({
  imports: [TokensModule],
  controllers: [IntegrationsController],
  providers: [IntegrationsService, IntegrationsRepository, TrafficRepository],
  exports: [IntegrationsService],
})
export class IntegrationsModule {}
