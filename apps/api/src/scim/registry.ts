import { GROUP, SchemaRegistry, USER } from '@rollcall/scim-protocol';

/** The resource types that this server offers; discovery, routing and bulk read them here. */
export const REGISTRY = new SchemaRegistry([USER, GROUP]);
