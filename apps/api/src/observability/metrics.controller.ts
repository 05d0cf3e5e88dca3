import net from 'node:net';
import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/access.decorators';
import { ObservabilityConfig } from '../config/observability.config';
import { Metrics } from './metrics';

const LOOPBACK = new net.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: ObservabilityConfig,
  ) {}

  @Public()
  @Get('metrics')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.mayRead(request)) throw new NotFoundException();
    await reply.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }

  private mayRead(request: FastifyRequest): boolean {
    switch (this.config.metrics) {
      case 'all':
        return true;
      case 'loopback':
        return comesFromThisMachine(request);
      case 'off':
        return false;
    }
  }
}

/** A proxy on this machine also connects from loopback, on behalf of the whole world; what it forwards is not local. */
function comesFromThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in request.headers);
  return !forwarded && LOOPBACK.check(address, net.isIPv6(address) ? 'ipv6' : 'ipv4');
}
