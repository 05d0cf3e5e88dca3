import { listResponse } from './list-response';
import { LIST_URN } from './urns';

describe('lists', () => {
  it('L-01 L-02 L-06: a list says how many there are and how many it has', () => {
    expect(listResponse([])).toEqual({
      schemas: [LIST_URN],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
    expect(listResponse([{ id: 'a' }], { totalResults: 9, startIndex: 3 })).toMatchObject({
      totalResults: 9,
      startIndex: 3,
      itemsPerPage: 1,
    });
  });
});
