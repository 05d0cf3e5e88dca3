import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { AppConfig } from './config/app.config';
import type { Databases } from './database/databases';
import { serveConsole } from './edge/console-files';
import { addSecurityHeaders } from './edge/security-headers';
import { refuseBadUrl, refuseUnknownApi } from './edge/unknown-api';
import { RollcallLogger } from './observability/logger';
import { Metrics } from './observability/metrics';
import { newRequestId, tellRequestId } from './observability/request-id';
import { RequestLog } from './requests/request-log';
import { ScimTypes } from './scim/registry';
import { registerScimParsers } from './scim/wire/body-parsers';
import { logScimRequests } from './scim/wire/log-requests';
import { RefusedTokens } from './scim/wire/refused-tokens';
import { answerScimOptions } from './scim/wire/answer-options';
import { canonicalScimUrl } from './scim/wire/scim-url';
import { TokenUseRecorder } from './tokens/token-use-recorder';

const MEBIBYTE = 1_048_576;
const REQUEST_TIMEOUT_MS = 60_000;
/** Longer than the idle time of usual balancers, so that it is never we who close a connection they are about to use. */
const KEEP_ALIVE_MS = 72_000;

/** The whole server on opened databases, not yet listening. Routes are answered by their features; here is only what holds for all. */
export async function createApp(
  config: AppConfig,
  databases: Databases,
  consoleFolder?: string,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, databases), createAdapter(config), {
    logger: new RollcallLogger(config.observability),
    abortOnError: false,
    // Bodies are read by the parsers of scim/wire; forms are read nowhere.
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  tellRequestId(fastify);
  addSecurityHeaders(fastify, config.hosts.publicUrl);
  if (config.observability.metrics !== 'off') app.get(Metrics).observe(fastify);
  answerScimOptions(fastify, app.get(ScimTypes, { strict: false }));
  registerScimParsers(fastify);
  logScimRequests(fastify, {
    log: app.get(RequestLog, { strict: false }),
    tokenUse: app.get(TokenUseRecorder, { strict: false }),
    refusedTokens: app.get(RefusedTokens, { strict: false }),
  });
  refuseUnknownApi(fastify);
  if (consoleFolder !== undefined) await serveConsole(fastify, consoleFolder);
  return app;
}

function createAdapter({ server }: AppConfig): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    trustProxy: server.trustedProxies.length > 0 ? [...server.trustedProxies] : false,
    genReqId: newRequestId,
    rewriteUrl: (request: { url?: string }) => canonicalScimUrl(request.url ?? '/'),
    requestIdHeader: false,
    frameworkErrors: refuseBadUrl,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // While we stop, requests on open connections are still answered, with "Connection: close".
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    logger: false,
  });
}
