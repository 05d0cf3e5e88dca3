import { connectScim, type Body, type ScimConnection } from '../../testing/scim-connection';
import { givenPeople, givenScim } from './given-scim';
import { expectScimError, idsIn, namesIn } from './scim-expectations';

const PEOPLE = 25;

describe('lists and paging over HTTP', () => {
  const small = givenScim();
  const people = givenPeople(small);
  let large: ScimConnection;

  beforeAll(async () => {
    large = await connectScim(small.server);
    for (let index = 0; index < PEOPLE; index += 1) {
      await large.createUser({ userName: `person${String(index).padStart(2, '0')}`, title: `Title ${index % 5}` });
    }
  }, 30_000);

  /** Every page of a cursor-paged list. */
  async function cursorPages(count: number, query = ''): Promise<Body[]> {
    const pages: Body[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const { status, body } = await large.get(`/Users?cursor=${cursor}&count=${count}${query}`);
      expect(status).toBe(200);
      pages.push(body);
      cursor = body.nextCursor as string | undefined;
    }
    return pages;
  }

  it('L-04 L-06: a page has no more than was asked for and counts what it has', async () => {
    const { body } = await small.get('/Users?count=1');
    expect(body).toMatchObject({ totalResults: 2, startIndex: 1, itemsPerPage: 1 });
    expect((await small.get('/Users?count=100')).body.itemsPerPage).toBe(2);
  });

  it('L-07: beyond the end the list is empty and the total true', async () => {
    const { body } = await small.get('/Users?startIndex=99');
    expect(body).toMatchObject({ totalResults: 2, startIndex: 99, itemsPerPage: 0, Resources: [] });
  });

  it('L-10: pages of an index-paged list are the whole list, in one order', async () => {
    const whole = idsIn((await large.get('/Users?count=1000')).body);
    for (const count of [1, 7, 10]) {
      const paged: string[] = [];
      for (let startIndex = 1; startIndex <= PEOPLE; startIndex += count) {
        paged.push(...idsIn((await large.get(`/Users?startIndex=${startIndex}&count=${count}`)).body));
      }
      expect(paged).toEqual(whole);
    }
  });

  it('L-18 L-19: the root lists users and groups; what a type does not know has no value there', async () => {
    const { body } = await small.get('/');
    expect(body.totalResults).toBe(3);
    expect(new Set(idsIn(body))).toEqual(new Set([people.amy.id, people.bob.id, people.crew.id]));
    const groups = await small.get(`/?filter=${encodeURIComponent('meta.resourceType eq "Group"')}`);
    expect(namesIn(groups.body, 'displayName')).toEqual(['Crew']);
    expect((await small.get(`/?filter=${encodeURIComponent('userName pr')}`)).body.totalResults).toBe(2);
  });

  it('L-24: a query on one resource leaves the resource alone', async () => {
    const answer = await small.get(`/Users/${people.amy.id}?filter=${encodeURIComponent('title pr')}&count=0`);
    expect(answer.status).toBe(200);
    expect(answer.body.id).toBe(people.amy.id);
  });

  it('L-25 L-26: the total is of this integration, and of the page’s own moment', async () => {
    const before = (await small.get('/Users?count=1')).body.totalResults as number;
    const extra = await small.createUser({ userName: 'extra' });
    expect((await small.get('/Users?count=1')).body.totalResults).toBe(before + 1);
    await small.delete(`/Users/${extra.id}`);
    expect((await small.get('/Users?count=1')).body.totalResults).toBe(before);
    expect((await large.get('/Users?count=1')).body.totalResults).toBe(PEOPLE);
  });

  it('C-02 C-06: every cursor page but the last names the next one, and tells the total', async () => {
    const pages = await cursorPages(10);
    expect(pages.map((page) => [page.itemsPerPage, page.totalResults])).toEqual([
      [10, PEOPLE],
      [10, PEOPLE],
      [5, PEOPLE],
    ]);
    expect('nextCursor' in pages.at(-1)).toBe(false);
    expect(new Set(pages.flatMap(idsIn)).size).toBe(PEOPLE);
  });

  it('C-03: a cursor has unreserved characters only', async () => {
    expect((await cursorPages(10))[0].nextCursor).toMatch(/^[A-Za-z0-9._~-]+$/);
  });

  it('C-07: another filter with the same cursor is refused, and so is another page size', async () => {
    const [first] = await cursorPages(10);
    const filter = encodeURIComponent('userName sw "p"');
    expectScimError(
      await large.get(`/Users?cursor=${first.nextCursor}&count=10&filter=${filter}`),
      400,
      'invalidCursor',
    );
    expectScimError(await large.get(`/Users?cursor=${first.nextCursor}&count=3`), 400, 'invalidCount');
  });

  it('C-08 C-16: garbage, a forged, a foreign and another list’s cursor hear the same', async () => {
    const [first] = await cursorPages(10);
    const sealed = first.nextCursor as string;
    const forged = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    const answers = await Promise.all([
      large.get('/Users?cursor=zzz&count=10'),
      large.get(`/Users?cursor=${forged}&count=10`),
      large.get(`/Groups?cursor=${sealed}&count=10`),
      small.get(`/Users?cursor=${sealed}&count=10`),
    ]);
    for (const answer of answers) expectScimError(answer, 400, 'invalidCursor');
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('C-11: cursor pages follow the sort, and neither skip nor repeat when somebody is deleted in between', async () => {
    const sorted = (await cursorPages(7, '&sortBy=title')).flatMap((page) => namesIn(page, 'title'));
    expect(sorted).toEqual([...sorted].sort());
    const scim = await connectScim(small.server);
    const made = [];
    for (let index = 0; index < 6; index += 1) made.push(await scim.createUser({ userName: `gone${index}` }));
    const first = (await scim.get('/Users?cursor&count=2')).body;
    await scim.delete(`/Users/${made[0].id}`);
    const rest = (await scim.get(`/Users?cursor=${first.nextCursor}&count=2`)).body;
    expect(namesIn(rest)).toEqual(['gone2', 'gone3']);
  });
});
