export { isJsonObject, type Json, type JsonArray, type JsonObject } from './messages/json';
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
export { GROUP, GROUP_SCHEMA } from './schema/group';
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
export { parseFilter } from './filter/parse-filter';
export { readSortAttribute } from './filter/sort-attribute';
