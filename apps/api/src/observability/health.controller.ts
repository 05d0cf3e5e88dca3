import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access.decorators';
import { Readiness } from './readiness';

/** For whoever watches over the process. */
@Public()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives. Says nothing about the database: restarting us would not mend that. */
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const status = await this.readiness.state();
    if (status !== 'ready') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status };
  }
}
