import type { PurgeCounts } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';

const KINDS = ['people', 'groups', 'integrations'] as const;

export function isNone(counts: PurgeCounts): boolean {
  return KINDS.every((kind) => counts[kind] === 0);
}

/** "12 people, 3 groups and 1 integration", without what there is none of. */
export function useRemovalCounts(): (counts: PurgeCounts) => string {
  const { t, i18n } = useTranslation();
  return (counts) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      KINDS.filter((kind) => counts[kind] > 0).map((kind) => t(`removal.${kind}`, { count: counts[kind] })),
    );
}
