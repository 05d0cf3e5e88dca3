import { setTimeout as pause } from 'node:timers/promises';
import type { ScimClient, ScimReply } from './scim-client';

/** One person as one writer knows it: only that writer changes it, step by step. */
interface Entry {
  readonly userName: string;
  /** From the 201; absent while no answer has come. */
  id?: string;
  /** The title counts up: the highest number that was sent, and the highest that was answered with success. */
  sent: number;
  acknowledged: number;
  isMember: boolean;
}

/** What is there after all, beside what the ledger says. */
export interface LedgerFindings {
  readonly acknowledged: number;
  /** Answered with success and not there. */
  readonly lost: readonly string[];
  /** Twice under one name. */
  readonly doubled: readonly string[];
}

/**
 * Writers that keep books: what was answered with success, and what may or may not have happened because no answer came. A write that
 * breaks is not repeated blindly but looked up, as a careful client does.
 */
export class WriteLedger {
  readonly answers = new Map<number, number>();
  /** Answers of 503 that do not say when to come again. */
  impolite = 0;
  broken = 0;
  private readonly entries: Entry[] = [];
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: ScimClient,
    private readonly groupId: string,
  ) {}

  start(writers: number): this {
    this.running = Promise.all(Array.from({ length: writers }, (_, writer) => this.write(writer)));
    return this;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  get acknowledged(): number {
    return this.entries.reduce((sum, entry) => sum + (entry.id === undefined ? 0 : 1) + entry.acknowledged, 0);
  }

  /** Reads everything again. */
  async audit(): Promise<LedgerFindings> {
    const lost: string[] = [];
    const doubled: string[] = [];
    const members = new Set(await this.client.memberIds(this.groupId));
    for (const entry of this.entries) {
      const filter = encodeURIComponent(`userName eq "${entry.userName}"`);
      const { body } = await this.client.get(`/Users?filter=${filter}`);
      if (body.totalResults > 1) doubled.push(entry.userName);
      const [found] = body.Resources ?? [];
      if (entry.id !== undefined && found?.id !== entry.id) lost.push(`${entry.userName}: created`);
      const title = Number(found?.title ?? 0);
      if (title < entry.acknowledged || title > entry.sent)
        lost.push(`${entry.userName}: title ${title}, acknowledged ${entry.acknowledged}, sent ${entry.sent}`);
      if (entry.isMember && !members.has(entry.id ?? '')) lost.push(`${entry.userName}: member`);
    }
    return { acknowledged: this.acknowledged, lost, doubled };
  }

  private async write(writer: number): Promise<void> {
    for (let number = 0; !this.stopping; number += 1) {
      const entry: Entry = { userName: `ledger-${writer}-${number}`, sent: 0, acknowledged: 0, isMember: false };
      this.entries.push(entry);
      await this.create(entry);
      if (entry.id !== undefined) await this.follow(entry, entry.id);
    }
  }

  private async create(entry: Entry): Promise<void> {
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
    const answer = await this.attempt(() => this.client.post('/Users', { schemas, userName: entry.userName }));
    if (answer?.status === 201) entry.id = answer.body.id;
  }

  private async follow(entry: Entry, id: string): Promise<void> {
    const added = await this.attempt(() => this.client.addMembers(this.groupId, [id]));
    if (added?.status === 204) entry.isMember = true;
    for (let title = 1; title <= 3; title += 1) {
      entry.sent = title;
      const operation = { op: 'Replace', path: 'title', value: String(title) };
      const changed = await this.attempt(() => this.client.patch(`/Users/${id}`, [operation]));
      if (changed?.status === 200) entry.acknowledged = title;
    }
  }

  /** The answer, or undefined where none came; then the server is given a moment. */
  private async attempt(send: () => Promise<ScimReply>): Promise<ScimReply | undefined> {
    try {
      const answer = await send();
      this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
      if (answer.status === 503 && !(Number(answer.headers['retry-after']) > 0)) this.impolite += 1;
      if (answer.status === 503) await pause(50);
      return answer;
    } catch {
      this.broken += 1;
      await pause(50);
      return undefined;
    }
  }
}
