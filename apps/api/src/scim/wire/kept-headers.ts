import type { FastifyRequest } from 'fastify';

/** What can explain an answer. A list of what is kept, so that no credential ever is. */
const KEPT = ['accept', 'content-length', 'content-type', 'host', 'if-match', 'if-none-match', 'prefer', 'user-agent'];
const LENGTH_MAX = 200;

/** The headers of a refused request as the request log keeps them. */
export function keptHeaders(headers: FastifyRequest['headers']): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of KEPT) {
    const value = headers[name];
    if (typeof value === 'string') kept[name] = value.slice(0, LENGTH_MAX);
  }
  return kept;
}
