import { Module, type DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { EventsModule } from '../events/events.module';
import { RequestLogModule } from '../requests/request-log.module';
import { TenantsModule } from '../tenants/tenants.module';
import { TokensModule } from '../tokens/tokens.module';
import type { SchemasConfig } from '../config/schemas.config';
import { SecretsConfig } from '../config/secrets.config';
import { BulkController } from './bulk/bulk.controller';
import { BulkExecution } from './bulk/bulk-execution';
import { BulkService } from './bulk/bulk.service';
import { customResourcesController } from './custom/custom-resources.controller';
import { CustomResourcesRepository } from './custom/custom-resources.repository';
import { CustomTypes } from './custom/custom-types';
import {
  ResourceTypesController,
  SchemasController,
  ServiceProviderConfigController,
} from './discovery/discovery.controller';
import { GroupListing } from './groups/group-listing';
import { GroupMembersRepository } from './groups/group-members.repository';
import { GroupMembersService } from './groups/group-members.service';
import { GroupsController } from './groups/groups.controller';
import { GroupsRepository } from './groups/groups.repository';
import { GroupsService } from './groups/groups.service';
import { CursorSeal } from './listing/cursor-seal';
import { ListReader } from './listing/list-reader';
import { ListingService } from './listing/listing.service';
import { RootListingService } from './listing/root-listing.service';
import { SearchController } from './listing/search.controller';
import { UserListing } from './users/user-listing';
import { UsersController } from './users/users.controller';
import { UsersRepository } from './users/users.repository';
import { UsersService } from './users/users.service';
import { ScimTypes } from './registry';
import { FallbackController } from './wire/fallback.controller';
import { RefusedTokens } from './wire/refused-tokens';
import { ScimBearerStrategy } from './wire/scim-bearer.strategy';

/** What an identity provider may call, under /api/v1/scim. */
@Module({
  imports: [PassportModule, TokensModule, TenantsModule, EventsModule, RequestLogModule],
  controllers: [
    UsersController,
    GroupsController,
    SearchController,
    BulkController,
    ServiceProviderConfigController,
    SchemasController,
    ResourceTypesController,
  ],
  providers: [
    ScimTypes,
    ScimBearerStrategy,
    RefusedTokens,
    UsersService,
    UsersRepository,
    UserListing,
    GroupsService,
    GroupsRepository,
    GroupListing,
    GroupMembersService,
    GroupMembersRepository,
    CustomTypes,
    CustomResourcesRepository,
    ListingService,
    ListReader,
    RootListingService,
    BulkService,
    BulkExecution,
    {
      provide: CursorSeal,
      inject: [SecretsConfig],
      useFactory: (secrets: SecretsConfig) => new CursorSeal(secrets.key('list cursor')),
    },
  ],
})
export class ScimModule {
  /** With a controller for each type that the operator registered. The fallback comes last: it takes what nobody else does. */
  static of({ custom }: SchemasConfig): DynamicModule {
    const registered = custom.map(({ endpoint }) => customResourcesController(endpoint));
    return { module: ScimModule, controllers: [...registered, FallbackController] };
  }
}
