import { Body, Delete, Get, Header, HttpCode, Param, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { ActivityEntry, ActivityPage, ActivityView } from '@rollcall/admin-contracts';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { notFound } from '../console/console-error';
import { IdPipe } from '../console/id.pipe';
import { ConsoleDatabase } from '../database/console-database';
import { readerOf } from '../masking/who-sees';
import { ConsoleController } from '../team/console-controller.decorator';
import { Sessions } from '../team/sessions.service';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { ActivityExport } from './activity-export.service';
import { ActivityLog } from './activity-log';
import {
  ActivityFilterDto,
  ActivityQueryDto,
  RenameActivityViewDto,
  RevealActivityDto,
  SaveActivityViewDto,
} from './activity-query.dto';
import { ActivityViews } from './activity-views.service';
import { ActivityRepository } from './activity.repository';

/** Who did what (A34, A35). There is no way to change it. */
@ConsoleController('activity')
export class ActivityController {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly activity: ActivityRepository,
    private readonly views: ActivityViews,
    private readonly exports: ActivityExport,
    private readonly log: ActivityLog,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() member: SignedInMember, @Query() query: ActivityQueryDto): Promise<ActivityPage> {
    const { cursor, limit, ...filter } = query;
    return this.database.inTenant(member.tenantId, (em) =>
      this.activity.page(em, readerOf(member), { filter, cursor, limit }),
    );
  }

  /** An entry's old and new values with nothing hidden; that they were seen, and why, is an entry itself (SEC-53). */
  @Post('reveal')
  @HttpCode(200)
  @NeedsRecentSignIn()
  @ConsoleAuth('owner', 'admin', 'support')
  reveal(
    @CurrentMember() member: SignedInMember,
    @Body() { reason = '', ...key }: RevealActivityDto,
  ): Promise<ActivityEntry> {
    return this.database.inTenant(member.tenantId, async (em) => {
      const entry = await this.activity.change(em, member.tenantId, key);
      if (entry?.object === undefined) throw notFound('change');
      const details = { entry: entry.action, at: entry.at, ...(reason === '' ? {} : { reason }) };
      await this.log.record(em, member, { action: 'activity.revealed', object: entry.object, details });
      return entry;
    });
  }

  @Get('export')
  @ConsoleAuth('owner', 'admin', 'auditor')
  @NeedsRecentSignIn()
  @Header('cache-control', 'no-store')
  async export(
    @CurrentMember() member: SignedInMember,
    @Query() filter: ActivityFilterDto,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const lines = await this.exports.start(member, filter, () => this.sessions.isOpen(member));
    request.raw.once('close', () => void lines.return(undefined));
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="activity.csv"',
    });
  }

  @Get('views')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listViews(@CurrentMember() member: SignedInMember): Promise<ActivityView[]> {
    return this.views.list(member);
  }

  /** One's own bookmark: changes nothing of the organisation, so an Auditor may as well. */
  @Post('views')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  saveView(@CurrentMember() member: SignedInMember, @Body() body: SaveActivityViewDto): Promise<ActivityView> {
    return this.views.save(member, body);
  }

  @Patch('views/:id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  renameView(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() { name }: RenameActivityViewDto,
  ): Promise<ActivityView> {
    return this.views.rename(member, id, name);
  }

  @Delete('views/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  deleteView(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.views.delete(member, id);
  }
}
