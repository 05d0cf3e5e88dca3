import {
  bulkIdOf,
  bulkIdsIn,
  invalidValue,
  isJsonObject,
  resolveBulkIds,
  ScimError,
  type BulkOperation,
  type BulkRequest,
  type Json,
  type JsonObject,
} from '@rollcall/scim-protocol';

/** Members that a new group waits for, because they are created later in the same request (a circle of groups). */
export interface WaitingGroup {
  readonly index: number;
  readonly groupId: string;
  readonly members: readonly JsonObject[];
}

export interface ResolvedOperation {
  readonly operation: BulkOperation;
  /** Members that do not exist yet. */
  readonly later: readonly JsonObject[];
}

/** What the operations of one bulk request know of each other: which bulkId became which id (RFC 7644 §3.7.2). */
export class BulkRun {
  readonly ids = new Map<string, string>();
  private readonly pending: Set<string>;
  private waiting: WaitingGroup[] = [];

  constructor(request: BulkRequest) {
    this.pending = new Set(
      request.operations.flatMap((item) =>
        item.kind === 'operation' && item.method === 'POST' && item.bulkId !== undefined ? [item.bulkId] : [],
      ),
    );
  }

  /** The operation of this bulkId has been carried out; without an id it failed. */
  settle(bulkId: string | undefined, id: string | undefined): void {
    if (bulkId === undefined) return;
    this.pending.delete(bulkId);
    if (id !== undefined) this.ids.set(bulkId, id);
  }

  wait(group: WaitingGroup): void {
    if (group.members.length > 0) this.waiting.push(group);
  }

  /** Groups whose members have all been settled by now, well or badly. They wait no longer. */
  takeSettled(): WaitingGroup[] {
    const isSettled = (group: WaitingGroup): boolean =>
      group.members.every((member) => !this.pending.has(bulkIdIn(member)));
    const settled = this.waiting.filter(isSettled);
    this.waiting = this.waiting.filter((group) => !isSettled(group));
    return settled;
  }

  /** Those that wait for what will never come, because the request stopped at its errors. */
  takeAbandoned(): WaitingGroup[] {
    const abandoned = this.waiting;
    this.waiting = [];
    return abandoned;
  }

  /**
   * The operation with ids in place of bulkIds. Members of a group that are still to be created are set apart.
   * @throws ScimError 400 for a bulkId that names nothing, 409 for a circle that cannot be resolved
   */
  resolve(item: BulkOperation): ResolvedOperation {
    const split = item.data === undefined ? undefined : this.splitMembers(item.endpoint, item.data);
    const data = split === undefined ? undefined : this.resolveData(split.now);
    const id = item.id === undefined ? undefined : this.resolveId(item.id);
    return {
      operation: { ...item, ...(id === undefined ? {} : { id }), ...(data === undefined ? {} : { data }) },
      later: split?.later ?? [],
    };
  }

  resolveData(data: JsonObject): JsonObject {
    for (const bulkId of bulkIdsIn(data)) this.require(bulkId);
    return resolveBulkIds(data, this.ids);
  }

  private resolveId(reference: string): string {
    const bulkId = bulkIdOf(reference);
    return bulkId === undefined ? reference : this.require(bulkId);
  }

  private require(bulkId: string): string {
    const id = this.ids.get(bulkId);
    if (id !== undefined) return id;
    if (this.pending.has(bulkId)) {
      throw new ScimError(
        409,
        undefined,
        `bulkId ${JSON.stringify(bulkId)} is part of a circle that cannot be resolved.`,
      );
    }
    throw invalidValue(`bulkId ${JSON.stringify(bulkId)} names no resource that this request created.`);
  }

  /** Of a group; nothing else waits for what is created later. */
  private splitMembers(
    endpoint: string,
    data: JsonObject,
  ): { readonly now: JsonObject; readonly later: readonly JsonObject[] } {
    if (endpoint !== '/Groups') return { now: data, later: [] };
    const key = Object.keys(data).find((name) => name.toLowerCase() === 'members');
    const members: readonly Json[] | undefined =
      key !== undefined && Array.isArray(data[key]) ? (data[key] as Json[]) : undefined;
    if (key === undefined || members === undefined) return { now: data, later: [] };
    const isLater = (member: Json): member is JsonObject => isJsonObject(member) && this.pending.has(bulkIdIn(member));
    if (!members.some(isLater)) return { now: data, later: [] };
    return { now: { ...data, [key]: members.filter((member) => !isLater(member)) }, later: members.filter(isLater) };
  }
}

function bulkIdIn(member: JsonObject): string {
  const value = member['value'];
  return typeof value === 'string' ? (bulkIdOf(value) ?? '') : '';
}
