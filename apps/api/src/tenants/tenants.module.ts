import { Global, Module } from '@nestjs/common';
import { TenantHosts } from './tenant-hosts';

/** Organisations and the hosts that name them. */
@Global()
@Module({ providers: [TenantHosts], exports: [TenantHosts] })
export class TenantsModule {}
