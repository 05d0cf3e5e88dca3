import { listPieces } from './reply';

describe('listPieces', () => {
  it('is a ListResponse with the resources as they are', () => {
    const page = { totalResults: 3, startIndex: 2, nextCursor: 'a"b', resources: [['{"id":', '1}'], ['{"id":2}']] };
    expect(JSON.parse(listPieces(page).join(''))).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 3,
      startIndex: 2,
      itemsPerPage: 2,
      nextCursor: 'a"b',
      Resources: [{ id: 1 }, { id: 2 }],
    });
  });

  it('takes a group with more members than a call has arguments', () => {
    const members = Array<string>(600_000).fill(' ');
    expect(listPieces({ totalResults: 1, resources: [['{}', ...members]] })).toHaveLength(members.length + 3);
  });
});
