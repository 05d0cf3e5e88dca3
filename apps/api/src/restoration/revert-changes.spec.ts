import { changesBetween } from '../scim/wire/attribute-changes';
import { revertChanges } from './revert-changes';

const E = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const U = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ANA = {
  schemas: [U, E],
  userName: 'ana@acme.example',
  emails: [{ value: 'ana@acme.example', type: 'work', primary: true }],
  active: true,
  [E]: { department: 'Sales', manager: { value: '1' } },
};

/** As an event keeps it: the database orders the keys of objects its own way. */
const asEvent = (before: typeof ANA, after: object) =>
  changesBetween(before, after as typeof ANA).list.map((change) => ({
    ...change,
    ...('before' in change ? { before: reordered(change.before) } : {}),
  }));

function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1))
      .map(([name, each]) => [name, reordered(each)]),
  );
}

describe('undoing a change', () => {
  it.each<[string, object]>([
    ['active', { ...ANA, active: false }],
    ['userName', { ...ANA, userName: 'x' }],
    ['an e-mail', { ...ANA, emails: [{ value: 'x', type: 'work', primary: true }] }],
    ['an attribute of an extension', { ...ANA, [E]: { department: 'Nowhere', manager: { value: '1' } } }],
    ['an added attribute', { ...ANA, title: 'Lead' }],
    ['a sub-attribute of an extension', { ...ANA, [E]: { department: 'Sales', manager: { value: '2' } } }],
  ])('R-45: of %s gives the text of before, byte for byte', (_, after) => {
    expect(JSON.stringify(revertChanges(after as typeof ANA, asEvent(ANA, after)))).toBe(JSON.stringify(ANA));
  });

  it('R-45: of a whole extension brings it back and lists it again', () => {
    const { [E]: _gone, ...rest } = ANA;
    const after = { ...rest, schemas: [U] };

    expect(revertChanges(after, asEvent(ANA, after))).toEqual(ANA);
  });

  it('R-45: leaves alone what somebody has changed since', () => {
    const after = { ...ANA, userName: 'x', active: false };
    const now = { ...after, userName: 'corrected by hand' };

    expect(revertChanges(now, asEvent(ANA, after))).toEqual({ ...ANA, userName: 'corrected by hand' });
  });
});
