import type { HealthFinding, HealthIssue, Provider } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';
import { ATTRIBUTE_TABLES, type AttributeRow } from '../guide/attribute-tables';
import { useProviderWords } from '../provider-words';

const UNNAMED = '–';

/** Red breaks something today, yellow will, gray is for information. */
export type Severity = 'red' | 'yellow' | 'gray';

const SEVERITIES: Readonly<Record<HealthIssue, Severity>> = {
  emailMissing: 'yellow',
  departmentMissing: 'gray',
  titleMissing: 'gray',
  externalIdMissing: 'yellow',
  externalIdNotGuid: 'red',
  emailDuplicate: 'yellow',
  externalIdDuplicate: 'red',
  employeeNumberDuplicate: 'yellow',
  emailElsewhere: 'gray',
  externalIdElsewhere: 'gray',
  groupExternalIdMissing: 'gray',
  groupExternalIdNotGuid: 'yellow',
  groupExternalIdDuplicate: 'yellow',
  groupEmpty: 'gray',
};

const ORDER: readonly Severity[] = ['red', 'yellow', 'gray'];

export function severityOf(issue: HealthIssue): Severity {
  return SEVERITIES[issue];
}

/** The grave first. That an id is no GUID is a fault with Entra only: the others have ids of their own shape. */
export function findingsToShow(findings: readonly HealthFinding[], provider: Provider): readonly HealthFinding[] {
  return findings
    .filter(
      ({ issue }) => provider === 'entra' || (issue !== 'externalIdNotGuid' && issue !== 'groupExternalIdNotGuid'),
    )
    .sort((one, other) => ORDER.indexOf(severityOf(one.issue)) - ORDER.indexOf(severityOf(other.issue)));
}

const TARGETS: Partial<Readonly<Record<HealthIssue, string>>> = {
  emailMissing: 'emails[type eq "work"].value',
  departmentMissing: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
  titleMissing: 'title',
};

/** What to do in the provider's own screens, by the names that they use. */
export function useFix(provider: Provider): (issue: HealthIssue) => string {
  const { t } = useTranslation();
  const words = useProviderWords(provider);
  const { users, groups } = ATTRIBUTE_TABLES[provider];
  return (issue) => {
    if (issue === 'groupEmpty') {
      const kind = provider === 'entra' || provider === 'okta' ? provider : 'other';
      return t(`health.fixes.groupEmpty.${kind}`, { provider: words.inSentence });
    }
    const target = TARGETS[issue] ?? 'externalId';
    const unnamed = target === 'externalId' ? t('health.stableId') : t('health.anySource');
    return t(`health.fixes.${issue}`, {
      provider: words.inSentence,
      where: t(`health.where.${provider}.users`),
      whereGroups: t(`health.where.${provider}.groups`),
      source: sourceOf(users, target) ?? unnamed,
      sourceGroups: sourceOf(groups, 'externalId') ?? t('health.stableId'),
      target,
    });
  };
}

function sourceOf(rows: readonly AttributeRow[], target: string): string | undefined {
  const source = rows.find((row) => row.target === target)?.source;
  return source === UNNAMED ? undefined : source;
}
