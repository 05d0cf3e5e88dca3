import { Injectable } from '@nestjs/common';
import { uniqueness } from '@rollcall/scim-protocol';
import { constraintOf } from '../../database/constraint-errors';
import { ScimDatabase, type Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { FindById } from '../resources/find-by-id';
import { asCaller } from '../wire/live-token';
import type { UserRow } from './user-answer';
import { isGuid, userValues, type UserRecord } from './user-record';
import {
  DELETE_USER,
  GET_USERS,
  INSERT_OR_REVIVE_USER,
  INSERT_USER,
  INSERT_USER_WITH_EMAILS,
  UPDATE_USER,
  UPDATE_USER_WITH_EMAILS,
} from './user-statements';

/** What a write carries beside the record itself. */
export interface WriteContext {
  readonly userId: string;
  readonly requestId: string;
}

export interface MadeUser {
  readonly id: string;
  readonly version: number;
  readonly created_at: string;
  readonly last_modified: string;
  readonly revived?: boolean;
  readonly manager_name: string | null;
}

/** Users of one integration. No row back means: not there, or the token is no longer alive. */
@Injectable()
export class UsersRepository {
  private readonly found: FindById<UserRow>;

  constructor(private readonly database: ScimDatabase) {
    this.found = new FindById(database, GET_USERS);
  }

  find(caller: ScimCaller, userId: string): Promise<UserRow | undefined> {
    return this.found.find(caller, userId);
  }

  /** @throws ScimError 409 when the userName is taken in this integration. */
  async insert(caller: ScimCaller, record: UserRecord, context: WriteContext): Promise<MadeUser | undefined> {
    const values = asCaller(caller, context.userId, context.requestId, ...userValues(record));
    const rows = await this.write<MadeUser>(caller, record, insertion(record), [...values, ...insertionEmails(record)]);
    return rows[0];
  }

  /** Changes the user if it still has `version`; no row back means that somebody else was faster. */
  async update(
    caller: ScimCaller,
    record: UserRecord,
    change: WriteContext & { readonly version: number; readonly data: string; readonly emailsChanged: boolean },
  ): Promise<UserRow | undefined> {
    const values = asCaller(
      caller,
      change.userId,
      change.requestId,
      ...userValues(record),
      change.version,
      change.data,
    );
    const rows = change.emailsChanged
      ? await this.write<UserRow>(caller, record, UPDATE_USER_WITH_EMAILS, [...values, record.furtherEmailKeys])
      : await this.write<UserRow>(caller, record, UPDATE_USER, values);
    return rows[0];
  }

  async remove(
    caller: ScimCaller,
    context: WriteContext,
    version: number | null,
  ): Promise<{ display_name: string } | undefined> {
    const values = asCaller(caller, context.userId, context.requestId, version);
    const rows = await this.database.query<{ display_name: string }>(caller, DELETE_USER, values);
    return rows[0];
  }

  private async write<Row extends object>(
    caller: ScimCaller,
    record: UserRecord,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    try {
      return await this.database.query<Row>(caller, statement, values);
    } catch (error) {
      if (constraintOf(error) !== 'scim_user_user_name_key') throw error;
      throw uniqueness(
        `userName ${JSON.stringify(record.userName)} is already used by another user of this integration (upper and lower case are the same, and inactive users count). Find it with filter=userName eq and update it.`,
      );
    }
  }
}

function insertion(record: UserRecord): Statement {
  if (isGuid(record.externalId)) return INSERT_OR_REVIVE_USER;
  return record.furtherEmailKeys.length > 0 ? INSERT_USER_WITH_EMAILS : INSERT_USER;
}

function insertionEmails(record: UserRecord): readonly unknown[] {
  return insertion(record) === INSERT_USER ? [] : [record.furtherEmailKeys];
}
