import type { ChangeSentence, UserView } from '@rollcall/admin-contracts';
import { aUserView } from '../../test/builders';
import { holdsHiddenValues } from './hidden-values';

const masked = (over: Partial<UserView> = {}): UserView =>
  aUserView({ masked: true, attributes: { userName: 'ana' }, ignored: [], history: { items: [] }, ...over });
const after = (sentence: ChangeSentence): UserView =>
  masked({ history: { items: [{ id: '1', at: '2026-03-03T12:00:00Z', kind: 'updated', summary: '', sentence }] } });
const updated = (...attributes: Extract<ChangeSentence, { code: 'updated' }>['attributes']) =>
  after({ code: 'updated', attributes, more: 0 });

describe('A30: the reader is told of hidden values where there are any', () => {
  it('in an attribute, in a change, and further back than what was sent', () => {
    expect(holdsHiddenValues(masked({ attributes: { nickName: '••••' } }))).toBe(true);
    expect(holdsHiddenValues(updated({ name: 'nickName', kind: 'set' }))).toBe(true);
    expect(holdsHiddenValues(updated({ name: 'nickName', kind: 'changed' }))).toBe(true);
    expect(holdsHiddenValues(updated({ name: 'nickName', kind: 'removed' }))).toBe(true);
    expect(holdsHiddenValues(after({ code: 'updated', attributes: [], more: 1 }))).toBe(true);
    expect(holdsHiddenValues(masked({ history: { items: [], nextCursor: 'c2' } }))).toBe(true);
  });

  it('and of nothing where everything is open', () => {
    expect(holdsHiddenValues(masked())).toBe(false);
    expect(holdsHiddenValues(updated({ name: 'title', kind: 'changed', before: 'Lead', after: 'Head' }))).toBe(false);
    expect(holdsHiddenValues(updated({ name: 'title', kind: 'set', after: 'Lead' }))).toBe(false);
    expect(holdsHiddenValues(after({ code: 'created', type: 'User' }))).toBe(false);
    expect(holdsHiddenValues(aUserView({ attributes: { nickName: '••••' }, masked: false }))).toBe(false);
  });
});
