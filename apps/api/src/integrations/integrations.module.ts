import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module';
import { DeletedIntegrations } from './deleted-integrations.service';
import { DiagnosticsController } from './diagnostics/diagnostics.controller';
import { DiagnosticsService } from './diagnostics/diagnostics.service';
import { MappingHealthController } from './health/mapping-health.controller';
import { MappingHealthLook } from './health/mapping-health-look';
import { MappingHealthService } from './health/mapping-health.service';
import { IntegrationPauses } from './integration-pauses.service';
import { IntegrationPurge } from './integration-purge';
import { IntegrationViews } from './integration-views';
import { IntegrationsController } from './integrations.controller';
import { IntegrationsRepository } from './integrations.repository';
import { IntegrationsService } from './integrations.service';
import { TrafficRepository } from './traffic.repository';

/** Connections between an organisation and its identity providers. */
@Module({
  imports: [TokensModule],
  controllers: [IntegrationsController, MappingHealthController, DiagnosticsController],
  providers: [
    IntegrationsService,
    IntegrationPauses,
    DeletedIntegrations,
    IntegrationPurge,
    DiagnosticsService,
    MappingHealthService,
    MappingHealthLook,
    IntegrationViews,
    IntegrationsRepository,
    TrafficRepository,
  ],
  exports: [IntegrationsService],
})
export class IntegrationsModule {}
