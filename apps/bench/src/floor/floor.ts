import http from 'node:http';
import pg from 'pg';
import { UNAUTHORIZED, type FloorAnswer } from './floor-answer';
import { FloorRoutes } from './floor-routes';

/**
 * The least that a durable SCIM server can do on node:http and PostgreSQL: one prepared statement an operation, the token compared in
 * memory, resources kept and sent as they came; no validation, no schema, no events, no log. What Rollcall takes beyond it is the price of
 * being a product.
 */
function main([port = '', databaseUrl = '', token = '']: readonly string[]): void {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    idleTimeoutMillis: 0,
    options: '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off',
  });
  const routes = new FloorRoutes(pool);
  const authorization = `Bearer ${token}`;
  const server = http.createServer((request, response) => {
    if (request.headers.authorization !== authorization) {
      send(response, UNAUTHORIZED);
      return;
    }
    receive(request, (body) => {
      routes.answer(request.method ?? '', request.url ?? '', body).then(
        (answer) => {
          send(response, answer);
        },
        (error: unknown) => {
          send(response, { status: 500, body: String(error) });
        },
      );
    });
  });
  server.keepAliveTimeout = 120_000;
  server.listen(Number(port), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}

function receive(request: http.IncomingMessage, done: (body: string) => void): void {
  if (request.method === 'GET' || request.method === 'DELETE') {
    done('');
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    done(Buffer.concat(chunks).toString('utf8'));
  });
}

function send(response: http.ServerResponse, { status, body }: FloorAnswer): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'application/scim+json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

main(process.argv.slice(2));
