import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from './app.config';
import { DatabaseConfig } from './database.config';
import { HostsConfig } from './hosts.config';
import { MailConfig } from './mail.config';
import { ObservabilityConfig } from './observability.config';
import { RequestsConfig } from './requests.config';
import { SchemasConfig } from './schemas.config';
import { SecretsConfig } from './secrets.config';
import { ServerConfig } from './server.config';
import { SetupConfig } from './setup.config';

/** The configuration's parts, each to be asked for by its class. */
@Global()
@Module({})
export class ConfigModule {
  static of(config: AppConfig): DynamicModule {
    const providers = [
      { provide: ServerConfig, useValue: config.server },
      { provide: HostsConfig, useValue: config.hosts },
      { provide: DatabaseConfig, useValue: config.database },
      { provide: SecretsConfig, useValue: config.secrets },
      { provide: SetupConfig, useValue: config.setup },
      { provide: SchemasConfig, useValue: config.schemas },
      { provide: RequestsConfig, useValue: config.requests },
      { provide: MailConfig, useValue: config.mail },
      { provide: ObservabilityConfig, useValue: config.observability },
    ];
    return { module: ConfigModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
