import { ATTRIBUTES_LISTED_MAX, CoverageSum, FindingSum } from './coverage';

const example = (id: string) => ({ id, type: 'User' as const, name: id });

describe('A22: adding up what stretches of people hold', () => {
  it('lists each attribute with how many carry it, the fullest first', () => {
    const sum = new CoverageSum();
    sum.add({ size: 3, paths: { title: 1, userName: 3 } });
    sum.add({ size: 2, paths: { userName: 2, 'name.givenName': 1 } });

    expect(sum.coverage()).toEqual({
      total: 5,
      attributes: [
        { path: 'userName', count: 5 },
        { path: 'name.givenName', count: 1 },
        { path: 'title', count: 1 },
      ],
    });
  });

  it('SEC-25: a client that invents attributes without end costs bounded memory, and the list says that there are more', () => {
    const sum = new CoverageSum();
    for (let stretch = 0; stretch < 50; stretch += 1) {
      const invented = Array.from({ length: 100 }, (_, index) => [`x${stretch}-${index}`, 1]);
      sum.add({ size: 1, paths: { userName: 1, ...Object.fromEntries(invented) } });
    }

    const { attributes, truncated } = sum.coverage();

    expect(attributes).toHaveLength(ATTRIBUTES_LISTED_MAX);
    expect(attributes[0]).toEqual({ path: 'userName', count: 50 });
    expect(truncated).toBe(true);
  });

  it('counts all that a finding concerns and names the first five', () => {
    const sum = new FindingSum();
    sum.add({
      titleMissing: { count: 3, examples: ['a', 'b', 'c'].map(example) },
      emailMissing: { count: 0, examples: [] },
    });
    sum.add({ titleMissing: { count: 40, examples: ['d', 'e', 'f', 'g', 'h'].map(example) } });

    expect(sum.findings()).toEqual([
      { issue: 'titleMissing', count: 43, examples: ['a', 'b', 'c', 'd', 'e'].map(example) },
    ]);
  });
});
