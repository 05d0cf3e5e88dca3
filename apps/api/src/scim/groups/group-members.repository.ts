import { Injectable } from '@nestjs/common';
import type { ElementFilter } from '@rollcall/scim-protocol';
import { compileMemberFilter, parameterAt, toStatement } from '@rollcall/scim-sql';
import { Gathering } from '../../database/gathering';
import { ScimDatabase, type ScimTransaction, type Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { asCaller } from '../wire/live-token';
import { ADD_USERS_TO_GROUPS, REMOVE_MEMBERS_FROM_GROUPS } from './group-member-batch-statements';
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
/** Changes of more members have a statement of their own: there, what requests have in common costs little. */
const MEMBERS_SHARED_MAX = 4;

interface MemberWish {
  readonly caller: ScimCaller;
  readonly group: GroupKey;
  readonly ids: readonly string[];
}

/** A change in its two forms: of one request, and of several that come at the same moment. */
interface MemberStatements {
  readonly alone: Statement;
  readonly together: Statement;
}

const ADDING: MemberStatements = { alone: ADD_USERS, together: ADD_USERS_TO_GROUPS };
const REMOVING: MemberStatements = { alone: REMOVE_MEMBERS, together: REMOVE_MEMBERS_FROM_GROUPS };

/** Memberships of one integration's groups. Ids are sorted and unique when they come in. */
@Injectable()
export class GroupMembersRepository {
  private readonly adding = new Gathering<MemberWish, MemberChangeRow>((wishes) => this.changeAll(ADDING, wishes));
  private readonly removing = new Gathering<MemberWish, MemberChangeRow>((wishes) => this.changeAll(REMOVING, wishes));

  constructor(private readonly database: ScimDatabase) {}

  /** Someone already in stays in, so Entra may retry. Adds nobody when one of the ids is no user (`found` is smaller then). */
  addUsers(
    caller: ScimCaller,
    group: GroupKey,
    ids: readonly string[],
    tx?: ScimTransaction,
  ): Promise<MemberChangeRow> {
    if (!tx && isFew(ids)) return this.adding.ask(caller.tokenId, { caller, group, ids });
    return this.one(caller, ADD_USERS, group, ids, tx);
  }

  remove(caller: ScimCaller, group: GroupKey, ids: readonly string[], tx?: ScimTransaction): Promise<MemberChangeRow> {
    if (!tx && isFew(ids)) return this.removing.ask(caller.tokenId, { caller, group, ids });
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

  /** All of one token. */
  private async changeAll(
    { alone, together }: MemberStatements,
    wishes: readonly [MemberWish, ...MemberWish[]],
  ): Promise<readonly MemberChangeRow[]> {
    const [{ caller, group, ids }] = wishes;
    if (wishes.length === 1) return [await this.one(caller, alone, group, ids)];
    const pairs = wishes.flatMap((wish, index) => wish.ids.map((id) => ({ place: index + 1, id })));
    const values = asCaller(
      caller,
      wishes.map((wish) => wish.group.groupId),
      wishes.map((wish) => wish.group.requestId),
      pairs.map(({ place }) => place),
      pairs.map(({ id }) => id),
    );
    const rows = await this.database.query<MemberChangeRow & { readonly place: number }>(caller, together, values);
    const changes = wishes.map(() => NOTHING_CHANGED);
    for (const row of rows) changes[row.place - 1] = row;
    return changes;
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

function isFew(ids: readonly string[]): boolean {
  return ids.length > 0 && ids.length <= MEMBERS_SHARED_MAX;
}
