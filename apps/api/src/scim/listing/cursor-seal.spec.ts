import { randomBytes } from 'node:crypto';
import type { ScimError } from '@rollcall/scim-protocol';
import { CursorSeal } from './cursor-seal';

const PLACE = { listing: 'users', count: 10, keyset: { key: null, id: '01a20ae8-0000-7000-8000-000000000001' } };
const KEY = randomBytes(32);
const HOUR_MS = 3_600_000;

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return `${(error as ScimError).status} ${(error as ScimError).scimType ?? ''}`;
  }
  return 'none';
}

describe('sealed cursors', () => {
  it('C-18: no server remembers them: another process with the same key opens one', () => {
    const cursor = new CursorSeal(KEY).close(PLACE);
    expect(new CursorSeal(KEY).open(cursor, { listing: 'users', count: 10 })).toEqual(PLACE);
    expect(refusal(() => new CursorSeal(randomBytes(32)).open(cursor, { listing: 'users', count: 10 }))).toBe(
      '400 invalidCursor',
    );
  });

  it('C-09: one that is older than its time is expired, a moment earlier it is good', () => {
    let now = 1_000 * HOUR_MS;
    const seal = new CursorSeal(KEY, () => now);
    const cursor = seal.close(PLACE);
    now += HOUR_MS;
    expect(refusal(() => seal.open(cursor, { listing: 'users', count: 10 }))).toBe('none');
    now += 1_000;
    expect(refusal(() => seal.open(cursor, { listing: 'users', count: 10 }))).toBe('400 expiredCursor');
  });

  it('C-08: every single changed character is noticed', () => {
    const seal = new CursorSeal(KEY);
    const cursor = seal.close(PLACE);
    for (let index = 0; index < cursor.length - 1; index += 1) {
      const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(refusal(() => seal.open(changed, { listing: 'users', count: 10 }))).toBe('400 invalidCursor');
    }
  });
});
