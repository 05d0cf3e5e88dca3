import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { constraintOf } from '../database/constraint-errors';
import { WorkerDatabase } from '../database/worker-database';
import type { ScimCaller } from './scim-caller';

const FLUSH_AFTER_MS = 200;
/** A token's use is written at most so often; the first one at once. */
const WRITE_EVERY_MS = 60_000;
const TOKENS_KEPT_MAX = 10_000;

export interface TokenUse {
  readonly at: Date;
  readonly address?: string | undefined;
  readonly client?: string | undefined;
}

interface PendingUse extends TokenUse {
  readonly caller: ScimCaller;
  readonly firstAt: Date;
}

const TOKEN_GONE = 'token_use_token_fk';

/** Of the tokens that still are there. */
const UPSERT = {
  name: 'record_token_use',
  text: `insert into token_use (tenant_id, integration_id, token_id, first_used_at, last_used_at, last_address, last_client)
    select $1, used.* from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[])
        as used (integration_id, token_id, first_used_at, last_used_at, last_address, last_client)
      join token on token.tenant_id = $1 and token.integration_id = used.integration_id and token.id = used.token_id
    order by used.integration_id, used.token_id
    on conflict on constraint token_use_pkey do update
       set last_used_at = excluded.last_used_at, last_address = excluded.last_address, last_client = excluded.last_client
     where token_use.last_used_at < excluded.last_used_at`,
};

/** Remembers when, from where and by what a token was used last; never in a request's path, and its failure fails no request (SEC-09). */
@Injectable()
export class TokenUseRecorder implements OnApplicationShutdown {
  private readonly logger = new Logger('tokens');
  private readonly pending = new Map<string, PendingUse>();
  private readonly writtenAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly database: WorkerDatabase) {}

  record(caller: ScimCaller, use: TokenUse): void {
    const waiting = this.pending.get(caller.tokenId);
    if (!waiting && this.pending.size >= TOKENS_KEPT_MAX) return;
    this.pending.set(caller.tokenId, { ...use, caller, firstAt: waiting?.firstAt ?? use.at });
    if (waiting) return;
    const sinceWritten = Date.now() - (this.writtenAt.get(caller.tokenId) ?? 0);
    this.flushIn(Math.max(FLUSH_AFTER_MS, WRITE_EVERY_MS - sinceWritten));
  }

  /** Everything recorded so far is in the table when this resolves. */
  async flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write([...this.pending.values()]));
    await this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
  }

  private flushIn(delayMs: number): void {
    if (this.timer && delayMs > FLUSH_AFTER_MS) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flushDue();
    }, delayMs).unref();
  }

  private async flushDue(): Promise<void> {
    const due: PendingUse[] = [];
    let nextInMs = Infinity;
    for (const use of this.pending.values()) {
      const restMs = WRITE_EVERY_MS - (Date.now() - (this.writtenAt.get(use.caller.tokenId) ?? 0));
      if (restMs <= 0) due.push(use);
      else nextInMs = Math.min(nextInMs, restMs);
    }
    if (nextInMs < Infinity) this.flushIn(nextInMs);
    this.writing = this.writing.then(() => this.write(due));
    await this.writing;
  }

  private async write(uses: readonly PendingUse[]): Promise<void> {
    for (const { caller } of uses) this.pending.delete(caller.tokenId);
    for (const [tenantId, batch] of byTenant(uses)) {
      try {
        await this.upsert(tenantId, batch);
        this.noteWritten(batch);
      } catch (error) {
        this.logger.warn({ event: 'tokenUse.notRecorded', count: batch.length, error: String(error) });
      }
    }
  }

  /** A token that is purged in the same moment refuses the whole batch; asked again, the statement finds it gone. */
  private async upsert(tenantId: string, batch: readonly PendingUse[]): Promise<void> {
    try {
      await this.database.inTenant(tenantId, (tx) => tx.query({ ...UPSERT, values: columnsOf(tenantId, batch) }));
    } catch (error) {
      if (constraintOf(error) !== TOKEN_GONE) throw error;
      await this.upsert(tenantId, batch);
    }
  }

  private noteWritten(batch: readonly PendingUse[]): void {
    if (this.writtenAt.size > TOKENS_KEPT_MAX) this.writtenAt.clear();
    for (const { caller } of batch) this.writtenAt.set(caller.tokenId, Date.now());
  }
}

function columnsOf(tenantId: string, uses: readonly PendingUse[]): unknown[] {
  return [
    tenantId,
    uses.map(({ caller }) => caller.integrationId),
    uses.map(({ caller }) => caller.tokenId),
    uses.map(({ firstAt }) => firstAt),
    uses.map(({ at }) => at),
    uses.map(({ address }) => address ?? null),
    uses.map(({ client }) => client ?? null),
  ];
}

function byTenant(uses: readonly PendingUse[]): Map<string, PendingUse[]> {
  const tenants = new Map<string, PendingUse[]>();
  for (const use of uses) {
    const list = tenants.get(use.caller.tenantId);
    if (list) list.push(use);
    else tenants.set(use.caller.tenantId, [use]);
  }
  return tenants;
}
