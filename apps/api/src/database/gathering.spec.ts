import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { Gathering } from './gathering';

/** Doubles numbers, and keeps which of them came together. */
function doubling(work: (wishes: readonly number[]) => Promise<void> = () => Promise.resolve()) {
  const statements: (readonly number[])[] = [];
  const gathering = new Gathering<number, number>(async (wishes) => {
    statements.push(wishes);
    await work(wishes);
    return wishes.map((wish) => wish * 2);
  });
  return { gathering, statements };
}

const refused = (code: string) => Object.assign(new pg.DatabaseError('refused', 0, 'error'), { code });

describe('requests that share a statement', () => {
  it('a request alone has a statement of its own', async () => {
    const { gathering, statements } = doubling();
    expect(await gathering.ask('token', 21)).toBe(42);
    expect(statements).toEqual([[21]]);
  });

  it('what comes in together goes out together, and each gets its own answer', async () => {
    const { gathering, statements } = doubling();
    const answers = await Promise.all([1, 2, 3].map((wish) => gathering.ask('token', wish)));
    expect(answers).toEqual([2, 4, 6]);
    expect(statements).toEqual([[1, 2, 3]]);
  });

  it('what comes while two statements are under way shares the next one', async () => {
    let release = (): void => undefined;
    const blocked = new Promise<void>((resolve) => (release = resolve));
    const { gathering, statements } = doubling(() => blocked);
    const first = gathering.ask('token', 1);
    await nextTurn();
    const second = gathering.ask('token', 2);
    await nextTurn();
    const others = [3, 4].map((wish) => gathering.ask('token', wish));
    await nextTurn();
    expect(statements).toEqual([[1], [2]]);
    release();
    expect(await Promise.all([first, second, ...others])).toEqual([2, 4, 6, 8]);
    expect(statements).toEqual([[1], [2], [3, 4]]);
  });

  it('a slow statement holds nobody up for long', async () => {
    let release = (): void => undefined;
    const blocked = new Promise<void>((resolve) => (release = resolve));
    const { gathering } = doubling((wishes) => (wishes.includes(3) ? Promise.resolve() : blocked));
    const first = gathering.ask('token', 1);
    await nextTurn();
    const second = gathering.ask('token', 2);
    await nextTurn();
    expect(await gathering.ask('token', 3)).toBe(6);
    release();
    expect(await Promise.all([first, second])).toEqual([2, 4]);
  });

  it('lanes share nothing', async () => {
    const { gathering, statements } = doubling();
    await Promise.all([gathering.ask('one', 1), gathering.ask('other', 2)]);
    expect(statements).toEqual([[1], [2]]);
  });

  it('a crowd is split into statements of at most 64', async () => {
    const { gathering, statements } = doubling();
    const wishes = Array.from({ length: 150 }, (_, index) => index);
    expect(await Promise.all(wishes.map((wish) => gathering.ask('token', wish)))).toEqual(
      wishes.map((wish) => wish * 2),
    );
    expect(statements.map((statement) => statement.length)).toEqual([64, 64, 22]);
  });

  it('when the database refuses the statement each is tried alone, and only the one at fault is refused', async () => {
    const { gathering, statements } = doubling((wishes) =>
      wishes.includes(2) ? Promise.reject(refused('23505')) : Promise.resolve(),
    );
    const answers = await Promise.allSettled([1, 2, 3].map((wish) => gathering.ask('token', wish)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(statements).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('a statement that can never work is not hidden by trying each alone', async () => {
    const { gathering, statements } = doubling(() => Promise.reject(refused('42703')));
    const answers = await Promise.allSettled([1, 2].map((wish) => gathering.ask('token', wish)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(statements).toEqual([[1, 2]]);
  });

  it('when the outcome is unknown nothing is tried again', async () => {
    const { gathering, statements } = doubling(() => Promise.reject(new Error('the database did not answer')));
    const answers = await Promise.allSettled([1, 2].map((wish) => gathering.ask('token', wish)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(statements).toEqual([[1, 2]]);
  });
});
