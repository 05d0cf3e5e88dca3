import { Readable } from 'node:stream';
import { Body, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { EXPORT_TOTAL_HEADER } from '@rollcall/admin-contracts';
import type { FastifyReply } from 'fastify';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { GroupExportDto, MemberExportDto, UserExportDto } from './export.dto';
import { ExportService, type CsvExport } from './export.service';

/** Lists as files. POST, because each is written to the activity log. */
@ConsoleController('')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Post('users/export')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin', 'auditor')
  @NeedsRecentSignIn()
  async users(
    @CurrentMember() member: SignedInMember,
    @Body() filter: UserExportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamed(reply, await this.exports.ofUsers(member, filter));
  }

  @Post('groups/export')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin', 'auditor')
  @NeedsRecentSignIn()
  async groups(
    @CurrentMember() member: SignedInMember,
    @Body() filter: GroupExportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamed(reply, await this.exports.ofGroups(member, filter));
  }

  @Post('groups/:id/members/export')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin', 'auditor')
  @NeedsRecentSignIn()
  async members(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() filter: MemberExportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return streamed(reply, await this.exports.ofMembers(member, id, filter));
  }
}

function streamed(reply: FastifyReply, { fileName, total, text }: CsvExport): StreamableFile {
  void reply.header(EXPORT_TOTAL_HEADER, String(total)).header('cache-control', 'no-store');
  return new StreamableFile(Readable.from(text, { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${fileName}"`,
  });
}
