import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Files whose names change with their content may be kept for ever; all others are asked for again each time. */
const HASHED = `${path.sep}assets${path.sep}`;

/** Serves the built console at `/`. Addresses that only the console knows get its page; what looks like a file and is none is 404. */
export async function serveConsole(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!fs.existsSync(path.join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      reply.header('cache-control', file.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    if (looksLikeFile(request.url)) reply.callNotFound();
    else void reply.sendFile('index.html');
  });
}

function looksLikeFile(url: string): boolean {
  return /\.[a-z0-9]{1,8}$/i.test(url.split('?', 1)[0] ?? '');
}
