import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { isUnavailable } from '../database/constraint-errors';
import { WorkerDatabase } from '../database/worker-database';
import { insertionsOf } from './request-statements';
import type { RequestRecord } from './request-record';
import { countTraffic } from './traffic-counts';

const BUFFER_MAX = 20_000;
const BATCH_MAX = 500;
const FLUSH_EVERY_MS = 200;

/**
 * Takes the records of answered requests and writes them in batches, outside every answer's path. When the database is slower than the
 * requests the newest records are dropped and counted: logging never blocks and never breaks a request.
 */
@Injectable()
export class RequestLog implements OnApplicationShutdown {
  private readonly logger = new Logger('requests');
  private buffer: RequestRecord[] = [];
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners: ((records: readonly RequestRecord[]) => void)[] = [];
  dropped = 0;

  constructor(private readonly database: WorkerDatabase) {}

  record(record: RequestRecord): void {
    if (this.buffer.length >= BUFFER_MAX) {
      this.dropped += 1;
      return;
    }
    this.buffer.push(record);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, FLUSH_EVERY_MS);
  }

  /** Called with each batch after it is written: for what follows from requests without making them wait. */
  afterEachBatch(listener: (records: readonly RequestRecord[]) => void): void {
    this.listeners.push(listener);
  }

  /** Everything recorded so far is in the table when this resolves. */
  async flush(): Promise<void> {
    await this.writing;
    if (this.buffer.length === 0) return;
    this.writing = this.writeAll().finally(() => {
      this.writing = undefined;
    });
    await this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
  }

  private async writeAll(): Promise<void> {
    while (this.buffer.length > 0) {
      const batch = this.buffer.slice(0, BATCH_MAX);
      this.buffer = this.buffer.slice(BATCH_MAX);
      for (const [tenantId, records] of byTenant(batch)) await this.write(tenantId, records);
    }
  }

  /** When one record cannot be stored, it alone is lost, and not what was written with it. */
  private async write(tenantId: string, records: readonly RequestRecord[]): Promise<void> {
    try {
      await this.insert(tenantId, records);
      for (const tell of this.listeners) tell(records);
    } catch (error) {
      if (records.length > 1 && !isUnavailable(error)) {
        const half = Math.ceil(records.length / 2);
        await this.write(tenantId, records.slice(0, half));
        await this.write(tenantId, records.slice(half));
        return;
      }
      this.dropped += records.length;
      this.logger.error({ event: 'requests.notLogged', count: records.length, error: String(error) });
    }
  }

  private async insert(tenantId: string, records: readonly RequestRecord[]): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      for (const insertion of insertionsOf(records)) await tx.query(insertion);
      const counts = countTraffic(tenantId, records);
      if (counts) await tx.query(counts);
    });
  }
}

function byTenant(records: readonly RequestRecord[]): Map<string, RequestRecord[]> {
  const tenants = new Map<string, RequestRecord[]>();
  for (const record of records) {
    const list = tenants.get(record.tenantId);
    if (list) list.push(record);
    else tenants.set(record.tenantId, [record]);
  }
  return tenants;
}
