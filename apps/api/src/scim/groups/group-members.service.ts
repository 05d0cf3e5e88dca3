import { Injectable } from '@nestjs/common';
import { invalidValue, type MemberChange, type MemberReference } from '@rollcall/scim-protocol';
import type { ScimTransaction } from '../../database/scim-database';
import { isUuid } from '../wire/ids';
import type { ScimExchange } from '../wire/exchange';
import type { MemberChangeRow } from './group-member-statements';
import { GroupMembersRepository, type GroupKey } from './group-members.repository';

/** Applies changes of members, in their order. */
@Injectable()
export class GroupMembersService {
  constructor(private readonly members: GroupMembersRepository) {}

  /**
   * One change as one autocommitted statement, when one statement can do it: removing by id, and adding users. `undefined` means that it
   * cannot (some id is no user: a nested group perhaps), and that nothing was changed.
   */
  async applyAlone(
    exchange: ScimExchange,
    group: GroupKey,
    change: MemberChange,
  ): Promise<MemberChangeRow | undefined> {
    if (change.kind === 'remove') {
      return count(exchange, await this.members.remove(exchange.caller, group, knownIds(change.values)));
    }
    if (change.kind !== 'add') return undefined;
    const ids = memberIds(change.members);
    if (ids.length === 0) return undefined;
    const row = await this.members.addUsers(exchange.caller, group, ids);
    return row.target === 0 || row.found === ids.length ? count(exchange, row) : undefined;
  }

  /** The same inside a transaction that holds the group; nested groups are checked for circles (B22). */
  async apply(exchange: ScimExchange, group: GroupKey, change: MemberChange, tx: ScimTransaction): Promise<void> {
    switch (change.kind) {
      case 'add':
        return this.add(exchange, group, memberIds(change.members), tx);
      case 'remove':
        return this.removeIds(exchange, group, knownIds(change.values), tx);
      case 'removeAll':
        return this.keepOnly(exchange, group, [], tx);
      case 'replace': {
        const ids = memberIds(change.members);
        await this.keepOnly(exchange, group, ids, tx);
        return this.add(exchange, group, ids, tx);
      }
      case 'removeWhere': {
        const { caller, baseUrl } = exchange;
        count(exchange, await this.members.removeWhere(caller, group, change.filter, { baseUrl, tx }));
        return;
      }
    }
  }

  private async add(
    exchange: ScimExchange,
    group: GroupKey,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<void> {
    if (ids.length === 0) return;
    const row = await this.members.addUsers(exchange.caller, group, ids, tx);
    if (row.found === ids.length) count(exchange, row);
    else await this.addMixed(exchange, group, ids, tx);
  }

  /** Adding an id that does not exist fails the whole PATCH: a 2xx would lose the membership for good (B19). */
  private async addMixed(
    exchange: ScimExchange,
    group: GroupKey,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<void> {
    await this.members.lockNesting(exchange.caller, tx);
    const known = new Map((await this.members.whoAre(exchange.caller, ids, tx)).map((who) => [who.id, who.is_group]));
    const stranger = ids.find((id) => !known.has(id));
    if (stranger !== undefined) throw noSuchMember(stranger);
    const groups = ids.filter((id) => known.get(id));
    const users = ids.filter((id) => !known.get(id));
    if (groups.length > 0 && (await this.members.wouldCircle(exchange.caller, group.groupId, groups, tx))) {
      throw invalidValue(
        `A group cannot contain itself, neither directly nor through other groups: ${groups.join(', ')}.`,
      );
    }
    if (users.length > 0) {
      const row = await this.members.addUsers(exchange.caller, group, users, tx);
      if (row.found !== users.length)
        throw invalidValue('A member was deleted meanwhile. Read the members again and repeat.');
      count(exchange, row);
    }
    count(exchange, await this.members.addGroups(exchange.caller, group, groups, tx));
  }

  private async removeIds(
    exchange: ScimExchange,
    group: GroupKey,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<void> {
    count(exchange, await this.members.remove(exchange.caller, group, ids, tx));
  }

  private async keepOnly(
    exchange: ScimExchange,
    group: GroupKey,
    ids: readonly string[],
    tx: ScimTransaction,
  ): Promise<void> {
    count(exchange, await this.members.removeAllBut(exchange.caller, group, ids, tx));
  }
}

function count(exchange: ScimExchange, row: MemberChangeRow): MemberChangeRow {
  exchange.membersAdded += row.added;
  exchange.membersRemoved += row.removed;
  return row;
}

/** Sorted and unique, so that parallel batches take their locks in one order. */
function memberIds(members: readonly MemberReference[]): string[] {
  const ids = [...new Set(members.map((member) => member.value))].sort();
  const stranger = ids.find((id) => !isUuid(id));
  if (stranger !== undefined) throw noSuchMember(stranger);
  return ids;
}

/** What is no id of ours names nobody, so there is nobody to remove. */
function knownIds(values: readonly string[]): string[] {
  return [...new Set(values.filter(isUuid))].sort();
}

function noSuchMember(id: string) {
  return invalidValue(
    `members: ${JSON.stringify(id.slice(0, 64))} is neither a user nor a group of this integration, so nothing was changed. Create it first, then add it.`,
  );
}
