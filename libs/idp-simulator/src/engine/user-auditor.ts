import { RULES } from '../report/rules';
import { resourcePath } from '../wire/scim-query';
import type { EngineContext } from './engine-context';
import type { UserLink } from './links';
import { checkWrittenUser } from './value-check';

/** Reads back a share of what was written, at once: a 2xx that is not visible yet is a deviation (entra 6.4). */
export class UserAuditor {
  constructor(private readonly context: EngineContext) {}

  async afterWrite(kind: 'create' | 'update' | 'disable' | 'manager', link: UserLink): Promise<void> {
    if (!this.context.auditDue(`user ${kind}`)) return;
    await this.readById(link);
    await this.findInOtherCase(link, kind);
  }

  /** Gone by id and by filter; a second DELETE is 404 (entra 1.22). */
  async afterDelete(link: UserLink): Promise<void> {
    const { wire, judge } = this.context;
    if (!this.context.auditDue('user delete')) return;
    judge.hasStatus(await wire.send('GET', resourcePath('/Users', link.id)), [404], RULES.deleted);
    judge.hasStatus(await wire.send('DELETE', resourcePath('/Users', link.id)), [404], RULES.deleted);
    const userName = link.written.get('userName');
    if (typeof userName !== 'string') return;
    const answer = await wire.send('GET', `/Users?${this.context.filterQuery('userName', userName)}`);
    const page = judge.list(answer);
    if (page !== undefined && page.totalResults !== 0) {
      judge.deviate(answer, RULES.deleted, 'no user with the deleted name', `${page.totalResults} users`);
    }
  }

  private async readById(link: UserLink): Promise<void> {
    const { wire, judge, mappings } = this.context;
    const answer = await wire.send('GET', resourcePath('/Users', link.id));
    if (!judge.hasStatus(answer, [200], RULES.readable)) return;
    const found = judge.resource(answer);
    if (found === undefined) return;
    judge.sameId(answer, link.id, found.id);
    checkWrittenUser(judge, answer, found.resource, link, mappings);
  }

  /** The same user under its name in capitals (entra 1.3), inactive ones included (entra 1.14). */
  private async findInOtherCase(link: UserLink, kind: string): Promise<void> {
    const { wire, judge } = this.context;
    const userName = link.written.get('userName');
    if (typeof userName !== 'string') return;
    const answer = await wire.send('GET', `/Users?${this.context.filterQuery('userName', userName.toUpperCase())}`);
    const page = judge.list(answer, RULES.caseInsensitive);
    if (page === undefined) return;
    if (page.totalResults === 1 && page.resources[0]?.['id'] === link.id) return;
    const rule = kind === 'disable' ? RULES.inactiveVisible : RULES.caseInsensitive;
    judge.deviate(answer, rule, `exactly user ${link.id}`, `${page.totalResults} users`);
  }
}
