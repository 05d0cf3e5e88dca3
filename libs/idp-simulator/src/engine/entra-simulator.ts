import { randomUUID } from 'node:crypto';
import { patchBody, type Dialect, type PatchOperation } from '../patch/patch-habits';
import { renderMembersAdded, renderMembersRemoved } from '../patch/render-group-patch';
import type { SimulationReport } from '../report/simulation-report';
import { Company } from '../source/company';
import type { SourceAttributes, SourceDirectory, SourceUser, Standing } from '../source/source-directory';
import { objectsIn, textOf } from '../wire/json';
import type { ScimAnswer, ScimHttpClient } from '../wire/scim-http-client';
import { resourcePath } from '../wire/scim-query';
import { probe, testConnection, type ConnectionResult } from './connection-test';
import { EngineContext } from './engine-context';
import { GroupProvisioner } from './group-provisioner';
import { ProvisioningCycle } from './provisioning-cycle';
import { ReadBack, type Expectation } from './read-back';
import { ReferenceProvisioner } from './reference-provisioner';
import type { SimulatorOptions } from './simulator-settings';
import { UserProvisioner } from './user-provisioner';
import { RULES } from '../report/rules';

/** Somebody or something in the source, and its id in the target; the id is empty while the target has none. */
export interface Provisioned {
  readonly objectId: string;
  readonly id: string;
}

export interface FoundGroupMembers {
  readonly id: string;
  readonly members: readonly string[];
}

export type NewPerson = Partial<SourceAttributes> & { readonly userPrincipalName: string };

/**
 * Entra ID's provisioning service as a SCIM server meets it. Cycles work through the source directory; the direct calls
 * change one object in the source and evaluate it at once. Deviations are collected in `report`; what stops a job is thrown.
 */
export class EntraSimulator {
  readonly company: Company;
  private readonly context: EngineContext;
  private readonly cycle: ProvisioningCycle;
  private readonly readBack: ReadBack;
  private readonly users: UserProvisioner;
  private readonly groups: GroupProvisioner;
  private readonly references: ReferenceProvisioner;

  constructor(options: SimulatorOptions) {
    this.context = new EngineContext(options);
    this.company = new Company(this.context.settings);
    this.cycle = new ProvisioningCycle(this.context, this.source);
    this.readBack = new ReadBack(this.context);
    this.users = new UserProvisioner(this.context);
    this.groups = new GroupProvisioner(this.context);
    this.references = new ReferenceProvisioner(this.context);
  }

  get report(): SimulationReport {
    return this.context.report;
  }

  get source(): SourceDirectory {
    return this.company.directory;
  }

  /** The connection itself, for requests that Entra never sends. */
  get client(): ScimHttpClient {
    return this.context.client;
  }

  testConnection(): Promise<ConnectionResult> {
    this.report.enterPhase('test connection');
    return testConnection(this.context);
  }

  /** Remembers what the target holds already, so that `verify` can tell a duplicate from what was there. */
  survey(): Promise<void> {
    return this.readBack.survey();
  }

  initialCycle(): Promise<void> {
    return this.cycle.run('initial cycle', 'all');
  }

  incrementalCycle(phase = 'incremental cycle'): Promise<void> {
    return this.cycle.run(phase, 'changes');
  }

  /**
   * "Restart provisioning": everything is evaluated again. With nothing changed in the source it must only read
   * (entra 13.3). `full` drops the links too, so that all is matched and all members are written anew.
   */
  async restart({ full = false } = {}): Promise<void> {
    if (full) this.forgetLinks();
    const quiet = !full && !this.cycle.hasWork;
    const writesBefore = this.report.writes;
    await this.cycle.run('restart', 'all');
    const writes = this.report.writes - writesBefore;
    if (!quiet || writes === 0) return;
    const expected = 'no write: nothing changed in the source';
    this.report.deviate({ request: 'restart', rule: RULES.churn, expected, got: `${writes} writes` });
  }

  /** The job no longer knows which target objects are its own (entra 13.4, reset of the connector's data store). */
  forgetLinks(): void {
    this.context.links.forgetAll();
  }

  /** The id that the target gave to a person or group of the source; empty where it has none. */
  targetId(objectId: string): string {
    const { users, groups } = this.context.links;
    return (users.get(objectId) ?? groups.get(objectId))?.id ?? '';
  }

  /** Two GUID probes, then one person, in the default dialect whatever the tenant URL says (entra 13.5). */
  async provisionOnDemand(
    userKey: string,
    { dialect = this.context.settings.onDemandDialect } = {},
  ): Promise<Provisioned> {
    await probe(this.context);
    await probe(this.context);
    return this.evaluate(this.person(userKey), dialect);
  }

  /** Adds a person to the source and creates the user at once. */
  async createUser(person: string | NewPerson, dialect = this.context.nextDialect()): Promise<Provisioned> {
    const attributes = typeof person === 'string' ? { userPrincipalName: person } : person;
    const [alias = ''] = attributes.userPrincipalName.split('@');
    const user = this.source.putUser({
      objectId: randomUUID(),
      attributes: { displayName: alias, mailNickname: alias, ...attributes },
      managerId: undefined,
      standing: 'enabled',
      managedWhenDeleted: false,
    });
    return this.evaluate(user, dialect);
  }

  async changeUser(
    userKey: string,
    attributes: Partial<SourceAttributes>,
    dialect = this.context.nextDialect(),
  ): Promise<Provisioned> {
    return this.evaluate(this.source.changeAttributes(this.person(userKey).objectId, attributes), dialect);
  }

  async setManager(
    userKey: string,
    managerKey: string | undefined,
    dialect = this.context.nextDialect(),
  ): Promise<void> {
    const managerId = managerKey === undefined ? undefined : this.person(managerKey).objectId;
    const user = this.source.changeUser(this.person(userKey).objectId, { managerId });
    await this.references.writeManager(user, dialect);
  }

  disable(userKey: string, dialect = this.context.nextDialect()): Promise<Provisioned> {
    return this.move(userKey, 'disabled', dialect);
  }

  unassign(userKey: string, dialect = this.context.nextDialect()): Promise<Provisioned> {
    return this.move(userKey, 'unassigned', dialect);
  }

  enable(userKey: string, dialect = this.context.nextDialect()): Promise<Provisioned> {
    return this.move(userKey, 'enabled', dialect);
  }

  purge(userKey: string): Promise<Provisioned> {
    return this.move(userKey, 'purged', 'default');
  }

  /** Adds an empty group to the source and creates it at once. */
  async createGroup(displayName: string, dialect = this.context.nextDialect()): Promise<Provisioned> {
    const objectId = randomUUID();
    const group = this.source.putGroup({ objectId, displayName, members: new Set(), deleted: false });
    await this.groups.evaluate(group, dialect);
    return { objectId, id: this.targetId(objectId) };
  }

  async renameGroup(groupKey: string, displayName: string, dialect = this.context.nextDialect()): Promise<void> {
    await this.groups.evaluate(this.source.changeGroup(this.groupObjectId(groupKey), { displayName }), dialect);
  }

  async deleteGroup(groupKey: string): Promise<void> {
    await this.groups.evaluate(this.source.changeGroup(this.groupObjectId(groupKey), { deleted: true }), 'default');
  }

  /** Sends the PATCH whatever the source believes, as a retry does; `ids` are target ids. The last answer is returned. */
  async addMembers(groupId: string, ids: readonly string[], dialect = this.context.nextDialect()): Promise<ScimAnswer> {
    const answer = await this.patchGroup(groupId, renderMembersAdded(ids, dialect, this.context.settings));
    if (answer.status < 300) this.rememberMembers(groupId, ids, true);
    return answer;
  }

  async removeMembers(
    groupId: string,
    ids: readonly string[],
    dialect = this.context.nextDialect(),
  ): Promise<ScimAnswer> {
    const answer = await this.patchGroup(groupId, renderMembersRemoved(ids, dialect, this.context.settings));
    if (answer.status < 300) this.rememberMembers(groupId, ids, false);
    return answer;
  }

  /** The group with its members, read from the target by name. */
  async findGroup(displayName: string): Promise<FoundGroupMembers | undefined> {
    const answer = await this.context.wire.send(
      'GET',
      `/Groups?${this.context.filterQuery('displayName', displayName)}`,
    );
    const [group] = this.context.judge.list(answer)?.resources ?? [];
    if (group === undefined) return undefined;
    return { id: textOf(group['id']), members: objectsIn(group['members']).map((member) => textOf(member['value'])) };
  }

  /** Compares every user, group and membership of the target with what was written. */
  verify(): Promise<void> {
    return this.readBack.verify();
  }

  expectation(): Expectation {
    return this.readBack.expectation();
  }

  close(): void {
    this.context.client.close();
  }

  private move(userKey: string, standing: Standing, dialect: Dialect): Promise<Provisioned> {
    return this.evaluate(this.source.moveUser(this.person(userKey).objectId, standing), dialect);
  }

  private async evaluate(user: SourceUser, dialect: Dialect): Promise<Provisioned> {
    await this.users.evaluate(user, dialect);
    return { objectId: user.objectId, id: this.targetId(user.objectId) };
  }

  private async patchGroup(groupId: string, patches: readonly (readonly PatchOperation[])[]): Promise<ScimAnswer> {
    let last: ScimAnswer | undefined;
    for (const operations of patches) {
      last = await this.context.wire.send('PATCH', resourcePath('/Groups', groupId), patchBody(operations));
      if (last.status >= 300) break;
    }
    if (last === undefined) throw new Error('There are no members to write.');
    return last;
  }

  /** Keeps source, history and expectation in step with a direct call, where group and users are known. */
  private rememberMembers(groupId: string, ids: readonly string[], present: boolean): void {
    const known = new Map([...this.context.links.users].map(([objectId, { id }]) => [id, objectId]));
    const objectIds = ids.flatMap((id) => known.get(id) ?? []);
    for (const [objectId, link] of this.context.links.groups) {
      if (link.id !== groupId) continue;
      for (const id of ids) setMembership(link.held, id, present);
      for (const member of objectIds) setMembership(link.history, member, present);
      const members = new Set(this.source.group(objectId)?.members);
      for (const member of objectIds) setMembership(members, member, present);
      this.source.changeGroup(objectId, { members });
    }
  }

  /** Finds a person by object id, target id or user name; throws when there is none. */
  private person(key: string): SourceUser {
    const named = (user: SourceUser): boolean => user.attributes.userPrincipalName.toLowerCase() === key.toLowerCase();
    const user =
      this.source.user(key) ?? this.source.users.find((candidate) => this.idOf(candidate) === key || named(candidate));
    if (user === undefined) throw new Error(`The source directory has no user ${key}.`);
    return user;
  }

  private groupObjectId(key: string): string {
    const match = [...this.context.links.groups].find(([objectId, { id }]) => objectId === key || id === key);
    return match?.[0] ?? key;
  }

  private idOf(user: SourceUser): string | undefined {
    return this.context.links.users.get(user.objectId)?.id;
  }
}

function setMembership(set: Set<string>, id: string, present: boolean): void {
  if (present) set.add(id);
  else set.delete(id);
}
