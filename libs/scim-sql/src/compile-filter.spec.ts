import { parseFilter, USER_SCHEMA } from '@rollcall/scim-protocol';
import fc from 'fast-check';
import { compileFilter } from './compile-filter';
import { parameterAt, toStatement } from './sql';
import type { Model } from './testing/filter-model';
import { choicesOf, writeFilter } from './testing/filter-text';
import { TYPED_USER, USER_ATTRIBUTES } from './testing/model-attributes';
import { randomFilter } from './testing/random-filter';
import { userSource } from './users';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);
const MARK = 'zq9\'"$1;--';

const source = userSource({ tenantId: parameterAt(1), integrationId: parameterAt(2), baseUrl: 'https://zq9.example' });

/** The same filter with hostile texts in the place of its own. */
function marked(model: Model): Model {
  switch (model.kind) {
    case 'and':
    case 'or':
      return { ...model, left: marked(model.left), right: marked(model.right) };
    case 'not':
      return { ...model, operand: marked(model.operand) };
    case 'path':
      return { ...model, inner: marked(model.inner), ...(model.tail ? { tail: marked(model.tail) } : {}) };
    case 'compare':
      return typeof model.literal === 'string' ? { ...model, literal: MARK } : model;
    default:
      return model;
  }
}

it('SEC-26: no value of a filter becomes text of the statement', () => {
  fc.assert(
    fc.property(randomFilter(USER_ATTRIBUTES), fc.array(fc.nat(999), { minLength: 40 }), (model, numbers) => {
      const filter = parseFilter(writeFilter(marked(model), USER_SCHEMA.id, choicesOf(numbers)), TYPED_USER);
      expect(toStatement(compileFilter(filter, source)).text).not.toContain('zq9');
    }),
    { numRuns: RUNS },
  );
});

it('F-28 L-19: at the root, an attribute of another type matches nothing', () => {
  const filter = parseFilter('members pr or userName eq "x"', TYPED_USER, { atRoot: true });
  expect(toStatement(compileFilter(filter, source), { firstParameter: 3 }).text).toBe(
    '(false or (u.user_name_key = $3))',
  );
});
