export { compileFilter } from './compile-filter';
export { compileOrder, type CompiledOrder, type Keyset, type Order } from './compile-order';
export { customSource, ofCustomType } from './custom-resources';
export { type GroupExpressions, groupSource } from './groups';
export { userLookupColumns, type UserLookupColumns } from './lookup-columns';
export { compileMemberFilter } from './memberships';
export type { ResourceSource } from './resource-source';
export type { SourceScope } from './scope';
export {
  join,
  param,
  parameterAt,
  type ParameterType,
  type ParameterValue,
  Sql,
  sql,
  type Statement,
  toStatement,
} from './sql';
export { uniqueKeys, type UniqueKey } from './unique-keys';
export { userSource } from './users';
