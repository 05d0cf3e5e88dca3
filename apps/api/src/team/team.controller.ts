import { Body, Delete, Get, Header, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { IssuedInvitation, TeamView } from '@rollcall/admin-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from './console-controller.decorator';
import { InvitationsService } from './invitations.service';
import { SessionCookie } from './session-cookie';
import { originOf } from './session.guard';
import { CurrentMember, type SignedInMember } from './signed-in-member';
import { ChangeRoleDto, InviteDto } from './team.dto';
import { TeamService } from './team.service';

/** Who works in the console (A31). Everybody may know; Admins change the team, and Owners alone what concerns Owners. */
@ConsoleController('team')
export class TeamController {
  constructor(
    private readonly team: TeamService,
    private readonly invitations: InvitationsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  view(@CurrentMember() { tenantId }: SignedInMember): Promise<TeamView> {
    return this.team.view(tenantId);
  }

  @Post('invitations')
  @ConsoleAuth('owner', 'admin')
  @Header('cache-control', 'no-store')
  invite(@CurrentMember() member: SignedInMember, @Body() body: InviteDto): Promise<IssuedInvitation> {
    return this.invitations.invite(member, body);
  }

  @Post('invitations/:id/resend')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  @Header('cache-control', 'no-store')
  resend(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<IssuedInvitation> {
    return this.invitations.renew(member, id);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  revoke(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.revoke(member, id);
  }

  @Patch('members/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  changeRole(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeRoleDto,
  ): Promise<void> {
    return this.team.changeRole(member, id, body.role);
  }

  @Post('members/:id/suspend')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  suspend(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.team.suspend(member, id);
  }

  @Post('members/:id/reinstate')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  reinstate(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.team.reinstate(member, id);
  }

  @Delete('members/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  remove(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.team.remove(member, id);
  }

  /** Owners end anyone's sessions (SEC-42). */
  @Delete('members/:id/sessions')
  @HttpCode(204)
  @ConsoleAuth('owner')
  endSessions(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.team.endSessions(member, id);
  }

  /** The Owner becomes Admin, so the session goes on under a new id (SEC-42). */
  @Post('members/:id/transfer-ownership')
  @HttpCode(204)
  @ConsoleAuth('owner')
  @NeedsRecentSignIn()
  async transferOwnership(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = await this.team.transferOwnership(member, id, originOf(request));
    void reply.header('set-cookie', this.cookie.set(secret));
  }
}
