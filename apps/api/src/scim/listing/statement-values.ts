import { toStatement, type Sql } from '@rollcall/scim-sql';

/** The caller's own: organisation, integration, token. */
const CALLERS_VALUES = 3;

/** The values of one statement, numbered as its text is put together; $1 to $3 are the caller's. */
export class StatementValues {
  private readonly list: unknown[] = [];

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
    return text;
  }
}
