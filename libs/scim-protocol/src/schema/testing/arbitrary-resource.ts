import fc from 'fast-check';
import type { Json, JsonObject } from '../../messages/json';
import type { ResourceType } from '../definitions';
import { resourceTypeResource, schemaResource } from '../discovery';

/** Runs of a property test; a seed that failed is printed by fast-check and replayed by its `seed` option. */
export const PROPERTY_RUNS = Number(process.env.PROPERTY_RUNS ?? 200);

/** An attribute as the published schema tells it: nothing else is known here of what the reader does. */
interface PublishedAttribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly mutability: string;
  readonly returned: string;
  readonly canonicalValues?: readonly string[];
  readonly subAttributes?: readonly PublishedAttribute[];
}

/** `/ResourceTypes` and `/Schemas`, as far as bodies are made from them. */
export interface PublishedType {
  readonly schema: string;
  readonly schemaExtensions?: readonly { readonly schema: string }[];
}
export interface PublishedSchema {
  readonly id: string;
  readonly attributes: readonly PublishedAttribute[];
}

/** Bodies of a POST of a type of ours, made from what is published of it. */
export function arbitraryResource(type: ResourceType): fc.Arbitrary<JsonObject> {
  const schemas = [type.schema, ...type.extensions.map((extension) => extension.schema)];
  return arbitraryPublished(
    resourceTypeResource(type, '') as unknown as PublishedType,
    schemas.map((schema) => schemaResource(schema, '') as unknown as PublishedSchema),
  );
}

/** Bodies of a POST that a client may make up from `/ResourceTypes` and `/Schemas` alone, in the form in which they come back. */
export function arbitraryPublished(
  { schema: coreUrn, schemaExtensions = [] }: PublishedType,
  schemas: readonly PublishedSchema[],
): fc.Arbitrary<JsonObject> {
  const core = fc.record({
    externalId: fc.option(text(), { nil: undefined }),
    ...recordOf(attributesOf(schemas, coreUrn)),
  });
  const extensions = fc.record(
    Object.fromEntries(
      schemaExtensions.map(({ schema }) => [
        schema,
        fc.option(arbitraryObject(attributesOf(schemas, schema)), { nil: undefined }),
      ]),
    ),
  );
  return fc.tuple(core, extensions).map(([attributes, data]) => {
    const given = assigned({ ...attributes, ...data });
    const urns = schemaExtensions.map(({ schema }) => schema).filter((urn) => Object.hasOwn(given, urn));
    return { schemas: [coreUrn, ...urns], ...given };
  });
}

function attributesOf(schemas: readonly PublishedSchema[], urn: string): readonly PublishedAttribute[] {
  const schema = schemas.find((each) => each.id === urn);
  if (!schema) throw new Error(`${urn} is not published`);
  return schema.attributes.filter(isKept);
}

/** What a client writes and is shown again. */
function isKept({ mutability, returned }: PublishedAttribute): boolean {
  return mutability !== 'readOnly' && mutability !== 'writeOnly' && returned !== 'never';
}

type Maybe<Value> = Value | undefined;

function recordOf(attributes: readonly PublishedAttribute[]): Record<string, fc.Arbitrary<Maybe<Json>>> {
  return Object.fromEntries(
    attributes.map((attribute) => [
      attribute.name,
      attribute.required ? arbitraryValue(attribute) : fc.option(arbitraryValue(attribute), { nil: undefined }),
    ]),
  );
}

/** At least one attribute, because an object without any is no value. */
function arbitraryObject(attributes: readonly PublishedAttribute[]): fc.Arbitrary<JsonObject> {
  const writable = attributes.filter(isKept);
  return fc
    .record(recordOf(writable))
    .map(assigned)
    .filter((object) => Object.keys(object).length > 0);
}

function assigned(object: Readonly<Record<string, Maybe<Json>>>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function arbitraryValue(attribute: PublishedAttribute): fc.Arbitrary<Json> {
  if (!attribute.multiValued) return arbitrarySingle(attribute);
  const key = (element: Json) => JSON.stringify(sortedWithoutPrimary(element));
  return fc.uniqueArray(arbitrarySingle(attribute), { minLength: 1, maxLength: 4, selector: key }).map(onePrimary);
}

function arbitrarySingle(attribute: PublishedAttribute): fc.Arbitrary<Json> {
  switch (attribute.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.maxSafeInteger();
    case 'decimal':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0));
    case 'dateTime':
      return fc
        .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString());
    case 'binary':
      return fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    case 'complex':
      return arbitraryObject(attribute.subAttributes ?? []);
    default:
      return attribute.canonicalValues ? fc.oneof(fc.constantFrom(...attribute.canonicalValues), text()) : text();
  }
}

/** Anything that a text may hold, but not nothing; no role that looks like JSON, which is read as such. */
function text(): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((value) => value.trim() !== '' && !value.includes('\0') && !value.startsWith('{'));
}

function sortedWithoutPrimary(element: Json): Json {
  if (typeof element !== 'object' || element === null) return element;
  return Object.entries(element)
    .filter(([name]) => name !== 'primary')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Only the first of several primary elements stays so. */
function onePrimary(elements: readonly Json[]): Json {
  let isTaken = false;
  return elements.map((element) => {
    if (typeof element !== 'object' || element === null || (element as JsonObject).primary !== true) return element;
    const kept = isTaken ? { ...(element as JsonObject), primary: false } : element;
    isTaken = true;
    return kept;
  });
}
