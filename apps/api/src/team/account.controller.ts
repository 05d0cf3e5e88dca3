import { Body, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { MemberSession, SessionView } from '@rollcall/admin-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { AccountService } from './account.service';
import { ConsoleController } from './console-controller.decorator';
import { SessionCookie } from './session-cookie';
import { originOf } from './session.guard';
import { SessionViews } from './session-views';
import { CurrentMember, type SignedInMember } from './signed-in-member';
import { ChangePasswordDto, RenameAccountDto } from './team.dto';

/** One's own account, whatever the role. */
@ConsoleController('account')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly views: SessionViews,
    private readonly cookie: SessionCookie,
  ) {}

  @Patch()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  async rename(@CurrentMember() member: SignedInMember, @Body() body: RenameAccountDto): Promise<SessionView> {
    await this.account.rename(member, body.name);
    return this.views.of({ ...member, name: body.name });
  }

  @Post('password')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  async changePassword(
    @CurrentMember() member: SignedInMember,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = await this.account.changePassword(member, body, originOf(request));
    void reply.header('set-cookie', this.cookie.set(secret));
  }

  @Get('sessions')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  sessions(@CurrentMember() member: SignedInMember): Promise<MemberSession[]> {
    return this.account.listSessions(member);
  }

  @Delete('sessions/others')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  endOthers(@CurrentMember() member: SignedInMember): Promise<void> {
    return this.account.endOtherSessions(member);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  endSession(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.account.endSession(member, id);
  }
}
