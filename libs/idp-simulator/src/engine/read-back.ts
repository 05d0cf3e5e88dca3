import { RULES } from '../report/rules';
import { objectsIn, textOf } from '../wire/json';
import type { EngineContext } from './engine-context';
import { GroupAuditor } from './group-auditor';
import { inParallel } from './in-parallel';
import { readList, type ListedResource } from './list-reader';
import { checkWrittenGroup, checkWrittenUser } from './value-check';

/** What the target must hold by now, so that people can compare it with the console. */
export interface Expectation {
  readonly users: number;
  readonly activeUsers: number;
  readonly groups: number;
  /** Memberships of the simulated groups. */
  readonly memberships: number;
}

/** Compares the whole target with everything that was written to it. */
export class ReadBack {
  private readonly groups: GroupAuditor;
  /** What the target held before the run, by id; undefined when nobody looked. */
  private before: { users: ReadonlyMap<string, boolean>; groups: ReadonlySet<string> } | undefined;

  constructor(private readonly context: EngineContext) {
    this.groups = new GroupAuditor(context);
  }

  /** Remembers what is there already: a run may start on a directory that others, or an earlier run, have filled. */
  async survey(): Promise<void> {
    const users = await this.list('survey', '/Users');
    const groups = await this.list('survey', '/Groups');
    this.before = {
      users: new Map(users.map(({ id, resource }) => [id, resource['active'] === true])),
      groups: new Set(groups.map(({ id }) => id)),
    };
  }

  async verify(): Promise<void> {
    this.verifyUsers(await this.list('read-back: users', '/Users'));
    this.verifyGroups(await this.list('read-back: groups', '/Groups'));
    await this.verifyMembers();
  }

  expectation(): Expectation {
    const { users, groups } = this.context.links;
    const own = new Set([...users.values()].map(({ id }) => id));
    const ownGroups = new Set([...groups.values()].map(({ id }) => id));
    const others = [...(this.before?.users ?? [])].filter(([id]) => !own.has(id) && !this.deleted.has(id));
    const otherGroups = [...(this.before?.groups ?? [])].filter((id) => !ownGroups.has(id) && !this.deleted.has(id));
    const active = [...users.values()].filter((link) => link.written.get('active') === true);
    return {
      users: own.size + others.length,
      activeUsers: active.length + others.filter(([, isActive]) => isActive).length,
      groups: ownGroups.size + otherGroups.length,
      memberships: [...groups.values()].reduce((sum, group) => sum + group.held.size, 0),
    };
  }

  private get deleted(): ReadonlySet<string> {
    return this.context.links.deleted;
  }

  private verifyUsers(listed: readonly ListedResource[]): void {
    const { judge, links, mappings } = this.context;
    const byId = new Map(listed.map((entry) => [entry.id, entry]));
    for (const link of links.users.values()) {
      const entry = byId.get(link.id);
      if (entry === undefined) {
        this.missing(`/Users/${link.id}`, String(link.written.get('userName')));
        continue;
      }
      judge.shape(entry.answer, entry.resource);
      checkWrittenUser(judge, entry.answer, entry.resource, link, mappings);
    }
    this.verifyGroupsOfUsers(listed);
    this.verifyStrangers(listed, new Set([...links.users.values()].map(({ id }) => id)), this.before?.users);
  }

  private verifyGroups(listed: readonly ListedResource[]): void {
    const { judge, links } = this.context;
    const byId = new Map(listed.map((entry) => [entry.id, entry]));
    for (const link of links.groups.values()) {
      const entry = byId.get(link.id);
      if (entry === undefined) {
        this.missing(`/Groups/${link.id}`, link.written.get('displayName') ?? '');
        continue;
      }
      judge.shape(entry.answer, entry.resource);
      checkWrittenGroup(judge, entry.answer, entry.resource, link.id, link.written);
      if (entry.resource['members'] !== undefined) {
        judge.deviate(entry.answer, RULES.membersExcluded, 'no members', `members of ${link.id}`);
      }
    }
    this.verifyStrangers(listed, new Set([...links.groups.values()].map(({ id }) => id)), this.before?.groups);
  }

  private async verifyMembers(): Promise<void> {
    const { report, links, settings } = this.context;
    const phase = 'read-back: members';
    report.enterPhase(phase);
    const groups = [...links.groups.values()];
    let done = 0;
    await inParallel(groups, settings.parallel, async (link) => {
      await this.groups.read(link, RULES.memberships);
      done += 1;
      settings.onProgress({ phase, done, total: groups.length });
    });
  }

  /** `groups` is optional to clients; where a server returns it, it must agree with the members that were written. */
  private verifyGroupsOfUsers(listed: readonly ListedResource[]): void {
    if (!listed.some(({ resource }) => objectsIn(resource['groups']).length > 0)) return;
    const { judge, links } = this.context;
    const groupsOf = new Map<string, Set<string>>();
    for (const group of links.groups.values()) {
      for (const id of group.held) groupsOf.set(id, (groupsOf.get(id) ?? new Set()).add(group.id));
    }
    const ours = new Set([...links.groups.values()].map(({ id }) => id));
    for (const { id, resource, answer } of listed) {
      const got = objectsIn(resource['groups']).map((group) => textOf(group['value']));
      const relevant = new Set(got.filter((group) => ours.has(group) || this.deleted.has(group)));
      const wanted = groupsOf.get(id) ?? new Set<string>();
      if (relevant.size === wanted.size && [...wanted].every((group) => relevant.has(group))) continue;
      judge.deviate(answer, RULES.groupsOfUser, `user ${id} in ${wanted.size} groups`, `${relevant.size} groups`);
    }
  }

  /** What is there now but neither written by this run nor there before it: a duplicate, or somebody else's. */
  private verifyStrangers(
    listed: readonly ListedResource[],
    own: ReadonlySet<string>,
    before: { has(id: string): boolean } | undefined,
  ): void {
    for (const { id, resource, answer } of listed) {
      if (own.has(id)) continue;
      const name = textOf(resource['userName'] ?? resource['displayName']);
      if (this.deleted.has(id)) this.context.judge.deviate(answer, RULES.deleted, `${id} gone`, `${name} is listed`);
      else if (before !== undefined && !before.has(id)) {
        this.context.judge.deviate(answer, RULES.paging, 'only what was written', `${id} (${name}) as well`);
      }
    }
  }

  private missing(path: string, name: string): void {
    this.context.report.deviate({
      request: `GET ${path}`,
      rule: RULES.readable,
      expected: `${name} in the list`,
      got: 'nothing',
    });
  }

  private list(phase: string, endpoint: '/Users' | '/Groups'): Promise<readonly ListedResource[]> {
    const { report, settings } = this.context;
    report.enterPhase(phase);
    return readList(this.context, endpoint, (done, total) => settings.onProgress({ phase, done, total }));
  }
}
