import { Injectable } from '@nestjs/common';
import {
  ACTIVITY_EXPORT_COLUMNS,
  ACTIVITY_EXPORT_MAX,
  type ActivityEntry,
  type ActivityExportColumn,
  type ActivityFilter,
} from '@rollcall/admin-contracts';
import { csvLine } from '../console/csv-line';
import { ConsoleDatabase } from '../database/console-database';
import { readerOf, type Reader } from '../masking/who-sees';
import type { SignedInMember } from '../team/signed-in-member';
import { ActivityLog } from './activity-log';
import { ActivityRepository } from './activity.repository';

const PAGE = 1_000;

/** The log as a CSV file, a page at a time: memory stays the same however long it is. */
@Injectable()
export class ActivityExport {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly activity: ActivityRepository,
    private readonly log: ActivityLog,
  ) {}

  /** Logs the deed; the lines are read as they are asked for. `goesOn` is asked before each page: rights may have been taken away (SEC-50). */
  async start(
    member: SignedInMember,
    filter: ActivityFilter,
    goesOn: () => Promise<boolean>,
  ): Promise<AsyncGenerator<string>> {
    await this.database.inTenant(member.tenantId, (em) =>
      this.log.record(em, member, { action: 'activity.exported', details: { filter: { ...filter } } }),
    );
    return this.lines(readerOf(member), filter, goesOn);
  }

  private async *lines(reader: Reader, filter: ActivityFilter, goesOn: () => Promise<boolean>): AsyncGenerator<string> {
    yield csvLine(ACTIVITY_EXPORT_COLUMNS);
    let cursor: string | undefined;
    let written = 0;
    do {
      if (!(await goesOn())) throw new Error('the session of an export has ended');
      const limit = Math.min(PAGE, ACTIVITY_EXPORT_MAX - written);
      const page = await this.database.inTenant(reader.tenantId, (em) =>
        this.activity.page(em, reader, { filter, cursor, limit }),
      );
      if (page.items.length > 0) yield page.items.map(lineOf).join('');
      written += page.items.length;
      cursor = page.nextCursor;
    } while (cursor !== undefined && written < ACTIVITY_EXPORT_MAX);
  }
}

function lineOf(entry: ActivityEntry): string {
  const { actor, object, integration, details } = entry;
  const cells: Readonly<Record<ActivityExportColumn, string | undefined>> = {
    time: entry.at,
    'actor type': actor.type,
    actor: actor.name,
    action: entry.action,
    'object type': object?.type,
    object: object?.name,
    'object id': object?.id,
    integration: integration?.name,
    result: entry.result,
    address: entry.address,
    'request id': entry.requestId,
    details: Object.keys(details).length === 0 ? '' : JSON.stringify(details),
  };
  return csvLine(ACTIVITY_EXPORT_COLUMNS.map((column) => cells[column]));
}
