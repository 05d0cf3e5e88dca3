import { randomUUID } from 'node:crypto';
import { EntraSimulator } from '../engine/entra-simulator';
import type { Dialect } from '../patch/patch-habits';
import type { Exchange } from '../report/simulation-report';
import type { SourceAttributes } from '../source/source-directory';
import { isJsonObject } from '../wire/json';
import { ENTERPRISE_URN } from '../wire/urns';

export interface TraceOptions {
  readonly url: string;
  readonly token: string;
  readonly dialect: Dialect;
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * A simulator for one person and one group that writes down what it sends, in the notation of a reference trace: u1 and g1
 * for ids, `<guid>` for any other GUID, E for the enterprise URN. Every recorder has a domain of its own, so that traces may
 * be played one after another against the same integration.
 */
export class TraceRecorder {
  readonly simulator: EntraSimulator;
  private readonly tag = randomUUID().slice(0, 8);
  private readonly aliases = new Map<string, string>();
  private start = 0;

  constructor({ url, token, dialect }: TraceOptions) {
    const options = { url, token, dialect, parallel: 1, auditShare: 0, recordExchanges: true } as const;
    this.simulator = new EntraSimulator(options);
  }

  get adasName(): string {
    return this.userName('ada');
  }

  get groupName(): string {
    return `Analysts ${this.tag}`;
  }

  userName(alias: string): string {
    return `${alias}@${this.tag}.corp.example`;
  }

  /** Puts a person into the source; nothing is sent. */
  introduce(alias: string, attributes: Partial<SourceAttributes>, managerId?: string): string {
    const objectId = randomUUID();
    const user = { userPrincipalName: this.userName(alias), displayName: alias, ...attributes };
    this.simulator.source.putUser({
      objectId,
      attributes: user,
      managerId,
      standing: 'enabled',
      managedWhenDeleted: false,
    });
    return objectId;
  }

  nameId(id: string, alias: string): void {
    this.aliases.set(id, alias);
  }

  /** Forgets what was sent so far. */
  record(): void {
    this.start = this.simulator.report.exchanges.length;
  }

  lines(): readonly string[] {
    return this.simulator.report.exchanges.slice(this.start).map((exchange) => this.line(exchange));
  }

  private line({ method, path, body, status }: Exchange): string {
    const text = this.normalised(`${method} ${path}${bodyText(method, body)}`);
    return `${text} -> ${status}`;
  }

  private normalised(text: string): string {
    const named = [...this.aliases].reduce((line, [id, alias]) => line.replaceAll(id, alias), text);
    return named
      .replaceAll(`${this.tag}.corp.example`, 'corp.example')
      .replaceAll(`Analysts ${this.tag}`, 'Analysts')
      .replaceAll(`Analysts+${this.tag}`, 'Analysts')
      .replaceAll(ENTERPRISE_URN, 'E')
      .replaceAll(GUID, '<guid>');
  }
}

function bodyText(method: string, body: unknown): string {
  if (method === 'POST') return ' {…}';
  return isJsonObject(body) ? ` ${JSON.stringify(body['Operations'])}` : '';
}
