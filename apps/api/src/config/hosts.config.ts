import type { Environment } from './environment';

const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** The names under which the outside reaches us. Links are made from these, never from a request's Host (SEC-20). */
export class HostsConfig {
  static readonly variables = ['ROLLCALL_URL', 'ROLLCALL_DOMAINS'] as const;

  /** Origin of the console, and of the SCIM API on the plain host; without a slash at its end. */
  readonly publicUrl: string;
  /** Domains under which organisations have hosts `<slug>.api.<domain>`; the first is the current one, the others stay valid. */
  readonly domains: readonly string[];

  constructor(environment: Environment, port: number) {
    this.publicUrl = readOrigin(environment) ?? `http://localhost:${port}`;
    this.domains = environment.list('ROLLCALL_DOMAINS').map((domain) => domain.toLowerCase());
    for (const domain of this.domains) {
      environment.require(
        DOMAIN.test(domain),
        `ROLLCALL_DOMAINS lists "${domain}", which is no domain name such as example.com.`,
      );
    }
  }
}

function readOrigin(environment: Environment): string | undefined {
  const text = environment.text('ROLLCALL_URL');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search + url.hash + url.username === '';
  environment.require(
    isOrigin,
    `ROLLCALL_URL must be the console's address without a path, such as https://rollcall.example.com, but is "${text}".`,
  );
  return isOrigin ? url.origin : undefined;
}
