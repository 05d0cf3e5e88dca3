import { Module, type DynamicModule } from '@nestjs/common';
import { ActivityModule } from './activity/activity.module';
import { AccessModule } from './access/access.module';
import { BrakeModule } from './brake/brake.module';
import type { AppConfig } from './config/app.config';
import { ConfigModule } from './config/config.module';
import { ConsoleModule } from './console/console.module';
import { DatabaseModule } from './database/database.module';
import type { Databases } from './database/databases';
import { DirectoryModule } from './directory/directory.module';
import { IntegrationsModule } from './integrations/integrations.module';
import { NotificationsModule } from './notifications/notifications.module';
import { ObservabilityModule } from './observability/observability.module';
import { RestorationModule } from './restoration/restoration.module';
import { RequestLogModule } from './requests/request-log.module';
import { RequestsModule } from './requests/requests.module';
import { ScimModule } from './scim/scim.module';
import { SearchModule } from './search/search.module';
import { TeamModule } from './team/team.module';
import { TenantsModule } from './tenants/tenants.module';
import { TokensModule } from './tokens/tokens.module';

/** Table of contents of the server. */
@Module({})
export class AppModule {
  static of(config: AppConfig, databases: Databases): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.of(databases),
        AccessModule,
        ConsoleModule,
        ObservabilityModule,
        RequestLogModule,
        TenantsModule,
        TeamModule,
        TokensModule,
        IntegrationsModule,
        DirectoryModule,
        SearchModule,
        RequestsModule,
        RestorationModule,
        BrakeModule,
        NotificationsModule,
        ActivityModule,
        ScimModule.of(config.schemas),
      ],
    };
  }
}
