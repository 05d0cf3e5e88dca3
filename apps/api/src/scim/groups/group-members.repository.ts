import { Injectable } from '@nestjs/common';
import type { ElementFilter } from '@rollcall/scim-protocol';
import { compileMemberFilter, parameterAt, toStatement } from '@rollcall/scim-sql';
import { ScimDatabase, type ScimTransaction, type Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { asCaller } from '../wire/live-token';
import {
  ADD_GROUPS,
  ADD_USERS,
  LOCK_NESTING,
  REMOVE_MEMBERS,
  REMOVE_MEMBERS_BUT,
  removeMembersWhere,
  WHO_ARE,
  WOULD_CIRCLE,
  type MemberChangeRow,
} from './group-member-statements';

/** The group a change is about, and the request that makes it. */
export interface GroupKey {
  readonly groupId: string;
  readonly requestId: string;
}

const NOTHING_CHANGED: MemberChangeRow = { target: 0, found: 0, added: 0, removed: 0 };

/** Memberships of one integration's groups. Ids are sorted and unique when they come in. */
@Injectable()
export class GroupMembersRepository {
  constructor(private readonly database: ScimDatabase) {}

  /** Someone already in stays in, so Entra may retry. Adds nobody when one of the ids is no user (`found` is smaller then). */
  addUsers(
    caller: ScimCaller,
    group: GroupKey,
    ids: readonly string[],
    tx?: ScimTransaction,
  ): Promise<MemberChangeRow> {
    return this.one(caller, ADD_USERS, group, ids, tx);
  }

  remove(caller: ScimCaller, group: GroupKey, ids: readonly string[], tx?: ScimTransaction): Promise<MemberChangeRow> {
    return this.one(caller, REMOVE_MEMBERS, group, ids, tx);
  }

  removeAllBut(
    caller: ScimCaller,
    group: GroupKey,
    ids: readonly string[],
    tx?: ScimTransaction,
  ): Promise<MemberChangeRow> {
    return this.one(caller, REMOVE_MEMBERS_BUT, group, ids, tx);
  }

  /** The members that a filter of a PATCH's path selects; none of them leaves the database. */
  async removeWhere(
    caller: ScimCaller,
    group: GroupKey,
    filter: ElementFilter,
    context: { readonly baseUrl: string; readonly tx: ScimTransaction },
  ): Promise<MemberChangeRow> {
    const scope = { tenantId: parameterAt(1), integrationId: parameterAt(2), baseUrl: context.baseUrl };
    const { text, parameters } = toStatement(compileMemberFilter(filter, scope), { firstParameter: 6 });
    const values = asCaller(caller, group.groupId, group.requestId, ...parameters);
    const rows = await context.tx.query<MemberChangeRow>(removeMembersWhere(text), values);
    return rows[0] ?? NOTHING_CHANGED;
  }

  addGroups(
    caller: ScimCaller,
    group: GroupKey,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<MemberChangeRow> {
    return this.one(caller, ADD_GROUPS, group, ids, tx);
  }

  async lockNesting(caller: ScimCaller, tx: ScimTransaction): Promise<void> {
    await tx.query(LOCK_NESTING, [caller.tenantId, caller.integrationId]);
  }

  async whoAre(
    caller: ScimCaller,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<{ id: string; is_group: boolean }[]> {
    return tx.query(WHO_ARE, asCaller(caller, ids));
  }

  async wouldCircle(
    caller: ScimCaller,
    groupId: string,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<boolean> {
    const rows = await tx.query(WOULD_CIRCLE, [caller.tenantId, caller.integrationId, groupId, ids]);
    return rows.length > 0;
  }

  private async one(
    caller: ScimCaller,
    statement: Statement,
    group: GroupKey,
    ids: readonly string[],
    tx?: ScimTransaction,
  ): Promise<MemberChangeRow> {
    const values = asCaller(caller, group.groupId, group.requestId, ids);
    const rows = tx
      ? await tx.query<MemberChangeRow>(statement, values)
      : await this.database.query<MemberChangeRow>(caller, statement, values);
    return rows[0] ?? NOTHING_CHANGED;
  }
}
