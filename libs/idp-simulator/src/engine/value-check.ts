import { MANAGER_PATH } from '../mapping/user-mapping';
import { readTarget, type TargetValue } from '../mapping/target';
import type { UserMapping } from '../mapping/user-mapping';
import { RULES, type Rule } from '../report/rules';
import { jsonInBrief, isJsonObject, type Json, type JsonObject } from '../wire/json';
import type { ScimAnswer } from '../wire/scim-http-client';
import { ENTERPRISE_URN } from '../wire/urns';
import type { AnswerJudge } from './answer-judge';
import type { UserLink } from './links';

/** The manager's target id, read the way Entra reads it. */
export function managerIn(resource: JsonObject): string | undefined {
  const extension = resource[ENTERPRISE_URN];
  const manager = isJsonObject(extension) ? extension['manager'] : undefined;
  const value = isJsonObject(manager) ? manager['value'] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Compares a user of the target with what was written to it, attribute by attribute. */
export function checkWrittenUser(
  judge: AnswerJudge,
  answer: ScimAnswer,
  resource: JsonObject,
  link: UserLink,
  mappings: readonly UserMapping[],
): void {
  for (const { path, target } of mappings) {
    const wanted = link.written.get(path);
    if (wanted === undefined) continue;
    checkValue(judge, answer, link.id, path, wanted, readTarget(resource, target));
  }
  checkValue(judge, answer, link.id, MANAGER_PATH, link.managerId, managerIn(resource));
}

/** Compares a group's attributes with what was written; members are another matter. */
export function checkWrittenGroup(
  judge: AnswerJudge,
  answer: ScimAnswer,
  resource: JsonObject,
  id: string,
  written: ReadonlyMap<string, string>,
): void {
  for (const [path, wanted] of written) checkValue(judge, answer, id, path, wanted, resource[path]);
}

function checkValue(
  judge: AnswerJudge,
  answer: ScimAnswer,
  id: string,
  path: string,
  wanted: TargetValue | undefined,
  got: Json | undefined,
): void {
  if (got === wanted) return;
  const rule: Rule = path === 'active' && wanted === false ? RULES.inactiveVisible : RULES.echo;
  judge.deviate(answer, rule, `${path} of ${id}: ${jsonInBrief(wanted)}`, jsonInBrief(got));
}
