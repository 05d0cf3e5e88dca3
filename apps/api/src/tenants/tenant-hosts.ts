import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HostsConfig } from '../config/hosts.config';
import { ConsoleDatabase } from '../database/console-database';
import { ScimAddresses, type HostOwner, type TenantFacts } from './scim-addresses';

const REFRESH_EVERY_MS = 5_000;
const REFRESH_AFTER_UNKNOWN_MS = 500;

/**
 * Which organisation a host names, known without asking the database at each request. Another process's new organisation is seen within
 * seconds; one that this process makes at once (`refresh`).
 */
@Injectable()
export class TenantHosts implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('tenants');
  private known: readonly TenantFacts[] = [];
  private addresses: ScimAddresses;
  private timer: NodeJS.Timeout | undefined;
  private refreshedAt = 0;

  constructor(
    private readonly config: HostsConfig,
    private readonly database: ConsoleDatabase,
  ) {
    this.addresses = this.addressesOf([]);
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refreshQuietly(), REFRESH_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  tenantOfHost(hostHeader: string): HostOwner {
    const owner = this.addresses.ownerOf(hostHeader);
    if (owner.kind === 'unknown' && Date.now() - this.refreshedAt > REFRESH_AFTER_UNKNOWN_MS)
      void this.refreshQuietly();
    return owner;
  }

  /** Every SCIM API URL of the organisation, the one to show first. */
  scimUrls(tenantId: string): readonly string[] {
    return this.addresses.urlsOf(tenantId);
  }

  scimUrl(tenantId: string): string {
    return this.scimUrls(tenantId)[0] ?? '';
  }

  scimUrlFor(tenantId: string, hostHeader: string): string {
    return this.addresses.urlFor(tenantId, hostHeader);
  }

  /** All organisations, the oldest first. */
  tenants(): readonly TenantFacts[] {
    return this.known;
  }

  async refresh(): Promise<void> {
    this.refreshedAt = Date.now();
    this.known = await this.database.query<TenantFacts>(
      `select tenant_id as "tenantId", slug, name, hosts from tenants()`,
    );
    this.addresses = this.addressesOf(this.known);
  }

  private addressesOf(tenants: readonly TenantFacts[]): ScimAddresses {
    return new ScimAddresses({ url: this.config.publicUrl, domains: this.config.domains }, tenants);
  }

  private async refreshQuietly(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.logger.warn({ event: 'tenants.notRefreshed', error: String(error) });
    }
  }
}
