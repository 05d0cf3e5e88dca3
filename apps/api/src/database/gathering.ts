import pg from 'pg';

const WISHES_MAX = 64;
/** While the answers of one are read, PostgreSQL works on the other. */
const UNDER_WAY_MAX = 2;
/** A statement that takes longer does not hold up the wishes that came after it. */
const PATIENCE_MS = 10;

/**
 * SQLSTATE of data, a constraint, a deadlock, a limit, a time-out: what one of many may have caused. Anything else is a fault of the statement
 * itself, which must not hide behind statements of one request, or the end of the connection.
 */
const ONES_FAULT = /^(22|23|40|54)|^57014$/;

interface Waiting<Wish, Answer> {
  readonly wish: Wish;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** What waits for one statement, and how many statements are under way. */
interface Lane<Wish, Answer> {
  waiting: Waiting<Wish, Answer>[];
  underWay: number;
  departure: NodeJS.Immediate | undefined;
  patience: NodeJS.Timeout | undefined;
}

/**
 * Requests that want the same kind of thing at the same moment share one statement: those whose bytes came in together, and those that
 * came while two statements before theirs were under way. A request alone waits for nobody. Each statement starts after all of its
 * requests have arrived, so each of them reads what was committed before it came (docs/decisions/0012).
 */
export class Gathering<Wish, Answer> {
  private readonly lanes = new Map<string, Lane<Wish, Answer>>();

  /** @param fulfil runs one statement for all wishes, and answers them in their order; when it is refused, nothing may have been written */
  constructor(private readonly fulfil: (wishes: readonly [Wish, ...Wish[]]) => Promise<readonly Answer[]>) {}

  /**
   * Only wishes of one lane share a statement: a lane is one token and one kind of statement. A statement that the database refuses for
   * what one of them may have brought says nothing about the others, so each is then tried alone, and is refused alone.
   */
  ask(laneName: string, wish: Wish): Promise<Answer> {
    const lane = this.laneOf(laneName);
    const answer = new Promise<Answer>((resolve, reject) => lane.waiting.push({ wish, resolve, reject }));
    if (lane.underWay < UNDER_WAY_MAX) this.departSoon(laneName, lane);
    else lane.patience ??= setTimeout(() => this.depart(laneName, lane), PATIENCE_MS);
    return answer;
  }

  private laneOf(name: string): Lane<Wish, Answer> {
    const known = this.lanes.get(name);
    if (known) return known;
    const lane: Lane<Wish, Answer> = { waiting: [], underWay: 0, departure: undefined, patience: undefined };
    this.lanes.set(name, lane);
    return lane;
  }

  /** After everything that has already come in was read. */
  private departSoon(name: string, lane: Lane<Wish, Answer>): void {
    lane.departure ??= setImmediate(() => this.depart(name, lane));
  }

  private depart(name: string, lane: Lane<Wish, Answer>): void {
    clearImmediate(lane.departure);
    clearTimeout(lane.patience);
    lane.departure = undefined;
    lane.patience = undefined;
    const [first, ...others] = lane.waiting.splice(0, WISHES_MAX);
    if (!first) return;
    lane.underWay += 1;
    if (lane.waiting.length > 0) this.departSoon(name, lane);
    void this.run([first, ...others]).finally(() => {
      lane.underWay -= 1;
      if (lane.waiting.length > 0) this.departSoon(name, lane);
      else if (lane.underWay === 0) this.lanes.delete(name);
    });
  }

  private async run(batch: readonly [Waiting<Wish, Answer>, ...Waiting<Wish, Answer>[]]): Promise<void> {
    const [first, ...others] = batch;
    try {
      const answers = await this.fulfil([first.wish, ...others.map(({ wish }) => wish)]);
      batch.forEach(({ resolve }, place) => resolve(answers[place] as Answer));
    } catch (error) {
      if (others.length > 0 && mayBeOnesFault(error)) await Promise.all(batch.map((each) => this.run([each])));
      else for (const { reject } of batch) reject(error);
    }
  }
}

function mayBeOnesFault(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ONES_FAULT.test(error.code ?? '');
}
