import { toStatement, type ParameterValue, type Sql } from '@rollcall/scim-sql';

/** The caller's own: organisation, integration, token. */
const CALLERS_VALUES = 3;

/** The values of one statement, numbered as its text is put together; $1 to $3 are the caller's. */
export class StatementValues {
  private readonly list: unknown[] = [];
  /** What was put in fragments, in its order: the literals of the query, without the values that its form gives. */
  readonly literals: ParameterValue[] = [];

  get all(): readonly unknown[] {
    return this.list;
  }

  /** "$7" for this value. */
  add(value: unknown): string {
    return `$${this.list.push(value) + CALLERS_VALUES}`;
  }

  /** The fragment's text, with its parameters among the values. */
  put(fragment: Sql): string {
    const { text, parameters } = toStatement(fragment, { firstParameter: this.list.length + CALLERS_VALUES + 1 });
    this.list.push(...parameters);
    this.literals.push(...parameters);
    return text;
  }
}

/** The same for queries of one form that share a statement: the literals of each stand in its own row `wanted`, as texts `v1`, `v2`, ... */
export class SharedStatementValues extends StatementValues {
  override put(fragment: Sql): string {
    const { text, parameters } = toStatement(fragment, {
      firstParameter: this.literals.length + 1,
      write: (number) => `wanted.v${number}`,
    });
    this.literals.push(...parameters);
    return text;
  }
}
