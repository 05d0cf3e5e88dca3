import { readTarget, writeTarget, type Draft } from '../mapping/target';
import { mapUser, type MappedValues } from '../mapping/user-mapping';
import { patchBody, type Dialect } from '../patch/patch-habits';
import { renderUserPatch, type Difference } from '../patch/render-user-patch';
import { RULES } from '../report/rules';
import type { SourceUser } from '../source/source-directory';
import { jsonInBrief, type JsonObject } from '../wire/json';
import type { PatientAnswer } from '../wire/patient-client';
import { resourcePath } from '../wire/scim-query';
import { ENTERPRISE_URN, USER_URN } from '../wire/urns';
import type { EngineContext } from './engine-context';
import type { UserLink } from './links';
import { ObjectFailed } from './object-failed';
import { UserAuditor } from './user-auditor';
import { UserMatcher, type FoundUser } from './user-matcher';
import { checkWrittenUser, managerIn } from './value-check';

/** Evaluates one person and sends what the target lacks (entra 6.1, 20.3). References come later. */
export class UserProvisioner {
  private readonly matcher: UserMatcher;
  private readonly auditor: UserAuditor;

  constructor(private readonly context: EngineContext) {
    this.matcher = new UserMatcher(context);
    this.auditor = new UserAuditor(context);
  }

  /** Throws ObjectFailed after recording a deviation; ServerSilent when nobody answers. */
  async evaluate(user: SourceUser, dialect: Dialect): Promise<void> {
    const { settings } = this.context;
    if (user.standing === 'purged') return this.purge(user);
    if (user.standing === 'unassigned' && settings.skipOutOfScopeDeletions) return;
    const found = await this.matcher.find(user);
    if (found !== undefined) return this.update(user, found, dialect);
    // A person who is not enabled is never created (entra 9).
    if (user.standing === 'enabled' && settings.targetActions.includes('create')) await this.create(user, dialect);
  }

  private async create(user: SourceUser, dialect: Dialect): Promise<void> {
    const { wire, judge, links, mappings } = this.context;
    const values = mapUser(user, mappings);
    const answer = await wire.send('POST', '/Users', this.bodyOf(values));
    if (answer.status === 409) return this.resolveConflict(user, answer, dialect);
    if (!judge.hasStatus(answer, [201], RULES.created)) throw new ObjectFailed('a user was not created');
    const created = judge.resource(answer);
    if (created === undefined) throw new ObjectFailed('a created user has no id');
    judge.location(answer, '/Users', created.id);
    const link: UserLink = { id: created.id, written: new Map(values), managerId: undefined };
    links.linkUser(user.objectId, link);
    checkWrittenUser(judge, answer, created.resource, link, mappings);
    await this.auditor.afterWrite('create', link);
  }

  /** A repeated POST meets its own first try; any other conflict means that matching is broken (entra 6.3). */
  private async resolveConflict(user: SourceUser, answer: PatientAnswer, dialect: Dialect): Promise<void> {
    const found = answer.retries > 0 ? await this.matcher.byMatching(user) : undefined;
    if (found !== undefined) return this.update(user, found, dialect);
    this.context.judge.deviate(
      answer,
      RULES.conflict,
      'the filter before this POST finds the owner of the name',
      '409',
    );
    throw new ObjectFailed('a conflicting user cannot be found');
  }

  private async update(user: SourceUser, { link, resource }: FoundUser, dialect: Dialect): Promise<void> {
    const { settings } = this.context;
    const wanted = mapUser(user, this.context.mappings);
    const differences = this.differences(wanted, resource);
    this.reportChurn(differences, link);
    if (differences.length > 0 && settings.targetActions.includes('update'))
      await this.patch(link, differences, dialect);
    for (const [path, value] of wanted) link.written.set(path, value);
    if (differences.length > 0) await this.auditor.afterWrite(user.standing === 'enabled' ? 'update' : 'disable', link);
  }

  private async patch(link: UserLink, differences: readonly Difference[], dialect: Dialect): Promise<void> {
    const { wire, judge, settings, mappings } = this.context;
    const operations = renderUserPatch(differences, dialect, settings, this.context.activeAsText(dialect));
    const answer = await wire.send('PATCH', resourcePath('/Users', link.id), patchBody(operations));
    if (!judge.hasStatus(answer, [200, 204], RULES.userPatch)) throw new ObjectFailed('a user was not changed');
    for (const { path, value } of differences) link.written.set(path, value);
    if (answer.status === 204 || answer.text === '') return;
    const changed = judge.resource(answer);
    if (changed === undefined) return;
    judge.sameId(answer, link.id, changed.id);
    checkWrittenUser(judge, answer, changed.resource, { ...link, managerId: managerIn(changed.resource) }, mappings);
  }

  private differences(wanted: MappedValues, resource: JsonObject): readonly Difference[] {
    return this.context.mappings.flatMap(({ target, path }) => {
      const value = wanted.get(path);
      const held = readTarget(resource, target);
      return value === undefined || held === value ? [] : [{ target, path, value, held: held !== undefined }];
    });
  }

  /** What was written before and is wanted still, yet reads back differently, would be sent in every cycle. */
  private reportChurn(differences: readonly Difference[], link: UserLink): void {
    for (const { path, value } of differences) {
      if (link.written.get(path) !== value) continue;
      this.context.report.deviate({
        request: `GET /Users/${link.id}`,
        rule: RULES.churn,
        expected: `${path}: ${jsonInBrief(value)}, as written before`,
        got: 'another value or none',
      });
    }
  }

  private async purge(user: SourceUser): Promise<void> {
    const { links, settings, wire, judge } = this.context;
    const link = links.users.get(user.objectId);
    if (link === undefined || !user.managedWhenDeleted || !settings.targetActions.includes('delete')) return;
    const answer = await wire.send('DELETE', resourcePath('/Users', link.id));
    const gone = answer.status === 404 && answer.retries > 0;
    if (!gone && !judge.hasStatus(answer, [204], RULES.deleted)) throw new ObjectFailed('a user was not deleted');
    links.deleteUser(user.objectId);
    await this.auditor.afterDelete(link);
  }

  /** Key order as in a captured request, `meta` and all (entra 6.2). */
  private bodyOf(values: MappedValues): Draft {
    const draft: Draft = { schemas: [USER_URN, ENTERPRISE_URN] };
    for (const { target, path } of this.context.mappings) {
      const value = values.get(path);
      if (value !== undefined) writeTarget(draft, target, value);
    }
    const { [ENTERPRISE_URN]: extension, ...core } = draft;
    return {
      ...core,
      meta: { resourceType: 'User' },
      roles: [],
      ...(extension === undefined ? {} : { [ENTERPRISE_URN]: extension }),
    };
  }
}
