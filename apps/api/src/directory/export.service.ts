import { Injectable } from '@nestjs/common';
import {
  GROUP_EXPORT_COLUMNS,
  MEMBER_EXPORT_COLUMNS,
  USER_EXPORT_COLUMNS,
  type GroupExportColumn,
  type GroupExportRequest,
  type GroupMemberSummary,
  type GroupSummary,
  type MemberExportColumn,
  type MemberExportRequest,
  type UserExportColumn,
  type UserExportRequest,
  type UserSummary,
} from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import { csvLine } from '../console/csv-line';
import { ConsoleDatabase } from '../database/console-database';
import { readerOf } from '../masking/who-sees';
import { Sessions } from '../team/sessions.service';
import type { SignedInMember } from '../team/signed-in-member';
import { DirectoryGroupsService } from './groups.service';
import { DirectoryUsersService } from './users.service';

/** Rows a page: enough to keep the line busy, few enough to hold in memory. */
const PAGE = 1_000;
/** Tells a spreadsheet that the text is UTF-8. */
const UTF8_MARK = '\uFEFF';

export interface CsvExport {
  readonly fileName: string;
  /** As many as there are when the export begins. */
  readonly total: number;
  readonly text: AsyncGenerator<string>;
}

interface ExportPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string;
}

type CellsOf<Row, Column extends string> = Readonly<
  Record<Column, (row: Row) => string | number | boolean | undefined>
>;

const USER_CELLS: CellsOf<UserSummary, UserExportColumn> = {
  id: ({ id }) => id,
  userName: ({ userName }) => userName,
  displayName: ({ displayName }) => displayName,
  email: ({ email }) => email,
  active: ({ active }) => active,
  title: ({ title }) => title,
  department: ({ department }) => department,
  externalId: ({ externalId }) => externalId,
  integration: ({ integrationName }) => integrationName,
  created: ({ created }) => created,
  lastModified: ({ lastModified }) => lastModified,
};

const GROUP_CELLS: CellsOf<GroupSummary, GroupExportColumn> = {
  id: ({ id }) => id,
  displayName: ({ displayName }) => displayName,
  members: ({ memberCount }) => memberCount,
  externalId: ({ externalId }) => externalId,
  integration: ({ integrationName }) => integrationName,
  lastModified: ({ lastModified }) => lastModified,
};

const MEMBER_CELLS: CellsOf<GroupMemberSummary, MemberExportColumn> = {
  id: ({ id }) => id,
  type: ({ type }) => type,
  displayName: ({ displayName }) => displayName,
  userName: ({ userName }) => userName,
  active: ({ active }) => active,
};

/**
 * Lists as CSV, page after page: memory holds one page, and no transaction stays open, so that a slow reader keeps nobody waiting. People
 * and members come in the order in which they were made, so that whoever is there from beginning to end is in it exactly once.
 */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly users: DirectoryUsersService,
    private readonly groups: DirectoryGroupsService,
    private readonly sessions: Sessions,
    private readonly activity: ActivityLog,
  ) {}

  async ofUsers(member: SignedInMember, filter: UserExportRequest): Promise<CsvExport> {
    const reader = readerOf(member);
    const wish = { ...filter, sort: 'created' as const, limit: PAGE };
    const first = await this.users.list(reader, wish);
    await this.record(member, 'users', first.total, filter);
    const pages = this.pages(member, first, (cursor) => this.users.listUncounted(reader, { ...wish, cursor }));
    return { fileName: 'users.csv', total: first.total, text: csvOf(USER_EXPORT_COLUMNS, USER_CELLS, pages) };
  }

  async ofGroups(member: SignedInMember, filter: GroupExportRequest): Promise<CsvExport> {
    const { tenantId } = member;
    const wish = { ...filter, limit: PAGE };
    const first = await this.groups.list(tenantId, wish);
    const total = first.total;
    await this.record(member, 'groups', total, filter);
    const pages = this.pages(member, first, (cursor) => this.groups.list(tenantId, { ...wish, cursor }));
    return { fileName: 'groups.csv', total, text: csvOf(GROUP_EXPORT_COLUMNS, GROUP_CELLS, pages) };
  }

  async ofMembers(member: SignedInMember, groupId: string, filter: MemberExportRequest): Promise<CsvExport> {
    const reader = readerOf(member);
    const { displayName } = await this.groups.get(reader.tenantId, groupId);
    const wish = { ...filter, limit: PAGE };
    const first = await this.groups.listMembers(reader, groupId, wish);
    const total = first.total;
    await this.record(member, 'members', total, filter, { type: 'group', id: groupId, name: displayName });
    const pages = this.pages(member, first, (cursor) => this.groups.listMembers(reader, groupId, { ...wish, cursor }));
    return { fileName: 'members.csv', total, text: csvOf(MEMBER_EXPORT_COLUMNS, MEMBER_CELLS, pages) };
  }

  /** Goes on from the page that told how many there are. Breaks off when the person's right is taken away meanwhile (SEC-50). */
  private async *pages<Row>(
    member: SignedInMember,
    first: ExportPage<Row>,
    read: (cursor: string) => Promise<ExportPage<Row>>,
  ): AsyncGenerator<readonly Row[]> {
    for (let page = first; ;) {
      if (!(await this.sessions.isOpen(member))) throw new Error('the session of an export has ended');
      yield page.items;
      if (page.nextCursor === undefined) return;
      page = await read(page.nextCursor);
    }
  }

  private record(
    member: SignedInMember,
    what: 'users' | 'groups' | 'members',
    rows: number,
    filter: object,
    object?: { readonly type: string; readonly id: string; readonly name: string },
  ): Promise<void> {
    return this.database.inTenant(member.tenantId, (em) =>
      this.activity.record(em, member, {
        action: 'directory.exported',
        ...(object ? { object } : {}),
        details: { what, rows, filter: { ...filter } },
      }),
    );
  }
}

async function* csvOf<Row, Column extends string>(
  columns: readonly Column[],
  cells: CellsOf<Row, Column>,
  pages: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<string> {
  yield UTF8_MARK + csvLine(columns);
  for await (const rows of pages)
    yield rows.map((row) => csvLine(columns.map((column) => cells[column](row)))).join('');
}
