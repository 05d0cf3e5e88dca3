import { pastState } from './past-state';

const E = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const updated = (...data: unknown[]) => ({ kind: 'updated', data });
const event = (kind: string) => ({ kind, data: null });
const now = { isPresent: true, attributes: { userName: 'ana', title: 'Lead', [E]: { department: 'Sales' } } };

describe('a record at an earlier moment', () => {
  it('A16: takes back changes, the newest first', () => {
    const changes = [
      updated({ path: 'title', before: 'Clerk', after: 'Lead' }),
      updated({ path: 'title', before: 'Trainee', after: 'Clerk' }, { path: 'nickName', before: 'An' }),
    ];
    expect(pastState(now, changes)).toEqual({
      state: 'present',
      attributes: { userName: 'ana', nickName: 'An', title: 'Trainee', [E]: { department: 'Sales' } },
    });
  });

  it('A16: an attribute that was set since is absent before, inside extensions too', () => {
    const changes = [
      updated({ path: 'title', after: 'Lead' }, { path: `${E}:department`, before: 'Ops', after: 'Sales' }),
      updated({ path: `${E}:manager`, before: { value: 'u2' } }),
    ];
    expect(pastState(now, changes)).toEqual({
      state: 'present',
      attributes: { userName: 'ana', [E]: { department: 'Ops', manager: { value: 'u2' } } },
    });
  });

  it('A16: an extension that came as a whole goes as a whole', () => {
    expect(pastState(now, [updated({ path: E, after: { department: 'Sales' } })])).toEqual({
      state: 'present',
      attributes: { userName: 'ana', title: 'Lead' },
    });
  });

  it.each([
    ['before it was created', [event('created')], 'notYet'],
    ['while it was deleted', [event('restored')], 'deleted'],
    ['before it was deleted and restored', [event('restored'), event('deleted')], 'present'],
    ['while it was deleted, before it came back anew', [event('revived')], 'deleted'],
    ['before it was deleted and came back anew', [event('revived'), event('deleted')], 'unknown'],
    ['before all of that', [event('revived'), event('deleted'), event('created')], 'notYet'],
  ])('A16: is honest about the time %s', (_, changes, state) => {
    expect(pastState(now, changes)).toMatchObject({ state });
  });

  it('A16: a deleted one is deleted now, and present before', () => {
    const gone = { ...now, isPresent: false };
    expect(pastState(gone, [])).toEqual({ state: 'deleted' });
    expect(pastState(gone, [event('deleted')])).toEqual({ state: 'present', attributes: now.attributes });
  });

  it('never runs into what an event should not hold', () => {
    expect(pastState(now, [updated(null, 7, { path: 3 }), { kind: 'updated', data: 'x' }])).toMatchObject({
      state: 'present',
    });
  });
});
