import { Gathering } from '../../database/gathering';
import type { ScimDatabase, Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { asCaller } from '../wire/live-token';

interface Wish {
  readonly caller: ScimCaller;
  readonly id: string;
}

/** Finds resources by their ids; requests of one token that ask at the same moment share a statement. */
export class FindById<Row extends { readonly id: string }> {
  private readonly gathering: Gathering<Wish, Row | undefined>;

  /** @param statement takes ids as $4, and answers a row for each that is there */
  constructor(
    private readonly database: ScimDatabase,
    private readonly statement: Statement,
  ) {
    this.gathering = new Gathering((wishes) => this.findAll(wishes[0].caller, wishes));
  }

  /** Undefined when there is none, or when the token is no longer alive */
  find(caller: ScimCaller, id: string): Promise<Row | undefined> {
    return this.gathering.ask(caller.tokenId, { caller, id });
  }

  private async findAll(caller: ScimCaller, wishes: readonly Wish[]): Promise<readonly (Row | undefined)[]> {
    const ids = wishes.map(({ id }) => id);
    const rows = await this.database.query<Row>(caller, this.statement, asCaller(caller, ids));
    if (wishes.length === 1) return [rows[0]];
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }
}
