import type { ResourceSource, SourceScope } from '@rollcall/scim-sql';

const ADDRESSES_KEPT_MAX = 1_000;

/**
 * Builds where a type's attributes are found once for each address under which the server is reached, as nothing else differs from list to
 * list: the organisation and the integration are $1 and $2 of every statement.
 */
export function oncePerAddress(build: (scope: SourceScope) => ResourceSource): (scope: SourceScope) => ResourceSource {
  const known = new Map<string, ResourceSource>();
  return (scope) => {
    const source = known.get(scope.baseUrl) ?? build(scope);
    if (known.size < ADDRESSES_KEPT_MAX) known.set(scope.baseUrl, source);
    return source;
  };
}
