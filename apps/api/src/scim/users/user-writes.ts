import { Gathering } from '../../database/gathering';
import type { ScimDatabase, Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { asCaller } from '../wire/live-token';
import type { UserRow } from './user-answer';
import { DELETE_USERS, INSERT_USERS, UPDATE_USERS } from './user-batch-statements';
import { isGuid, USER_COLUMNS, userValues, type UserRecord } from './user-record';
import {
  DELETE_USER,
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

export interface UserInsertion extends WriteContext {
  readonly caller: ScimCaller;
  readonly record: UserRecord;
}

export interface UserUpdate extends UserInsertion {
  /** The one that the new state was computed from. */
  readonly version: number;
  /** The changes as JSON. */
  readonly data: string;
  readonly emailsChanged: boolean;
}

export interface UserDeletion extends WriteContext {
  readonly caller: ScimCaller;
  /** The one that it must have; null for any. */
  readonly version: number | null;
}

export interface GoneUser {
  readonly display_name: string;
}

type Batch<Write> = readonly [Write, ...Write[]];

/** Creates, changes and deletes users. What requests of one token write at the same moment is one statement and one commit. */
export class UserWrites {
  private readonly insertions: Gathering<UserInsertion, MadeUser | undefined>;
  private readonly updates: Gathering<UserUpdate, UserRow | undefined>;
  private readonly deletions: Gathering<UserDeletion, GoneUser | undefined>;

  constructor(private readonly database: ScimDatabase) {
    this.insertions = new Gathering((batch) => this.insertAll(batch));
    this.updates = new Gathering((batch) => this.updateAll(batch));
    this.deletions = new Gathering((batch) => this.deleteAll(batch));
  }

  /** Undefined when the token is no longer alive. */
  insert(insertion: UserInsertion): Promise<MadeUser | undefined> {
    return this.insertions.ask(insertion.caller.tokenId, insertion);
  }

  /** Undefined when the user no longer has the version, or the token is no longer alive. */
  async update(update: UserUpdate): Promise<UserRow | undefined> {
    if (!update.emailsChanged) return this.updates.ask(update.caller.tokenId, update);
    const values = [...updateValues(update), update.record.furtherEmailKeys];
    return (await this.database.query<UserRow>(update.caller, UPDATE_USER_WITH_EMAILS, values))[0];
  }

  /** Undefined when there is no such user, when it has another version, or when the token is no longer alive. */
  remove(deletion: UserDeletion): Promise<GoneUser | undefined> {
    if (deletion.version === null) return this.deletions.ask(deletion.caller.tokenId, deletion);
    return this.deleteAlone(deletion);
  }

  private insertAll(batch: Batch<UserInsertion>): Promise<readonly (MadeUser | undefined)[]> {
    const [first] = batch;
    if (batch.length === 1) return this.database.query<MadeUser>(first.caller, ...insertionOf(first));
    const emails = batch.flatMap(({ record }, index) =>
      record.furtherEmailKeys.map((key) => ({ place: index + 1, key })),
    );
    return this.together(INSERT_USERS, batch, [
      ...columnsOf(batch),
      batch.map(({ record }) => isGuid(record.externalId)),
      emails.map(({ place }) => place),
      emails.map(({ key }) => key),
    ]);
  }

  private updateAll(batch: Batch<UserUpdate>): Promise<readonly (UserRow | undefined)[]> {
    const [first] = batch;
    if (batch.length === 1) return this.database.query<UserRow>(first.caller, UPDATE_USER, updateValues(first));
    return this.together(UPDATE_USERS, batch, [
      ...columnsOf(batch),
      batch.map(({ version }) => version),
      batch.map(({ data }) => data),
    ]);
  }

  private async deleteAll(batch: Batch<UserDeletion>): Promise<readonly (GoneUser | undefined)[]> {
    if (batch.length === 1) return [await this.deleteAlone(batch[0])];
    return this.together(DELETE_USERS, batch, []);
  }

  private async deleteAlone({ caller, userId, requestId, version }: UserDeletion): Promise<GoneUser | undefined> {
    const values = asCaller(caller, userId, requestId, version);
    return (await this.database.query<GoneUser>(caller, DELETE_USER, values))[0];
  }

  /** @param columns the values of all after their ids and requests, an array a column */
  private async together<Row extends object>(
    statement: Statement,
    batch: Batch<WriteContext & { readonly caller: ScimCaller }>,
    columns: readonly (readonly unknown[])[],
  ): Promise<readonly (Row | undefined)[]> {
    const [{ caller }] = batch;
    const ids = batch.map(({ userId }) => userId);
    const requests = batch.map(({ requestId }) => requestId);
    const values = asCaller(caller, ids, requests, ...columns);
    const rows = await this.database.query<Row & { readonly place: number }>(caller, statement, values);
    const answers: (Row | undefined)[] = batch.map(() => undefined);
    for (const row of rows) answers[row.place - 1] = row;
    return answers;
  }
}

function insertionOf({ caller, userId, requestId, record }: UserInsertion): readonly [Statement, readonly unknown[]] {
  const values = asCaller(caller, userId, requestId, ...userValues(record));
  if (isGuid(record.externalId)) return [INSERT_OR_REVIVE_USER, [...values, record.furtherEmailKeys]];
  if (record.furtherEmailKeys.length > 0) return [INSERT_USER_WITH_EMAILS, [...values, record.furtherEmailKeys]];
  return [INSERT_USER, values];
}

function updateValues({ caller, userId, requestId, record, version, data }: UserUpdate): readonly unknown[] {
  return asCaller(caller, userId, requestId, ...userValues(record), version, data);
}

function columnsOf(batch: Batch<UserInsertion>): readonly (readonly unknown[])[] {
  const records = batch.map(({ record }) => userValues(record));
  return USER_COLUMNS.map((_, column) => records.map((record) => record[column]));
}
