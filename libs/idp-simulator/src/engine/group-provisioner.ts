import { patchBody, type Dialect } from '../patch/patch-habits';
import { renderGroupAttributes } from '../patch/render-group-patch';
import { RULES } from '../report/rules';
import type { SourceGroup } from '../source/source-directory';
import { inBrief, jsonInBrief, objectsIn, textOf, type JsonObject } from '../wire/json';
import type { PatientAnswer } from '../wire/patient-client';
import { resourcePath } from '../wire/scim-query';
import { GROUP_URN, LEGACY_GROUP_URN } from '../wire/urns';
import type { EngineContext } from './engine-context';
import { GroupAuditor } from './group-auditor';
import type { GroupLink } from './links';
import { ObjectFailed } from './object-failed';
import { checkWrittenGroup } from './value-check';

interface FoundGroup {
  readonly link: GroupLink;
  readonly resource: JsonObject;
}

const WITHOUT_MEMBERS = 'excludedAttributes=members';

/** Creates, renames and deletes one group; its members are written afterwards, as references (entra 10, 20.5). */
export class GroupProvisioner {
  private readonly auditor: GroupAuditor;

  constructor(private readonly context: EngineContext) {
    this.auditor = new GroupAuditor(context);
  }

  async evaluate(group: SourceGroup, dialect: Dialect): Promise<void> {
    if (group.deleted) return this.remove(group);
    const found = (await this.byLink(group)) ?? (await this.byMatching(group));
    if (found === undefined) {
      await this.create(group, dialect);
      return;
    }
    await this.update(group, found, dialect);
  }

  private async byLink(group: SourceGroup): Promise<FoundGroup | undefined> {
    const { links, wire, judge } = this.context;
    const link = links.groups.get(group.objectId);
    if (link === undefined) return undefined;
    const answer = await wire.send('GET', resourcePath('/Groups', link.id, `?${WITHOUT_MEMBERS}`));
    if (answer.status === 404) {
      judge.deviate(answer, RULES.readable, 'status 200 for a group that was not deleted', '404');
      links.groups.delete(group.objectId);
      return undefined;
    }
    if (!judge.hasStatus(answer, [200], RULES.readable)) throw new ObjectFailed('a linked group cannot be read');
    const found = judge.resource(answer);
    if (found === undefined) throw new ObjectFailed('a linked group is unreadable');
    judge.sameId(answer, link.id, found.id);
    this.expectNoMembers(answer, found.resource);
    return { link, resource: found.resource };
  }

  private async byMatching(group: SourceGroup): Promise<FoundGroup | undefined> {
    for (const match of this.context.settings.matchGroupsBy) {
      const resource = await this.query(match, match === 'displayName' ? group.displayName : group.objectId);
      if (resource !== undefined) return this.adopt(group, resource);
    }
    return undefined;
  }

  private async query(attribute: string, value: string): Promise<JsonObject | undefined> {
    const { wire, judge } = this.context;
    const answer = await wire.send('GET', `/Groups?${WITHOUT_MEMBERS}&${this.context.filterQuery(attribute, value)}`);
    const page = judge.list(answer, RULES.filterable);
    if (page === undefined) throw new ObjectFailed('matching a group failed');
    if (page.totalResults > 1) {
      judge.deviate(answer, RULES.uniqueMatch, 'at most one group', `${page.totalResults} groups`);
      throw new ObjectFailed('several groups match');
    }
    const [resource] = page.resources;
    if (resource !== undefined) this.expectNoMembers(answer, resource);
    return resource;
  }

  /** A group found in the target keeps the members it has; they are read once, so that the last check knows them. */
  private async adopt(group: SourceGroup, resource: JsonObject): Promise<FoundGroup> {
    const id = resource['id'];
    if (typeof id !== 'string') throw new ObjectFailed('a matched group has no id');
    const answer = await this.context.wire.send('GET', resourcePath('/Groups', id));
    if (!this.context.judge.hasStatus(answer, [200], RULES.readable))
      throw new ObjectFailed('a matched group cannot be read');
    const whole = this.context.judge.resource(answer)?.resource ?? {};
    const held = objectsIn(whole['members']).map((member) => textOf(member['value']));
    const link: GroupLink = { id, written: new Map(), history: new Set(), held: new Set(held) };
    this.context.links.linkGroup(group.objectId, link);
    return { link, resource };
  }

  private async create(group: SourceGroup, dialect: Dialect): Promise<void> {
    const { wire, judge, links, settings } = this.context;
    if (!settings.targetActions.includes('create')) return;
    const answer = await wire.send('POST', '/Groups', this.bodyOf(group));
    if (answer.status === 409) return this.resolveConflict(group, answer, dialect);
    if (!judge.hasStatus(answer, [201], RULES.created)) throw new ObjectFailed('a group was not created');
    const created = judge.resource(answer);
    if (created === undefined) throw new ObjectFailed('a created group has no id');
    judge.location(answer, '/Groups', created.id);
    const link: GroupLink = { id: created.id, written: valuesOf(group), history: new Set(), held: new Set() };
    links.linkGroup(group.objectId, link);
    checkWrittenGroup(judge, answer, created.resource, link.id, link.written);
    await this.auditor.afterWrite('create', link);
  }

  private async resolveConflict(group: SourceGroup, answer: PatientAnswer, dialect: Dialect): Promise<void> {
    const found = answer.retries > 0 ? await this.byMatching(group) : undefined;
    if (found !== undefined) return this.update(group, found, dialect);
    this.context.judge.deviate(
      answer,
      RULES.conflict,
      'the filter before this POST finds the owner of the name',
      '409',
    );
    throw new ObjectFailed('a conflicting group cannot be found');
  }

  private async update(group: SourceGroup, { link, resource }: FoundGroup, dialect: Dialect): Promise<void> {
    const { wire, judge, settings } = this.context;
    const wanted = valuesOf(group);
    const differing = [...wanted].filter(([path, value]) => resource[path] !== value);
    for (const [path, value] of differing) this.reportChurn(link, path, value);
    if (differing.length === 0 || !settings.targetActions.includes('update')) return;
    const operations = renderGroupAttributes(Object.fromEntries(differing), dialect);
    const answer = await wire.send('PATCH', resourcePath('/Groups', link.id), patchBody(operations));
    if (!judge.hasStatus(answer, [200, 204], RULES.groupPatch)) throw new ObjectFailed('a group was not changed');
    for (const [path, value] of wanted) link.written.set(path, value);
    await this.auditor.afterWrite('update', link);
  }

  private async remove(group: SourceGroup): Promise<void> {
    const { links, wire, judge, settings } = this.context;
    const link = links.groups.get(group.objectId);
    if (link === undefined || !settings.targetActions.includes('delete')) return;
    const answer = await wire.send('DELETE', resourcePath('/Groups', link.id));
    const gone = answer.status === 404 && answer.retries > 0;
    if (!gone && !judge.hasStatus(answer, [204], RULES.deleted)) throw new ObjectFailed('a group was not deleted');
    links.deleteGroup(group.objectId);
    judge.hasStatus(await wire.send('GET', resourcePath('/Groups', link.id)), [404], RULES.deleted);
  }

  private reportChurn(link: GroupLink, path: string, value: string): void {
    if (link.written.get(path) !== value) return;
    const request = `GET /Groups/${link.id}`;
    this.context.report.deviate({
      request,
      rule: RULES.churn,
      expected: `${path}: ${inBrief(value)}`,
      got: 'another value or none',
    });
  }

  private expectNoMembers(answer: PatientAnswer, resource: JsonObject): void {
    if (resource['members'] === undefined) return;
    this.context.judge.deviate(answer, RULES.membersExcluded, 'no members', jsonInBrief(resource['members']));
  }

  private bodyOf(group: SourceGroup): JsonObject {
    const { legacyGroupSchema, groupCreateMembers } = this.context.settings;
    return {
      schemas: legacyGroupSchema ? [GROUP_URN, LEGACY_GROUP_URN] : [GROUP_URN],
      ...Object.fromEntries(valuesOf(group)),
      ...(groupCreateMembers === 'empty' ? { members: [] } : {}),
      meta: { resourceType: 'Group' },
    };
  }
}

function valuesOf(group: SourceGroup): Map<string, string> {
  return new Map([
    ['externalId', group.objectId],
    ['displayName', group.displayName],
  ]);
}
