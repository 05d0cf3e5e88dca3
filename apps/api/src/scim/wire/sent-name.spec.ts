import { sentName } from './sent-name';

describe('line 19: whom a refused request names', () => {
  it.each([
    [{ userName: 'ana', displayName: 'Ana Lima' }, 'Ana Lima'],
    [{ USERNAME: 'ana', displayName: ' ' }, 'ana'],
    [{ displayName: 7, userName: 'ana' }, 'ana'],
    [{ schemas: [] }, undefined],
    [[{ userName: 'ana' }], undefined],
    ['ana', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j names %j', (body, name) => {
    expect(sentName(body)).toBe(name);
  });

  it('is cut where it is endless', () => {
    expect(sentName({ userName: 'x'.repeat(10_000) })).toHaveLength(200);
  });
});
