import { Injectable } from '@nestjs/common';
import { SchemaRegistry, type ResourceType } from '@rollcall/scim-protocol';
import { SchemasConfig } from '../config/schemas.config';

/** The resource types that this server offers, with the extensions and types that its operator registered. */
@Injectable()
export class ScimTypes {
  readonly user: ResourceType;
  readonly group: ResourceType;
  /** Those that the operator registered. */
  readonly custom: readonly ResourceType[];
  /** "/Users", "/Groups" and those of registered types. */
  readonly endpoints: ReadonlySet<string>;
  /** What discovery reads. */
  readonly registry: SchemaRegistry;

  constructor({ user, group, custom }: SchemasConfig) {
    this.user = user;
    this.group = group;
    this.custom = custom;
    this.registry = new SchemaRegistry([user, group, ...custom]);
    this.endpoints = new Set(this.registry.resourceTypes.map(({ endpoint }) => endpoint));
  }
}
