import { RULES, type Rule } from '../report/rules';
import { jsonInBrief, isJsonArray, isJsonObject, objectsIn, type Json, type JsonObject } from '../wire/json';
import { ENTERPRISE_URN } from '../wire/urns';

export interface ShapeFault {
  readonly rule: Rule;
  readonly expected: string;
  readonly got: string;
}

const TYPED_LISTS = ['emails', 'phoneNumbers', 'addresses'] as const;

/** What Entra could not read in a User or Group, however right its values are (entra 6.4, 20.3). */
export function faultsOfResource(resource: JsonObject): readonly ShapeFault[] {
  return [
    ...faultsOfFrame(resource),
    ...faultsOfManager(resource),
    ...TYPED_LISTS.flatMap((list) => faultsOfList(resource, list)),
  ];
}

function faultsOfFrame(resource: JsonObject): readonly ShapeFault[] {
  const faults: ShapeFault[] = [];
  const { schemas, active } = resource;
  if (!isJsonArray(schemas) || schemas.length === 0) {
    faults.push({ rule: RULES.shape, expected: 'schemas', got: jsonInBrief(schemas) });
  }
  if (active !== undefined && typeof active !== 'boolean') {
    faults.push({
      rule: RULES.booleans,
      expected: 'active as true or false',
      got: `active ${jsonInBrief(active)}`,
    });
  }
  const path = pathOfNull(resource, '');
  if (path !== undefined) faults.push({ rule: RULES.shape, expected: 'no null values', got: `${path} is null` });
  return faults;
}

function faultsOfManager(resource: JsonObject): readonly ShapeFault[] {
  const extension = resource[ENTERPRISE_URN];
  const manager = isJsonObject(extension) ? extension['manager'] : undefined;
  if (manager === undefined) return [];
  if (isJsonObject(manager) && typeof manager['value'] === 'string') return [];
  return [
    {
      rule: RULES.managerObject,
      expected: 'manager {"value": "<id>"}',
      got: `manager ${jsonInBrief(manager)}`,
    },
  ];
}

function faultsOfList(resource: JsonObject, list: (typeof TYPED_LISTS)[number]): readonly ShapeFault[] {
  const types = objectsIn(resource[list]).map((element) => element['type']);
  if (types.some((type) => typeof type !== 'string')) {
    return [{ rule: RULES.elementType, expected: `type in each element of ${list}`, got: jsonInBrief(resource[list]) }];
  }
  if (new Set(types).size === types.length) return [];
  return [{ rule: RULES.elementType, expected: `one element of ${list} a type`, got: jsonInBrief(resource[list]) }];
}

function pathOfNull(value: Json | undefined, path: string): string | undefined {
  if (value === null) return path;
  if (!isJsonArray(value) && !isJsonObject(value)) return undefined;
  for (const [key, child] of Object.entries(value as Readonly<Record<string, Json | undefined>>)) {
    const found = pathOfNull(child, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
