import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { SessionView, SetupState } from '@rollcall/admin-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/access.decorators';
import { ConsoleController } from './console-controller.decorator';
import { SessionCookie } from './session-cookie';
import { originOf } from './session.guard';
import { SessionViews } from './session-views';
import { SetupService } from './setup.service';
import { SetupDto } from './team.dto';

/** The first start: whoever holds the printed link makes the organisation and becomes its Owner. */
@ConsoleController('setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly views: SessionViews,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  async state(): Promise<SetupState> {
    return { needed: await this.setup.isNeeded() };
  }

  @Post()
  @Public()
  async setUp(
    @Body() body: SetupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const secret = await this.setup.redeem(body, originOf(request));
    void reply.header('set-cookie', this.cookie.set(secret));
    return this.views.ofSecret(secret, originOf(request));
  }
}
