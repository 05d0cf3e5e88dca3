const SCIM_PATH = '/api/v1/scim';

/** What is known about an organisation before anybody is signed in. */
export interface TenantFacts {
  readonly tenantId: string;
  readonly slug: string;
  readonly name: string;
  /** Hosts beyond <slug>.api.<domain>. */
  readonly hosts: readonly string[];
}

export interface AddressSettings {
  /** Where people and, on the plain host, providers reach Rollcall. */
  readonly url: string;
  /** Domains below which each organisation has its host, the current brand's first. */
  readonly domains: readonly string[];
}

/** Whose SCIM API a host name is: an organisation's, the installation's own (the token decides alone), or nobody's. */
export type HostOwner =
  { readonly kind: 'tenant'; readonly tenantId: string } | { readonly kind: 'plain' } | { readonly kind: 'unknown' };

/** Host names and SCIM API URLs of all organisations at one moment (A08, A09). */
export class ScimAddresses {
  private readonly owners = new Map<string, string>();
  private readonly urls = new Map<string, readonly string[]>();
  private readonly plainUrl: string;
  private readonly plainHost: string;

  constructor(
    private readonly settings: AddressSettings,
    tenants: readonly TenantFacts[],
  ) {
    this.plainUrl = new URL(SCIM_PATH, settings.url).href;
    this.plainHost = hostName(new URL(settings.url).host);
    for (const tenant of tenants) this.add(tenant);
  }

  ownerOf(hostHeader: string): HostOwner {
    const host = hostName(hostHeader);
    const tenantId = this.owners.get(host);
    if (tenantId !== undefined) return { kind: 'tenant', tenantId };
    return host === this.plainHost || isLoopback(host) ? { kind: 'plain' } : { kind: 'unknown' };
  }

  /** The address to show first, then the same API under the other hosts. */
  urlsOf(tenantId: string): readonly string[] {
    const own = this.urls.get(tenantId) ?? [];
    return own.length > 0 ? own : [this.plainUrl];
  }

  /** Where a client that called `hostHeader` finds the API again: a configured name, never the header itself (SEC-20). */
  urlFor(tenantId: string, hostHeader: string): string {
    const host = hostName(hostHeader);
    if (this.owners.get(host) !== tenantId) return this.plainUrl;
    return this.urlsOf(tenantId).find((url) => hostName(new URL(url).host) === host) ?? this.plainUrl;
  }

  private add(tenant: TenantFacts): void {
    const hosts = [...this.settings.domains.map((domain) => `${tenant.slug}.api.${domain}`), ...tenant.hosts];
    for (const host of hosts) this.owners.set(hostName(host), tenant.tenantId);
    this.urls.set(
      tenant.tenantId,
      hosts.map((host) => `${this.originOf(host)}${SCIM_PATH}`),
    );
  }

  /** Names below "localhost" never leave the machine and have no certificate: they share scheme and port with the installation. */
  private originOf(host: string): string {
    const own = new URL(this.settings.url);
    return host.endsWith('.localhost') ? `${own.protocol}//${host}${own.port && `:${own.port}`}` : `https://${host}`;
  }
}

/** Lower case, without port and without the root's dot. */
export function hostName(hostHeader: string): string {
  const host = hostHeader.trim().toLowerCase();
  const withoutPort = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : (host.split(':')[0] ?? '');
  return withoutPort.endsWith('.') ? withoutPort.slice(0, -1) : withoutPort;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
