import fc from 'fast-check';
import type { Model, ModelAttribute, ModelLiteral, ModelOperator } from './filter-model';
import { wholesOf } from './model-attributes';
import { fraction, GROUP_COUNT, groupId, instantMs, number, USER_COUNT, userId, word } from './random-directory';
import { BASE_URL } from './test-directory';

const EQUALITY: readonly ModelOperator[] = ['eq', 'ne'];
const ORDER: readonly ModelOperator[] = ['gt', 'ge', 'lt', 'le'];
const PARTS: readonly ModelOperator[] = ['co', 'sw', 'ew'];

const anId = fc.oneof(
  fc.nat(USER_COUNT).map(userId),
  fc.nat(GROUP_COUNT).map(groupId),
  fc.nat(USER_COUNT).map((at) => userId(at).toUpperCase()),
  fc.nat(GROUP_COUNT).map((at) => groupId(at).slice(-3)),
);

/** The names of users and groups end in their number. */
const aName = fc.tuple(word, fc.nat(USER_COUNT)).map(([name, at]) => `${name}${at}`);

const DEFINITE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  id: anId,
  'manager.value': anId,
  'groups.value': anId,
  'members.value': anId,
  'groups.$ref': anId.map((id) => `${BASE_URL}/Groups/${id}`),
  'members.$ref': anId.map((id) => `${BASE_URL}/Users/${id}`),
  'meta.location': fc.oneof(
    anId,
    anId.map((id) => `${BASE_URL}/Users/${id}`),
  ),
  'meta.version': fc.nat(12).map((version) => `W/"${version}"`),
  'meta.resourceType': fc.constantFrom('User', 'Group', 'user'),
  userName: aName,
  displayName: aName,
  'groups.type': fc.constantFrom('direct', 'INDIRECT', 'in'),
  'members.type': fc.constantFrom('User', 'GROUP', 'r'),
  schemas: fc.constantFrom('urn:ietf:params:scim:schemas:core:2.0:User', 'URN:ietf', 'urn', ':Group'),
};

function literalFor(attribute: ModelAttribute): fc.Arbitrary<ModelLiteral> {
  switch (attribute.type) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return attribute.name === 'fraction' ? fraction : number;
    case 'dateTime':
      return instantMs.map((ms) => ({ instantMs: ms }));
    case 'string': {
      const path = attribute.sub === undefined ? attribute.name : `${attribute.name}.${attribute.sub}`;
      const definite = DEFINITE[path];
      return definite
        ? fc.oneof({ weight: 3, arbitrary: definite }, word)
        : fc.oneof({ weight: 9, arbitrary: word }, fc.constant(''));
    }
  }
}

function operatorsFor({ type, unordered }: ModelAttribute): readonly ModelOperator[] {
  if (type === 'boolean') return EQUALITY;
  if (type !== 'string') return [...EQUALITY, ...ORDER];
  return unordered === true ? [...EQUALITY, ...PARTS] : [...EQUALITY, ...EQUALITY, ...PARTS, ...ORDER];
}

function comparison(attribute: ModelAttribute): fc.Arbitrary<Model> {
  return fc
    .tuple(fc.constantFrom(...operatorsFor(attribute)), literalFor(attribute))
    .map(([operator, literal]): Model => ({ kind: 'compare', attribute, operator, literal }));
}

function conditionOn(attributes: readonly ModelAttribute[]): fc.Arbitrary<Model> {
  const attribute = fc.constantFrom(...attributes);
  return fc.oneof(
    { weight: 8, arbitrary: attribute.chain(comparison) },
    { weight: 2, arbitrary: attribute.map((each): Model => ({ kind: 'present', attribute: each })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(attribute, fc.boolean())
        .map(([each, negated]): Model => ({ kind: 'isNull', attribute: each, negated })),
    },
  );
}

function combined(condition: fc.Arbitrary<Model>, maxDepth: number): fc.Arbitrary<Model> {
  const { model } = fc.letrec<{ model: Model }>((tie) => ({
    model: fc.oneof(
      { maxDepth, withCrossShrink: true },
      { weight: 3, arbitrary: condition },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('and' as const, 'or' as const),
          left: tie('model'),
          right: tie('model'),
        }),
      },
      { weight: 1, arbitrary: tie('model').map((operand): Model => ({ kind: 'not', operand })) },
    ),
  }));
  return model;
}

/** A list or a complex attribute with a filter in brackets behind it. */
export function randomValuePath(attributes: readonly ModelAttribute[]): fc.Arbitrary<Model> {
  const bracketed = wholesOf(attributes).filter((whole) => whole.list || whole.name !== 'id');
  return fc.constantFrom(...bracketed).chain((attribute) => {
    const inner = attributes.filter((each) => each.urn === attribute.urn && each.name === attribute.name);
    const condition = conditionOn(inner);
    return fc
      .record({ kind: fc.constant('path' as const), attribute: fc.constant(attribute), inner: combined(condition, 2) })
      .chain((path) =>
        fc
          .option(inner[0]?.sub === undefined ? fc.constant(undefined) : condition, { nil: undefined })
          .map((tail): Model => (tail === undefined || tail.kind === 'isNull' ? path : { ...path, tail })),
      );
  });
}

/** Filters on these attributes, most with a few conditions, some with value paths. */
export function randomFilter(attributes: readonly ModelAttribute[]): fc.Arbitrary<Model> {
  const wholes = wholesOf(attributes).map((attribute): Model => ({ kind: 'present', attribute }));
  return combined(
    fc.oneof(
      { weight: 6, arbitrary: conditionOn(attributes) },
      { weight: 3, arbitrary: randomValuePath(attributes) },
      { weight: 1, arbitrary: fc.constantFrom(...wholes) },
    ),
    3,
  );
}
