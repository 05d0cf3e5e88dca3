export { isJsonObject, type Json, type JsonArray, type JsonObject } from './messages/json';
export {
  ATTRIBUTE_LIST_MAX,
  BULK_OPERATIONS_MAX,
  BULK_PAYLOAD_BYTES_MAX,
  CURSOR_TIMEOUT_SECONDS,
  JSON_DEPTH_MAX,
  JSON_KEYS_MAX,
  MEMBERS_MAX,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  PATCH_OPERATIONS_MAX,
  TEXT_LENGTH_MAX,
} from './messages/limits';
export { Trail, type Note } from './messages/note';
export {
  ERROR_URN,
  invalidFilter,
  invalidPath,
  invalidSyntax,
  invalidValue,
  mutability,
  notFound,
  noTarget,
  payloadTooLarge,
  preconditionFailed,
  quoted,
  ScimError,
  tooMany,
  uniqueness,
  type ScimErrorBody,
  type ScimType,
} from './messages/scim-error';

export {
  readBulkRequest,
  type BulkMethod,
  type BulkOperation,
  type BulkRequest,
  type RefusedBulkOperation,
} from './messages/bulk-request';
export { bulkIdOf, bulkIdsIn, resolveBulkIds } from './messages/bulk-references';
export { listResponse, type ListPosition } from './messages/list-response';
export { readPatchRequest, type PatchOperation, type PatchVerb } from './messages/patch-request';
export { BULK_REQUEST_URN, BULK_RESPONSE_URN, LIST_URN, PATCH_URN, SEARCH_URN } from './messages/urns';
export { assertNever } from './messages/assert-never';
export { readJson, requireObject } from './messages/read-json';
export { COMMON_ATTRIBUTES } from './schema/common-attributes';
export type {
  Attribute,
  AttributePath,
  AttributeType,
  Mutability,
  ResourceType,
  Returned,
  Schema,
  SchemaExtension,
  Uniqueness,
} from './schema/definitions';
export { ENTERPRISE_USER_SCHEMA } from './schema/enterprise-user';
export { acceptSpelling, type AcceptedSpelling } from './schema/accepted-spellings';
export { GROUP, GROUP_SCHEMA, MEMBERS } from './schema/group';
export {
  resourceTypeResource,
  schemaResource,
  serviceProviderConfig,
  type AuthenticationScheme,
  type ServiceFeatures,
} from './schema/discovery';
export { DISCOVERY_SCHEMAS } from './schema/discovery-schemas';
export { readListQuery, readSearchRequest, type ListQuery, type PageSizes } from './schema/list-query';
export { project } from './schema/project';
export {
  projectionExcludes,
  projectionIsWhole,
  readProjection,
  type AttributeList,
  type Projection,
} from './schema/projection';
export { SchemaRegistry } from './schema/schema-registry';
export { keepImmutable } from './schema/immutable-attributes';
export { parseResourceType, parseSchema } from './schema/parse-schema';
export { instantOf } from './schema/instant';
export { readMembers } from './schema/members';
export { readResource, type ReadResource } from './schema/read-resource';
export { isTaken, readAttributeElement, readAttributeValue, type ReadOptions } from './schema/value-reader';
export type { MemberReference, ScimResource } from './schema/resource';
export { findSubAttribute, matchSchemaUrn, resolveAttribute, type QualifiedName } from './schema/resolve-attribute';
export {
  ENTERPRISE_USER_URN,
  GROUP_URN,
  RESOURCE_TYPE_URN,
  SCHEMA_URN,
  SERVICE_PROVIDER_CONFIG_URN,
  USER_URN,
} from './schema/urns';
export { USER, USER_SCHEMA } from './schema/user';

export { foldCase, userNameKey } from './schema/fold-case';

export { parseValuePathFilter } from './filter/check-element-filter';
export type {
  And,
  Compare,
  CompareOperator,
  ElementFilter,
  ElementTarget,
  Filter,
  Literal,
  Not,
  Or,
  Present,
  ValuePath,
} from './filter/filter';
export { FILTER_BYTES_MAX, FILTER_COMPARISONS_MAX, FILTER_DEPTH_MAX } from './filter/limits';
export { eqTerms, isImpliedFalse, matchesElement } from './filter/match-element';
export { type FilterOptions, parseFilter } from './filter/parse-filter';
export { findSortAttribute, readSortAttribute } from './filter/sort-attribute';

export { LIST_VISITS_MAX } from './patch/list-work';
export type { MemberChange } from './patch/member-changes';
export { PATH_LENGTH_MAX } from './patch/path';
export { planGroupPatch, type GroupPlan } from './patch/plan-group-patch';
export { planUserPatch, type ResourcePlan } from './patch/plan-user-patch';
export { sameJson } from './patch/same-json';

export { acceptDialects, REWRITES } from './dialects/accept-dialects';
export { recogniseClient, type ClientTraces, type ScimClient } from './dialects/recognise-client';
export type { Habit, HabitExample, OperationExample, Rewrite } from './dialects/rewrite';
export { VALUE_HABITS } from './dialects/value-habits';
