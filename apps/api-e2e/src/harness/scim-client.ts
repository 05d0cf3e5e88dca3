import http from 'node:http';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A resource, list or error, as a test looks at it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read bodies of many shapes, and say themselves what they expect
export type Body = any;

export interface ScimReply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Body;
}

/** A plain SCIM client over kept-alive connections. It never repeats a request: a broken connection rejects. */
export class ScimClient {
  private readonly agent: http.Agent;

  constructor(
    private readonly serverUrl: string,
    private readonly token: string,
    connectionsMax = 50,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connectionsMax });
  }

  get(path: string): Promise<ScimReply> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown): Promise<ScimReply> {
    return this.send('POST', path, body);
  }

  /** A PatchOp of these operations. */
  patch(path: string, operations: readonly unknown[], headers: http.OutgoingHttpHeaders = {}): Promise<ScimReply> {
    return this.send('PATCH', path, { schemas: [PATCH], Operations: operations }, headers);
  }

  addMembers(groupId: string, ids: readonly string[]): Promise<ScimReply> {
    return this.patch(`/Groups/${groupId}`, [{ op: 'Add', path: 'members', value: ids.map((value) => ({ value })) }]);
  }

  async memberIds(groupId: string): Promise<string[]> {
    const { body } = await this.get(`/Groups/${groupId}`);
    return ((body.members ?? []) as { value: string }[]).map(({ value }) => value).sort();
  }

  async createUser(userName: string): Promise<Body> {
    return created(await this.post('/Users', { schemas: [USER], userName }));
  }

  async createGroup(displayName: string): Promise<Body> {
    return created(await this.post('/Groups', { schemas: [GROUP], displayName }));
  }

  /** Rejects when no complete answer comes. */
  send(method: string, path: string, body?: unknown, headers: http.OutgoingHttpHeaders = {}): Promise<ScimReply> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.serverUrl}/api/v1/scim${path}`, {
        method,
        agent: this.agent,
        timeout: 30_000,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(content === undefined
            ? {}
            : { 'content-type': 'application/scim+json', 'content-length': Buffer.byteLength(content) }),
          ...headers,
        },
      });
      request.on('error', reject);
      request.on('timeout', () => request.destroy(new Error(`${method} ${path}: no answer`)));
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const parsed: Body = text === '' ? undefined : JSON.parse(text);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: parsed });
        });
      });
      request.end(content);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function created(reply: ScimReply): Body {
  if (reply.status === 201) return reply.body;
  throw new Error(`not created: ${reply.status} ${JSON.stringify(reply.body)}`);
}
