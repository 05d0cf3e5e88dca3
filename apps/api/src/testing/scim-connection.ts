import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TokenVerifier } from '../tokens/token-verifier';
import { generateTokenSecret, TOKEN_PEPPER, tokenDigest } from '../tokens/token-secret';
import { SecretsConfig } from '../config/secrets.config';
import { RequestLog } from '../requests/request-log';
import type { TestServer } from './test-server';

export const U = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const G = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const E = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const P = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const L = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const ERR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** A JSON answer as a test looks at it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read bodies of many shapes, and say themselves what they expect
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the integration's token; null sends none. */
  readonly token?: string | null;
  /** Sent as it is, instead of a body made from JSON. */
  readonly raw?: string | Buffer;
}

export interface ScimConnectionFacts {
  readonly tenantId: string;
  readonly integrationId: string;
  readonly tokenId: string;
  readonly token: string;
  readonly baseUrl: string;
}

/** A SCIM client of one integration, speaking to the real server. */
export class ScimConnection {
  constructor(
    readonly server: TestServer,
    readonly facts: ScimConnectionFacts,
  ) {}

  get(path: string, options?: SendOptions): Promise<Answer> {
    return this.send('GET', path, undefined, options);
  }

  post(path: string, body?: unknown, options?: SendOptions): Promise<Answer> {
    return this.send('POST', path, body, options);
  }

  put(path: string, body?: unknown, options?: SendOptions): Promise<Answer> {
    return this.send('PUT', path, body, options);
  }

  delete(path: string, options?: SendOptions): Promise<Answer> {
    return this.send('DELETE', path, undefined, options);
  }

  /** A PatchOp of these operations. */
  patch(path: string, operations: readonly unknown[], options?: SendOptions): Promise<Answer> {
    return this.send('PATCH', path, { schemas: [P], Operations: operations }, options);
  }

  /** GET with the filter encoded as a URL wants it. */
  filter(endpoint: string, filter: string, options?: SendOptions): Promise<Answer> {
    return this.get(`${endpoint}?filter=${encodeURIComponent(filter)}`, options);
  }

  async createUser(attributes: Readonly<Record<string, unknown>>): Promise<Body> {
    const answer = await this.post('/Users', { schemas: [U], ...attributes });
    if (answer.status !== 201) throw new Error(`user not created: ${answer.text}`);
    return answer.body;
  }

  async createGroup(displayName: string, memberIds: readonly string[] = []): Promise<Body> {
    const members = memberIds.map((value) => ({ value }));
    const answer = await this.post('/Groups', {
      schemas: [G],
      displayName,
      ...(members.length > 0 ? { members } : {}),
    });
    if (answer.status !== 201) throw new Error(`group not created: ${answer.text}`);
    return answer.body;
  }

  async memberIds(groupId: string): Promise<string[]> {
    const { body } = await this.get(`/Groups/${groupId}`);
    return ((body.members ?? []) as { value: string }[]).map((member) => member.value).sort();
  }

  async send(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<Answer> {
    const token = options.token === undefined ? this.facts.token : options.token;
    const content = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(this.facts.baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(content === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...options.headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
  }

  /** Rows that the request log holds about this integration, newest last; what is buffered is written first. */
  async requestLog(): Promise<Body[]> {
    await this.server.app.get(RequestLog, { strict: false }).flush();
    return this.look('select * from scim_request where integration_id = $1 order by at, id', [
      this.facts.integrationId,
    ]);
  }

  /** A look behind the server's back, as the tables' owner. */
  async look(text: string, values: readonly unknown[] = []): Promise<Body[]> {
    return asOwner(this.server.databaseUrl, async (owner) => (await owner.query(text, [...values])).rows);
  }
}

/** An organisation with an integration and its token, and a client that uses them. */
export async function connectScim(server: TestServer, tenant?: { readonly tenantId: string }): Promise<ScimConnection> {
  const secret = generateTokenSecret();
  const tenantId = tenant?.tenantId ?? randomUUID();
  const facts = { tenantId, integrationId: randomUUID(), tokenId: randomUUID(), token: secret.token };
  const pepper = server.app.get(SecretsConfig, { strict: false }).key(TOKEN_PEPPER);
  await asOwner(server.databaseUrl, async (owner) => {
    await owner.query('insert into tenant (tenant_id, slug, name) values ($1, $2, $2) on conflict do nothing', [
      tenantId,
      `t-${tenantId.slice(0, 8)}`,
    ]);
    await owner.query(
      `insert into integration (tenant_id, id, name, name_key, provider, created_by) values ($1, $2, $3, $3, 'other', 'test')`,
      [tenantId, facts.integrationId, facts.integrationId],
    );
    await owner.query(
      `insert into token (tenant_id, integration_id, id, public_id, digest, last_four, created_by) values ($1, $2, $3, $4, $5, $6, 'test')`,
      [
        tenantId,
        facts.integrationId,
        facts.tokenId,
        secret.publicId,
        tokenDigest(pepper, secret.token),
        secret.lastFour,
      ],
    );
  });
  if (!(await server.app.get(TokenVerifier, { strict: false }).verify(secret.token)))
    throw new Error('the token is not known');
  return new ScimConnection(server, { ...facts, baseUrl: `${server.url}/api/v1/scim` });
}

async function asOwner<Result>(url: string, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client(url);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function parsed(text: string): Body {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
