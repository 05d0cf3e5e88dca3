import { RULES } from '../report/rules';
import type { SourceUser } from '../source/source-directory';
import type { JsonObject } from '../wire/json';
import { resourcePath } from '../wire/scim-query';
import type { EngineContext } from './engine-context';
import type { UserLink } from './links';
import { ObjectFailed } from './object-failed';
import type { UserMatch } from './simulator-settings';
import { managerIn } from './value-check';

export interface FoundUser {
  readonly link: UserLink;
  readonly resource: JsonObject;
}

const FILTERS: Readonly<Record<UserMatch, string>> = {
  userName: 'userName',
  externalId: 'externalId',
  emails: 'emails[type eq "work"].value',
};

/** Finds a person's user in the target: by the stored link, or else by the matching attributes in turn (entra 6.1). */
export class UserMatcher {
  constructor(private readonly context: EngineContext) {}

  async find(user: SourceUser): Promise<FoundUser | undefined> {
    return (await this.byLink(user)) ?? this.byMatching(user);
  }

  /** First attribute with exactly one hit wins; two hits fail the object (entra 5). */
  async byMatching(user: SourceUser): Promise<FoundUser | undefined> {
    for (const match of this.context.settings.matchUsersBy) {
      const value = this.matchingValue(user, match);
      const resource = value === undefined ? undefined : await this.query(FILTERS[match], value);
      if (resource !== undefined) return this.link(user, resource);
    }
    return undefined;
  }

  private async byLink(user: SourceUser): Promise<FoundUser | undefined> {
    const { links, wire, judge } = this.context;
    const link = links.users.get(user.objectId);
    if (link === undefined) return undefined;
    const answer = await wire.send('GET', resourcePath('/Users', link.id));
    if (answer.status === 404) {
      judge.deviate(answer, RULES.readable, 'status 200 for a user that was not deleted', '404');
      links.forgetUser(user.objectId);
      return undefined;
    }
    if (!judge.hasStatus(answer, [200], RULES.readable)) throw new ObjectFailed('a linked user cannot be read');
    const found = judge.resource(answer);
    if (found === undefined) throw new ObjectFailed('a linked user is unreadable');
    judge.sameId(answer, link.id, found.id);
    link.managerId = managerIn(found.resource);
    return { link, resource: found.resource };
  }

  private async query(attribute: string, value: string): Promise<JsonObject | undefined> {
    const { context } = this;
    const answer = await context.wire.send('GET', `/Users?${context.filterQuery(attribute, value)}`);
    const page = context.judge.list(answer, RULES.filterable);
    if (page === undefined) throw new ObjectFailed(`matching by ${attribute} failed`);
    if (page.totalResults > 1 || page.resources.length > 1) {
      context.judge.deviate(answer, RULES.uniqueMatch, 'at most one user', `${page.totalResults} users`);
      throw new ObjectFailed('several users match');
    }
    const [resource] = page.resources;
    if (resource !== undefined) context.judge.shape(answer, resource);
    return resource;
  }

  private link(user: SourceUser, resource: JsonObject): FoundUser {
    const id = resource['id'];
    if (typeof id !== 'string') throw new ObjectFailed('a matched user has no id');
    const link: UserLink = { id, written: new Map(), managerId: managerIn(resource) };
    this.context.links.linkUser(user.objectId, link);
    return { link, resource };
  }

  private matchingValue(user: SourceUser, match: UserMatch): string | undefined {
    switch (match) {
      case 'userName':
        return user.attributes.userPrincipalName;
      case 'emails':
        return user.attributes.mail;
      case 'externalId':
        return this.context.settings.externalId === 'objectId' ? user.objectId : user.attributes.mailNickname;
    }
  }
}
