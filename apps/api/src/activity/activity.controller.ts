import { Body, Delete, Get, Header, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { ActivityPage, ActivityView } from '@rollcall/admin-contracts';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleDatabase } from '../database/console-database';
import { ConsoleController } from '../team/console-controller.decorator';
import { Sessions } from '../team/sessions.service';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { ActivityExport } from './activity-export.service';
import { ActivityFilterDto, ActivityQueryDto, SaveActivityViewDto } from './activity-query.dto';
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
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: ActivityQueryDto): Promise<ActivityPage> {
    const { cursor, limit, ...filter } = query;
    return this.database.inTenant(tenantId, (em) => this.activity.page(em, tenantId, { filter, cursor, limit }));
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

  @Delete('views/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  deleteView(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.views.delete(member, id);
  }
}
