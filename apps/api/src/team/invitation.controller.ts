import { Body, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { InvitationView, SessionView } from '@rollcall/admin-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/access.decorators';
import { ConsoleController } from './console-controller.decorator';
import { InvitationsService } from './invitations.service';
import { SessionCookie } from './session-cookie';
import { originOf } from './session.guard';
import { SessionViews } from './session-views';
import { AcceptInvitationDto, OpenInvitationDto } from './team.dto';

/** For whoever holds an invitation's link, and has no account yet. */
@ConsoleController('invitation')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly views: SessionViews,
    private readonly cookie: SessionCookie,
  ) {}

  /** Asks only; a POST because a secret is nothing for an address. */
  @Post('open')
  @HttpCode(200)
  @Public()
  @Header('cache-control', 'no-store')
  open(@Body() body: OpenInvitationDto): Promise<InvitationView> {
    return this.invitations.open(body.invitationToken);
  }

  @Post('accept')
  @Public()
  async accept(
    @Body() body: AcceptInvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const secret = await this.invitations.accept(body, originOf(request));
    void reply.header('set-cookie', this.cookie.set(secret));
    return this.views.ofSecret(secret, originOf(request));
  }
}
