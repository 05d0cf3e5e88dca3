import { matchesElement, parseValuePathFilter, resolveAttribute, type Json } from '@rollcall/scim-protocol';
import fc from 'fast-check';
import { type Model, type ModelAttribute, modelMatches } from './testing/filter-model';
import { choicesOf, writeInside } from './testing/filter-text';
import { TYPED_USER, USER_ATTRIBUTES } from './testing/model-attributes';
import { type RandomDirectory, randomDirectory, shownUsers } from './testing/random-directory';
import { randomValuePath } from './testing/random-filter';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);

type Shown = Readonly<Record<string, unknown>>;

function elementsOf({ urn, name }: ModelAttribute, resource: Shown): Json[] {
  const container = (urn === '' ? resource : (resource[urn] ?? {})) as Record<string, Json | undefined>;
  const value = container[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as Json[]) : [value];
}

/** Only what stands in the brackets. */
function withoutTail(model: Model): Extract<Model, { kind: 'path' }> {
  if (model.kind !== 'path') throw new Error('no value path');
  return { kind: 'path', attribute: model.attribute, inner: model.inner };
}

function attributeOf({ urn, name }: ModelAttribute) {
  const path = resolveAttribute(TYPED_USER, urn === '' ? name : `${urn}:${name}`);
  if (!path) throw new Error(name);
  return path.attribute;
}

it('R-51 P-55: the brackets of a PATCH path choose the elements that an evaluator written from the RFC alone chooses', () => {
  const path = randomValuePath(USER_ATTRIBUTES).map(withoutTail);
  const numbers = fc.noShrink(fc.array(fc.nat(999), { minLength: 40 }));
  const users = randomDirectory.map((random: RandomDirectory) => shownUsers(random));
  fc.assert(
    fc.property(users, fc.array(fc.tuple(path, numbers), { minLength: 20, maxLength: 20 }), (resources, paths) => {
      for (const [model, choices] of paths) {
        const text = writeInside(model.inner, choicesOf(choices));
        const filter = parseValuePathFilter(text, attributeOf(model.attribute));
        const expected = resources.map((resource) => modelMatches(model, resource));
        const found = resources.map((resource) =>
          elementsOf(model.attribute, resource).some((element) => matchesElement(filter, element)),
        );
        expect({ text, found }).toEqual({ text, found: expected });
      }
    }),
    { numRuns: Math.ceil(RUNS / 20) },
  );
});
