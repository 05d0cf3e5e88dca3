import { Injectable } from '@nestjs/common';
import {
  acceptDialects,
  keepImmutable,
  notFound,
  planGroupPatch,
  preconditionFailed,
  readPatchRequest,
  readResource,
  resolveAttribute,
  ScimError,
  type Json,
  type MemberChange,
  type PatchOperation,
  type ResourceType,
  type ScimResource,
} from '@rollcall/scim-protocol';
import { v7 as uuidv7 } from 'uuid';
import type { ScimTransaction } from '../../database/scim-database';
import { GroupVersionFolder } from '../../events/group-version-folder';
import { ResourceCountFolder } from '../../events/resource-count-folder';
import { changesBetween } from '../wire/attribute-changes';
import type { IfMatch } from '../wire/conditions';
import type { ScimExchange } from '../wire/exchange';
import { isUuid } from '../wire/ids';
import type { ResourceAnswer } from '../wire/reply';
import { ScimTypes } from '../registry';
import { writtenBy, writtenIn } from '../wire/requested-attributes';
import { groupJson, type GroupRow } from './group-answer';
import { GroupMembersService } from './group-members.service';
import type { GroupKey } from './group-members.repository';
import { groupRecord } from './group-record';
import { GroupsRepository } from './groups.repository';

const NO_ATTRIBUTES: ScimResource = {};

/** Groups as providers create, read, replace, patch and delete them. Below here nobody knows HTTP. */
@Injectable()
export class GroupsService {
  private readonly type: ResourceType;

  constructor(
    private readonly groups: GroupsRepository,
    private readonly members: GroupMembersService,
    private readonly counts: ResourceCountFolder,
    private readonly versions: GroupVersionFolder,
    types: ScimTypes,
  ) {
    this.type = types.group;
  }

  async get(exchange: ScimExchange, groupId: string, withMembers: boolean): Promise<ResourceAnswer> {
    const row = await this.read(exchange, groupId, withMembers);
    exchange.outcome = 'found';
    return answer(exchange, row);
  }

  /** RFC 7644 §3.3. Entra creates groups empty; others bring the members along, and then both land or neither. */
  async create(exchange: ScimExchange, body: Json, withMembers: boolean): Promise<ResourceAnswer> {
    const { resource, members = [] } = readResource(this.type, body, exchange.trail);
    const record = groupRecord(resource);
    const key = { groupId: uuidv7(), requestId: exchange.requestId };
    const written = writtenIn(this.type, resource);
    exchange.resourceType = 'Group';
    exchange.resourceName = record.displayName;
    if (members.length === 0) {
      const made = await this.groups.insert(exchange.caller, key, record);
      if (!made) throw noSuchGroup('new');
      this.made(exchange, key, record.displayName);
      const row = { ...made, resource: record.resource, display_name: record.displayName };
      return { ...answer(exchange, row), written };
    }
    const row = await this.groups.transaction(exchange.caller, async (tx) => {
      if (!(await this.groups.insert(exchange.caller, key, record, tx))) throw noSuchGroup('new');
      await this.members.apply(exchange, key, { kind: 'add', members }, tx);
      return this.inside(exchange, key.groupId, withMembers, tx);
    });
    this.made(exchange, key, record.displayName);
    return { ...answer(exchange, row), written };
  }

  /** RFC 7644 §3.5.1. */
  async replace(
    exchange: ScimExchange,
    groupId: string,
    body: Json,
    options: { readonly ifMatch: IfMatch | undefined; readonly withMembers: boolean },
  ): Promise<ResourceAnswer> {
    const row = await this.whileLocked(exchange, groupId, options.ifMatch, async (tx, key, current) => {
      const { resource, members = [] } = readResource(this.type, body, exchange.trail);
      const kept = keepImmutable(this.type, JSON.parse(current.resource) as ScimResource, resource);
      await this.setAttributes(exchange, key, current, kept, tx);
      await this.members.apply(exchange, key, { kind: 'replace', members }, tx);
      return this.inside(exchange, groupId, options.withMembers, tx);
    });
    return { ...answer(exchange, row), written: writtenBy(this.type, exchange.changes) };
  }

  /**
   * RFC 7644 §3.5.2: every operation lands, or none does. A change of members alone is one statement on their rows; everything else holds
   * the group while it is read and changed. Answers the new version; the members are not read back (entra.md 10.1).
   */
  async patch(exchange: ScimExchange, groupId: string, body: Json, ifMatch?: IfMatch): Promise<string | undefined> {
    exchange.about('Group', groupId);
    if (!isUuid(groupId)) throw noSuchGroup(groupId);
    const changes = ifMatch ? undefined : this.memberChangesOf(exchange, groupId, body);
    const version = changes && (await this.patchMembersAlone(exchange, groupId, changes));
    if (version !== undefined) return version;
    exchange.trail.notes.length = 0;
    return this.whileLocked(exchange, groupId, ifMatch, async (tx, key, current) => {
      const operations = acceptDialects(readPatchRequest(body), this.type, exchange.trail);
      const resource = JSON.parse(current.resource) as ScimResource;
      const plan = planGroupPatch(this.type, resource, operations, exchange.trail, { id: groupId });
      await this.setAttributes(exchange, key, current, plan.resource, tx);
      for (const change of plan.memberChanges) await this.members.apply(exchange, key, change, tx);
      return (await this.inside(exchange, groupId, false, tx)).version;
    });
  }

  /** RFC 7644 §3.6. */
  async remove(exchange: ScimExchange, groupId: string, ifMatch?: IfMatch): Promise<void> {
    exchange.about('Group', groupId);
    if (!isUuid(groupId)) throw noSuchGroup(groupId);
    const key = { groupId, requestId: exchange.requestId };
    const gone = ifMatch
      ? await this.whileLocked(exchange, groupId, ifMatch, (tx) => this.groups.remove(exchange.caller, key, tx))
      : await this.groups.remove(exchange.caller, key);
    if (!gone) throw noSuchGroup(groupId);
    exchange.live = true;
    exchange.about('Group', groupId, gone.display_name);
    exchange.outcome = 'deleted';
    this.counts.changed(exchange.scope);
  }

  /** What a PATCH changes when it concerns members alone. A body that is wrong is complained about when the group has been found (M-12). */
  private memberChangesOf(exchange: ScimExchange, groupId: string, body: Json): readonly MemberChange[] | undefined {
    try {
      const operations = acceptDialects(readPatchRequest(body), this.type, exchange.trail);
      if (!operations.every((operation) => concernsMembers(this.type, operation))) return undefined;
      return planGroupPatch(this.type, NO_ATTRIBUTES, operations, exchange.trail, { id: groupId }).memberChanges;
    } catch (error) {
      if (error instanceof ScimError) return undefined;
      throw error;
    }
  }

  private async patchMembersAlone(
    exchange: ScimExchange,
    groupId: string,
    changes: readonly MemberChange[],
  ): Promise<string | undefined> {
    const [change] = changes;
    if (!change || changes.length > 1) return undefined;
    const row = await this.members.applyAlone(exchange, { groupId, requestId: exchange.requestId }, change);
    if (!row) return undefined;
    if (row.target === 0) throw noSuchGroup(groupId);
    exchange.live = true;
    exchange.outcome = row.added + row.removed > 0 ? 'updated' : 'unchanged';
    if (exchange.outcome === 'updated') this.versions.changed(exchange.scope, groupId);
    return row.version ?? undefined;
  }

  private async setAttributes(
    exchange: ScimExchange,
    key: GroupKey,
    current: GroupRow,
    after: ScimResource,
    tx: ScimTransaction,
  ): Promise<void> {
    const changes = changesBetween(JSON.parse(current.resource) as ScimResource, after);
    if (changes.list.length === 0) return;
    const record = groupRecord(after);
    const data = JSON.stringify(changes.list);
    const changed = await this.groups.update(exchange.caller, key, record, { data, before: current.resource }, tx);
    if (!changed) throw preconditionFailed('The group has changed meanwhile. Read it again and repeat.');
    exchange.changes = changes.list;
    exchange.about('Group', key.groupId, record.displayName);
  }

  /** Holds the group's row, so that a condition on its version stays true and exactly one of several writers gets through. */
  private async whileLocked<Result>(
    exchange: ScimExchange,
    groupId: string,
    ifMatch: IfMatch | undefined,
    work: (tx: ScimTransaction, key: GroupKey, current: GroupRow) => Promise<Result>,
  ): Promise<Result> {
    exchange.about('Group', groupId);
    if (!isUuid(groupId)) throw noSuchGroup(groupId);
    return this.groups.transaction(exchange.caller, async (tx) => {
      const locked = await this.groups.lock(exchange.caller, groupId, tx);
      const current = locked ? await this.groups.find(exchange.caller, groupId, tx) : undefined;
      if (!current) throw noSuchGroup(groupId);
      exchange.live = true;
      exchange.about('Group', groupId, current.display_name);
      ifMatch?.require(current.version);
      const result = await work(tx, { groupId, requestId: exchange.requestId }, current);
      const changed = exchange.changes.length + exchange.membersAdded + exchange.membersRemoved > 0;
      exchange.outcome = changed ? 'updated' : 'unchanged';
      if (changed) this.versions.changed(exchange.scope, groupId);
      return result;
    });
  }

  private async read(exchange: ScimExchange, groupId: string, withMembers: boolean): Promise<GroupRow> {
    exchange.about('Group', groupId);
    const row = isUuid(groupId) ? await this.fetch(exchange, groupId, withMembers) : undefined;
    if (!row) throw noSuchGroup(groupId);
    exchange.live = true;
    exchange.about('Group', groupId, row.display_name);
    return row;
  }

  private fetch(exchange: ScimExchange, groupId: string, withMembers: boolean, tx?: ScimTransaction) {
    return withMembers
      ? this.groups.findWithMembers(exchange.caller, groupId, tx)
      : this.groups.find(exchange.caller, groupId, tx);
  }

  private async inside(
    exchange: ScimExchange,
    groupId: string,
    withMembers: boolean,
    tx: ScimTransaction,
  ): Promise<GroupRow> {
    const row = await this.fetch(exchange, groupId, withMembers, tx);
    if (!row) throw noSuchGroup(groupId);
    return row;
  }

  private made(exchange: ScimExchange, key: GroupKey, displayName: string): void {
    exchange.live = true;
    exchange.about('Group', key.groupId, displayName);
    exchange.outcome = 'created';
    this.counts.changed(exchange.scope);
  }
}

/** Whether an operation speaks of the members only, so that the group itself need not be read. */
function concernsMembers(type: ResourceType, operation: PatchOperation): boolean {
  if (operation.path === undefined) return false;
  const bracket = operation.path.indexOf('[');
  const name = bracket === -1 ? operation.path : operation.path.slice(0, bracket);
  return resolveAttribute(type, name)?.attribute.name === 'members';
}

function answer(exchange: ScimExchange, row: GroupRow): ResourceAnswer {
  return {
    json: groupJson(row, exchange.baseUrl),
    version: row.version,
    location: `${exchange.baseUrl}/Groups/${row.id}`,
  };
}

function noSuchGroup(groupId: string) {
  return notFound(`There is no group ${JSON.stringify(groupId.slice(0, 64))} in this integration.`);
}
