import { DatabaseConfig } from './database.config';
import { Environment } from './environment';
import { HostsConfig } from './hosts.config';
import { MailConfig } from './mail.config';
import { ObservabilityConfig } from './observability.config';
import { RequestsConfig } from './requests.config';
import { SchemasConfig } from './schemas.config';
import { SecretsConfig } from './secrets.config';
import { ServerConfig } from './server.config';
import { SetupConfig } from './setup.config';
import { StartupFault } from './startup-fault';

/** Every variable that Rollcall reads; docs/operate.md lists the same ones. */
export const VARIABLES: readonly string[] = [
  ...ServerConfig.variables,
  ...HostsConfig.variables,
  ...DatabaseConfig.variables,
  ...SecretsConfig.variables,
  ...SetupConfig.variables,
  ...SchemasConfig.variables,
  ...RequestsConfig.variables,
  ...MailConfig.variables,
  ...ObservabilityConfig.variables,
];

/** The whole configuration, read once and checked. */
export interface AppConfig {
  readonly server: ServerConfig;
  readonly hosts: HostsConfig;
  readonly database: DatabaseConfig;
  readonly secrets: SecretsConfig;
  readonly setup: SetupConfig;
  readonly schemas: SchemasConfig;
  readonly requests: RequestsConfig;
  readonly mail: MailConfig;
  readonly observability: ObservabilityConfig;
}

/** @throws StartupFault that lists everything that is wrong, one line each */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): AppConfig {
  const environment = new Environment(variables);
  const server = new ServerConfig(environment);
  const hosts = new HostsConfig(environment, server.port);
  const database = new DatabaseConfig(environment);
  const setup = new SetupConfig(environment);
  const schemas = new SchemasConfig(environment);
  const requests = new RequestsConfig(environment);
  const mail = new MailConfig(environment);
  const observability = new ObservabilityConfig(environment);
  const secrets = new SecretsConfig(environment, database.dataFolder);
  if (environment.faults.length > 0) throw new StartupFault(environment.faults.join('\n'));
  return { server, hosts, database, secrets, setup, schemas, requests, mail, observability };
}
