import { Injectable } from '@nestjs/common';
import { SchemaRegistry, type ResourceType } from '@rollcall/scim-protocol';
import { SchemasConfig } from '../config/schemas.config';

/** The resource types that this server offers, with the extensions that its operator registered. */
@Injectable()
export class ScimTypes {
  readonly user: ResourceType;
  readonly group: ResourceType;
  /** What discovery reads. */
  readonly registry: SchemaRegistry;

  constructor({ user, group }: SchemasConfig) {
    this.user = user;
    this.group = group;
    this.registry = new SchemaRegistry([user, group]);
  }
}
