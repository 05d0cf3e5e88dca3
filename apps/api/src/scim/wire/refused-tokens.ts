import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { englishSentence } from '../../requests/english-sentence';
import { RequestLog } from '../../requests/request-log';
import type { RequestRecord } from '../../requests/request-record';
import { TenantHosts } from '../../tenants/tenant-hosts';
import { anonymousRecord } from './anonymous-record';

/** So many requests a minute with dead tokens of one integration stand in its log one by one; so many of nobody's in an organisation's. */
export const DEAD_LISTED_MAX = 30;
export const UNKNOWN_LISTED_MAX = 5;
/** Integrations and organisations that are counted at the same time. */
export const COUNTED_MAX = 10_000;
const MINUTE_MS = 60_000;

/** What was refused within one minute, and not listed one by one. */
interface Tally {
  readonly since: Date;
  listed: number;
  counted: number;
  last: RequestRecord;
}

/**
 * Requests whose token opens nothing, in the request log of those who may want to know (C01), without letting anybody flood it: beyond a few a
 * minute they are counted, and the minute's count is one row. In memory there is one tally for each integration and organisation that is being refused.
 */
@Injectable()
export class RefusedTokens implements BeforeApplicationShutdown {
  private readonly tallies = new Map<string, Tally>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: RequestLog,
    private readonly hosts: TenantHosts,
  ) {}

  /** A request with a revoked or expired token: `record` is what would be logged of it. */
  dead(record: RequestRecord): void {
    this.admit(`integration ${record.integrationId ?? ''}`, record, DEAD_LISTED_MAX);
  }

  /** A request with no token, or with one that was never issued here. Logged where its host says whose server it was sent to. */
  unknown(request: FastifyRequest, reply: FastifyReply): void {
    const tenantId = this.tenantOf(request.headers.host ?? '');
    if (tenantId !== undefined)
      this.admit(`tenant ${tenantId}`, anonymousRecord(request, reply, tenantId), UNKNOWN_LISTED_MAX);
  }

  /** What was counted so far is handed to the log. */
  tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const until = new Date();
    for (const tally of this.tallies.values()) if (tally.counted > 0) this.log.record(summary(tally, until));
    this.tallies.clear();
  }

  /** Before the log itself writes for the last time. */
  beforeApplicationShutdown(): void {
    this.tell();
  }

  private admit(key: string, record: RequestRecord, listedMax: number): void {
    const tally = this.tallies.get(key) ?? this.open(key, record);
    if (!tally) return;
    tally.last = record;
    if (tally.listed >= listedMax) {
      tally.counted += 1;
      return;
    }
    tally.listed += 1;
    this.log.record(record);
  }

  private open(key: string, record: RequestRecord): Tally | undefined {
    if (this.tallies.size >= COUNTED_MAX) return undefined;
    const tally = { since: record.at, listed: 0, counted: 0, last: record };
    this.tallies.set(key, tally);
    this.timer ??= setTimeout(() => this.tell(), MINUTE_MS).unref();
    return tally;
  }

  /** The installation's own host names nobody; with one organisation there is no doubt whose it is. */
  private tenantOf(host: string): string | undefined {
    const owner = this.hosts.tenantOfHost(host);
    if (owner.kind === 'tenant') return owner.tenantId;
    const [only, another] = this.hosts.tenants();
    return owner.kind === 'plain' && another === undefined ? only?.tenantId : undefined;
  }
}

function summary({ since, counted, last }: Tally, until: Date): RequestRecord {
  const came = counted === 1 ? 'It came' : 'They came';
  const detail = `${came} from ${clock(since)} to ${clock(until)} UTC, the last one from ${last.address ?? 'an unknown address'}.`;
  return {
    ...last,
    id: uuid(),
    at: until,
    query: null,
    durationMs: 0,
    summary: englishSentence({ code: 'manyRefused', count: counted, detail }),
    trail: { counted, error: { detail } },
    requestBody: null,
    responseBody: null,
  };
}

function clock(at: Date): string {
  return at.toISOString().slice(11, 19);
}
