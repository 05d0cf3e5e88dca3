import { Injectable } from '@nestjs/common';
import { uniqueness } from '@rollcall/scim-protocol';
import { constraintOf } from '../../database/constraint-errors';
import { ScimDatabase, type ScimTransaction, type Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { FindById } from '../resources/find-by-id';
import { asCaller } from '../wire/live-token';
import type { GroupRow } from './group-answer';
import type { GroupKey } from './group-members.repository';
import { groupValues, type GroupRecord } from './group-record';
import {
  DELETE_GROUP,
  GET_GROUPS,
  GET_GROUP_WITH_MEMBERS,
  INSERT_GROUP,
  LOCK_GROUP,
  UPDATE_GROUP,
} from './group-statements';

export interface MadeGroup {
  readonly id: string;
  readonly created_at: string;
  readonly last_modified: string;
  readonly version: string;
}

/** Groups of one integration, without their members. No row back means: not there, or the token is no longer alive. */
@Injectable()
export class GroupsRepository {
  private readonly found: FindById<GroupRow>;

  constructor(private readonly database: ScimDatabase) {
    this.found = new FindById(database, GET_GROUPS);
  }

  transaction<Result>(caller: ScimCaller, work: (tx: ScimTransaction) => Promise<Result>): Promise<Result> {
    return this.database.transaction(caller, work);
  }

  async find(caller: ScimCaller, groupId: string, tx?: ScimTransaction): Promise<GroupRow | undefined> {
    if (!tx) return this.found.find(caller, groupId);
    const rows = await tx.query<GroupRow>(GET_GROUPS, asCaller(caller, [groupId]));
    return rows[0];
  }

  /** With its members; costs what the members cost. */
  async findWithMembers(caller: ScimCaller, groupId: string, tx?: ScimTransaction): Promise<GroupRow | undefined> {
    const rows = await this.run<GroupRow>(caller, GET_GROUP_WITH_MEMBERS, asCaller(caller, groupId), tx);
    return rows[0];
  }

  async lock(caller: ScimCaller, groupId: string, tx: ScimTransaction): Promise<boolean> {
    const rows = await tx.query(LOCK_GROUP, asCaller(caller, groupId));
    return rows.length > 0;
  }

  /** @throws ScimError 409 when the displayName is taken in this integration. */
  async insert(
    caller: ScimCaller,
    group: GroupKey,
    record: GroupRecord,
    tx?: ScimTransaction,
  ): Promise<MadeGroup | undefined> {
    const values = asCaller(caller, group.groupId, group.requestId, ...groupValues(record));
    const rows = await named(record, () => this.run<MadeGroup>(caller, INSERT_GROUP, values, tx));
    return rows[0];
  }

  /** Changes the attributes if they still are `before`; false when somebody else was faster. */
  async update(
    caller: ScimCaller,
    group: GroupKey,
    record: GroupRecord,
    change: { readonly data: string; readonly before: string },
    tx: ScimTransaction,
  ): Promise<boolean> {
    const values = asCaller(caller, group.groupId, group.requestId, ...groupValues(record), change.data, change.before);
    const rows = await named(record, () => tx.query(UPDATE_GROUP, values));
    return rows.length > 0;
  }

  async remove(
    caller: ScimCaller,
    group: GroupKey,
    tx?: ScimTransaction,
  ): Promise<{ display_name: string } | undefined> {
    const values = asCaller(caller, group.groupId, group.requestId);
    const rows = await this.run<{ display_name: string }>(caller, DELETE_GROUP, values, tx);
    return rows[0];
  }

  private run<Row extends object>(
    caller: ScimCaller,
    statement: Statement,
    values: readonly unknown[],
    tx?: ScimTransaction,
  ): Promise<Row[]> {
    return tx ? tx.query<Row>(statement, values) : this.database.query<Row>(caller, statement, values);
  }
}

async function named<Result>(record: GroupRecord, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (constraintOf(error) !== 'scim_group_display_name_key') throw error;
    throw uniqueness(
      `displayName ${JSON.stringify(record.displayName)} is already used by another group of this integration (upper and lower case are the same). Find it with filter=displayName eq and update it.`,
    );
  }
}
