import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import type { AppConfig } from './config/app.config';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import type { Databases } from './database/databases';
import { ObservabilityModule } from './observability/observability.module';

/** Table of contents of the server. */
@Module({})
export class AppModule {
  static of(config: AppConfig, databases: Databases): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.of(config), DatabaseModule.of(databases), AccessModule, ObservabilityModule],
    };
  }
}
