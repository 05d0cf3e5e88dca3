import {
  BULK_OPERATIONS_MAX,
  BULK_PAYLOAD_BYTES_MAX,
  CURSOR_TIMEOUT_SECONDS,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
} from '../messages/limits';
import type { JsonObject } from '../messages/json';
import type { Attribute, ResourceType, Schema } from './definitions';
import { RESOURCE_TYPE_URN, SCHEMA_URN, SERVICE_PROVIDER_CONFIG_URN } from './urns';

/** What the service really does; each has the value that Rollcall's own server has. */
export interface ServiceFeatures {
  readonly documentationUri?: string;
  readonly patch?: boolean;
  readonly bulk?: { readonly supported: boolean; readonly maxOperations: number; readonly maxPayloadSize: number };
  readonly filter?: { readonly supported: boolean; readonly maxResults: number };
  readonly changePassword?: boolean;
  readonly sort?: boolean;
  readonly etag?: boolean;
  readonly pagination?: {
    readonly cursor: boolean;
    readonly index: boolean;
    readonly defaultPaginationMethod?: 'cursor' | 'index';
    readonly defaultPageSize?: number;
    readonly maxPageSize?: number;
    /** Seconds. */
    readonly cursorTimeout?: number;
  };
  readonly authenticationSchemes?: readonly AuthenticationScheme[];
}

export interface AuthenticationScheme {
  readonly type: 'oauth' | 'oauth2' | 'oauthbearertoken' | 'httpbasic' | 'httpdigest';
  readonly name: string;
  readonly description: string;
  readonly specUri?: string;
  readonly documentationUri?: string;
  readonly primary?: boolean;
}

const BEARER: AuthenticationScheme = {
  type: 'oauthbearertoken',
  name: 'OAuth Bearer Token',
  description: 'A token of the integration, sent in the Authorization header.',
  specUri: 'https://www.rfc-editor.org/info/rfc6750',
  primary: true,
};

const FEATURES = {
  patch: true,
  bulk: { supported: true, maxOperations: BULK_OPERATIONS_MAX, maxPayloadSize: BULK_PAYLOAD_BYTES_MAX },
  filter: { supported: true, maxResults: PAGE_SIZE_MAX },
  changePassword: false,
  sort: true,
  etag: true,
  pagination: {
    cursor: true,
    index: true,
    defaultPaginationMethod: 'index',
    defaultPageSize: PAGE_SIZE_DEFAULT,
    maxPageSize: PAGE_SIZE_MAX,
    cursorTimeout: CURSOR_TIMEOUT_SECONDS,
  },
  authenticationSchemes: [BEARER],
} as const satisfies ServiceFeatures;

/**
 * The answer to GET /ServiceProviderConfig (RFC 7643 §5, RFC 9865 §4). `baseUrl` is the service's root without a slash at its end.
 */
export function serviceProviderConfig(baseUrl: string, features: ServiceFeatures = {}): JsonObject {
  const { documentationUri, ...told } = features;
  const { patch, changePassword, sort, etag, bulk, filter, pagination, authenticationSchemes } = {
    ...FEATURES,
    ...told,
  };
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_URN],
    ...(documentationUri === undefined ? {} : { documentationUri }),
    patch: { supported: patch },
    bulk: { ...bulk },
    filter: { ...filter },
    changePassword: { supported: changePassword },
    sort: { supported: sort },
    etag: { supported: etag },
    pagination: { ...pagination },
    authenticationSchemes: authenticationSchemes.map((scheme) => ({ ...scheme })),
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  };
}

/** A schema as GET /Schemas shows it (RFC 7643 §7): no nulls, and nothing that is accepted without being advertised. */
export function schemaResource(schema: Schema, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA_URN],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: published(schema.attributes),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

function published(attributes: readonly Attribute[]): readonly JsonObject[] {
  return attributes.filter((attribute) => !attribute.unadvertised).map(attributeJson);
}

/** Uniqueness is no characteristic of a complex attribute (erratum 6004). */
function attributeJson(attribute: Attribute): JsonObject {
  const { name, type, multiValued, description, required, canonicalValues, referenceTypes, subAttributes } = attribute;
  return {
    name,
    type,
    multiValued,
    description,
    required,
    ...(canonicalValues ? { canonicalValues } : {}),
    caseExact: attribute.caseExact,
    mutability: attribute.mutability,
    returned: attribute.returned,
    ...(type === 'complex' ? {} : { uniqueness: attribute.uniqueness }),
    ...(referenceTypes ? { referenceTypes } : {}),
    ...(subAttributes ? { subAttributes: published(subAttributes) } : {}),
  };
}

/** A resource type as GET /ResourceTypes shows it (RFC 7643 §6). */
export function resourceTypeResource(type: ResourceType, baseUrl: string): JsonObject {
  const schemaExtensions = type.extensions.map(({ schema, required }) => ({ schema: schema.id, required }));
  return {
    schemas: [RESOURCE_TYPE_URN],
    id: type.name,
    name: type.name,
    endpoint: type.endpoint,
    description: type.description,
    schema: type.schema.id,
    ...(schemaExtensions.length > 0 ? { schemaExtensions } : {}),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
  };
}
