import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { SessionView } from '@rollcall/admin-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleAuth, Public } from '../access/access.decorators';
import { ConsoleController } from './console-controller.decorator';
import { SessionCookie } from './session-cookie';
import { originOf } from './session.guard';
import { SessionViews } from './session-views';
import { SignInService } from './sign-in.service';
import { CurrentMember, type SignedInMember } from './signed-in-member';
import { ConfirmDto, SignInDto } from './team.dto';

@ConsoleController('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly views: SessionViews,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() member: SignedInMember): SessionView {
    return this.views.of(member);
  }

  @Post()
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const secret = await this.signIns.signIn(body, originOf(request));
    void reply.header('set-cookie', this.cookie.set(secret));
    return this.views.ofSecret(secret, originOf(request));
  }

  /** The password once more, for what a stolen session must not do (SEC-49). */
  @Post('confirm')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  async confirm(
    @CurrentMember() member: SignedInMember,
    @Body() body: ConfirmDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const secret = await this.signIns.confirm(member, body.password, originOf(request));
    void reply.header('set-cookie', this.cookie.set(secret));
    return this.views.of(member);
  }

  @Delete()
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  async signOut(
    @CurrentMember() member: SignedInMember,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(member);
    void reply.header('set-cookie', this.cookie.clear());
  }
}
