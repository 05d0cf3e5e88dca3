import { RULES, type Rule } from '../report/rules';
import { objectsIn, textOf } from '../wire/json';
import { resourcePath } from '../wire/scim-query';
import type { EngineContext } from './engine-context';
import type { GroupLink } from './links';
import { checkWrittenGroup } from './value-check';

/** Compares groups in the target with what was written to them. */
export class GroupAuditor {
  constructor(private readonly context: EngineContext) {}

  async afterWrite(kind: 'create' | 'update' | 'add' | 'remove', link: GroupLink): Promise<void> {
    if (!this.context.auditDue(`group ${kind}`)) return;
    await this.read(link, kind === 'remove' ? RULES.removeListed : RULES.memberships);
  }

  /** Reads the whole group; a difference in members breaks `rule`. Returns whether the group was there. */
  async read(link: GroupLink, rule: Rule): Promise<boolean> {
    const { wire, judge } = this.context;
    const answer = await wire.send('GET', resourcePath('/Groups', link.id));
    if (!judge.hasStatus(answer, [200], RULES.readable)) return false;
    const found = judge.resource(answer);
    if (found === undefined) return false;
    judge.sameId(answer, link.id, found.id);
    checkWrittenGroup(judge, answer, found.resource, link.id, link.written);
    const members = objectsIn(found.resource['members']).map((member) => textOf(member['value']));
    const got = new Set(members);
    const missing = [...link.held].filter((id) => !got.has(id));
    const unexpected = [...got].filter((id) => !link.held.has(id));
    if (missing.length + unexpected.length > 0 || members.length !== got.size) {
      judge.deviate(
        answer,
        rule,
        `exactly the ${link.held.size} members written`,
        difference(members, missing, unexpected),
      );
    }
    return true;
  }
}

function difference(members: readonly string[], missing: readonly string[], unexpected: readonly string[]): string {
  const examples = [
    ...missing.slice(0, 2).map((id) => `missing ${id}`),
    ...unexpected.slice(0, 2).map((id) => `unexpected ${id}`),
  ];
  return `${members.length} members, ${missing.length} missing, ${unexpected.length} unexpected (${examples.join(', ') || 'some twice'})`;
}
