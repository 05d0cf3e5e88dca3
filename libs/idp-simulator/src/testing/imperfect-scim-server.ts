import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SeededRandom } from '../source/seeded-random';
import type { JsonObject } from '../wire/json';
import { ENTERPRISE_URN, ERROR_URN, LIST_URN } from '../wire/urns';
import { applyToGroup, applyToUser, type Fault, type Stored } from './test-directory';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

type Endpoint = 'Users' | 'Groups';

/**
 * A SCIM server in memory that is right as long as no fault is planted. It knows only what Entra sends, and it is not the
 * product's code: the simulator is tested against something that it cannot agree with by accident.
 */
export class ImperfectScimServer {
  readonly faults = new Set<Fault>();
  readonly token = 'secret';
  /** Statuses to answer with before anything else, one a request; `drop` cuts the connection. */
  readonly trouble: (number | 'drop')[] = [];
  /** The next request of each method named here is carried out, and its answer gets lost. */
  readonly lostAnswers = new Set<string>();
  /** Share of requests that meet a cut connection, half of them after they were carried out. */
  unreliability = 0;
  readonly userAgents = new Set<string | undefined>();
  readonly users = new Map<string, Stored>();
  readonly groups = new Map<string, Stored>();
  private readonly random = new SeededRandom('faults');
  private readonly server = http.createServer((request, response) => void this.receive(request, response));

  static async started(...faults: readonly Fault[]): Promise<ImperfectScimServer> {
    const server = new ImperfectScimServer();
    for (const fault of faults) server.faults.add(fault);
    await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/scim/v2`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.userAgents.add(request.headers['user-agent']);
    const trouble = this.trouble.shift() ?? (this.unlucky() ? 'drop' : undefined);
    if (trouble === 'drop') return void request.socket.destroy();
    const text = Buffer.concat(chunks).toString('utf8');
    const answer = typeof trouble === 'number' ? failure(trouble) : this.answer(request, text);
    if (this.lostAnswers.delete(request.method ?? '') || this.unlucky()) return void request.socket.destroy();
    const type = this.faults.has('application/json') ? 'application/json' : 'application/scim+json';
    response.writeHead(answer.status, {
      ...(answer.body === undefined ? {} : { 'Content-Type': type }),
      ...answer.headers,
    });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  private unlucky(): boolean {
    return this.unreliability > 0 && this.random.chance(this.unreliability / 2);
  }

  private answer(request: http.IncomingMessage, text: string): Answer {
    if (request.headers.authorization !== `Bearer ${this.token}`) return failure(401);
    const url = new URL(request.url ?? '/', this.url);
    const [, , , endpoint, id] = url.pathname.split('/');
    if (endpoint !== 'Users' && endpoint !== 'Groups') return { status: 404 };
    const body = (text === '' ? {} : JSON.parse(text)) as JsonObject;
    const excluded = url.searchParams.get('excludedAttributes') === 'members';
    if (request.method === 'POST') return this.create(endpoint, body);
    if (id === undefined) return this.list(endpoint, url.searchParams, excluded);
    const stored = this.store(endpoint).get(decodeURIComponent(id));
    if (stored === undefined) return failure(404);
    if (request.method === 'GET') return { status: 200, body: this.shown(endpoint, stored, excluded) };
    return request.method === 'DELETE' ? this.remove(endpoint, stored) : this.patch(endpoint, stored, body);
  }

  private create(endpoint: Endpoint, body: JsonObject): Answer {
    const name = endpoint === 'Users' ? 'userName' : 'displayName';
    const taken = [...this.store(endpoint).values()].some((other) => sameText(other[name], body[name]));
    if (taken) return failure(409);
    const stored: Stored = { ...structuredClone(body), id: randomUUID() };
    delete stored['meta'];
    if (endpoint === 'Groups') stored['members'] = [];
    this.store(endpoint).set(stored.id, stored);
    const location = `${this.url}/${endpoint}/${stored.id}`;
    const headers: Record<string, string> = this.faults.has('no Location') ? {} : { Location: location };
    return { status: 201, body: this.shown(endpoint, stored, false), headers };
  }

  private list(endpoint: Endpoint, query: URLSearchParams, excluded: boolean): Answer {
    const filter = query.get('filter');
    const found = [...this.store(endpoint).values()].filter(
      (stored) => filter === null || this.matches(stored, filter),
    );
    if (filter !== null && found.length === 0 && this.faults.has('404 on an empty filter')) return failure(404);
    const start = Math.max(Number(query.get('startIndex') ?? 1), 1) - 1;
    const first = start > 0 && this.faults.has('page repeats') ? start - 1 : start;
    const page = found.slice(first, first + Number(query.get('count') ?? 100));
    const Resources = page.map((stored) => this.shown(endpoint, stored, excluded));
    const total = this.faults.has('no totalResults') ? {} : { totalResults: found.length };
    return {
      status: 200,
      body: { schemas: [LIST_URN], ...total, startIndex: start + 1, itemsPerPage: page.length, Resources },
    };
  }

  private matches(stored: Stored, filter: string): boolean {
    const [, attribute = '', literal = '""'] = /^(\w+) eq (".*")$/.exec(filter) ?? [];
    if (this.faults.has('inactive users hidden') && stored['active'] === false) return false;
    const wanted: unknown = JSON.parse(literal);
    return this.faults.has('case-sensitive filter')
      ? stored[attribute] === wanted
      : sameText(stored[attribute], wanted);
  }

  private patch(endpoint: Endpoint, stored: Stored, body: JsonObject): Answer {
    for (const operation of body['Operations'] as readonly JsonObject[]) {
      if (endpoint === 'Users') applyToUser(stored, operation, this.faults);
      else if (
        !applyToGroup(
          stored,
          operation,
          this.faults,
          (id) => this.users.has(id),
          () => this.random.next(),
        )
      ) {
        return failure(400);
      }
    }
    if (this.faults.has('memberships end with a deactivation') && stored['active'] === false)
      this.leaveGroups(stored.id);
    return endpoint === 'Groups' ? { status: 204 } : { status: 200, body: this.shown(endpoint, stored, false) };
  }

  private remove(endpoint: Endpoint, stored: Stored): Answer {
    if (this.faults.has('deleted users stay') && endpoint === 'Users') return { status: 204 };
    this.store(endpoint).delete(stored.id);
    this.leaveGroups(stored.id);
    return { status: 204 };
  }

  private leaveGroups(id: string): void {
    for (const group of this.groups.values()) {
      group['members'] = (group['members'] as string[]).filter((member) => member !== id);
    }
  }

  private shown(endpoint: Endpoint, stored: Stored, excluded: boolean): Record<string, unknown> {
    const shown = structuredClone(stored) as Record<string, unknown>;
    if (endpoint === 'Users') this.disfigure(shown);
    else if (excluded && !this.faults.has('members although excluded')) delete shown['members'];
    else shown['members'] = (stored['members'] as string[]).map((value) => ({ value, type: 'User' }));
    return {
      ...shown,
      meta: { resourceType: endpoint.slice(0, -1), location: `${this.url}/${endpoint}/${stored.id}` },
    };
  }

  private disfigure(user: Record<string, unknown>): void {
    const enterprise = user[ENTERPRISE_URN] as Record<string, unknown> | undefined;
    const manager = enterprise?.['manager'] as { value: string } | undefined;
    if (enterprise !== undefined && manager !== undefined && this.faults.has('manager as text'))
      enterprise['manager'] = manager.value;
    if (enterprise !== undefined && this.faults.has('department dropped')) delete enterprise['department'];
    const phones = (user['phoneNumbers'] ?? []) as { value: string }[];
    if (this.faults.has('phone numbers normalised'))
      for (const phone of phones) phone.value = phone.value.replace(/[ ()-]/g, '');
    const emails = (user['emails'] ?? []) as { type?: string }[];
    if (this.faults.has('e-mails without type')) for (const email of emails) delete email.type;
    if (this.faults.has('ids change on rename') && String(user['title']).startsWith('Lead '))
      user['id'] = `${String(user['id'])}-2`;
  }

  private store(endpoint: Endpoint): Map<string, Stored> {
    return endpoint === 'Users' ? this.users : this.groups;
  }
}

function failure(status: number): Answer {
  return { status, body: { schemas: [ERROR_URN], status: String(status), detail: 'refused' } };
}

function sameText(left: unknown, right: unknown): boolean {
  return typeof left === 'string' && typeof right === 'string' && left.toLowerCase() === right.toLowerCase();
}
