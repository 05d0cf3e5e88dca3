import { ACTIVITY_ACTIONS, ACTIVITY_SPANS, type ActivityFilter } from '@rollcall/admin-contracts';
import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { teamQuery } from '../api/team';
import { AboutOne } from '../ui/about-one';
import { IntegrationFilter } from '../ui/integration-filter';
import { SearchField } from '../ui/search-field';
import { TimeFilter } from '../ui/time-filter';
import classes from './activity-filters.module.css';
import { useActionName } from './activity-sentence';

export type Narrow = (change: { [Key in keyof ActivityFilter]?: ActivityFilter[Key] | undefined }) => void;

interface FilterProps {
  readonly filter: ActivityFilter;
  readonly onNarrow: Narrow;
}

/** Everything that the log can be narrowed by; the address keeps it. */
export function ActivityFilters({ filter, onNarrow }: FilterProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.filters}>
      <SearchField
        label={t('activity.search')}
        value={filter.search ?? ''}
        onSearch={(search) => {
          onNarrow({ search: search === '' ? undefined : search });
        }}
      />
      <ActionChoice filter={filter} onNarrow={onNarrow} />
      <PersonChoice filter={filter} onNarrow={onNarrow} />
      <IntegrationFilter
        label={t('activity.integration')}
        value={filter.integrationId}
        onChange={(integrationId) => {
          onNarrow({ integrationId });
        }}
      />
      <TimeFilter
        spans={ACTIVITY_SPANS.map((span) => ({ value: span, label: t(`activity.spans.${span}`) }))}
        filter={filter}
        onChange={onNarrow}
      />
      <SegmentedControl
        aria-label={t('activity.columns.result')}
        data={[
          { value: 'all', label: t('activity.results.all') },
          { value: 'success', label: t('activity.results.success') },
          { value: 'failure', label: t('activity.results.failure') },
        ]}
        value={filter.result ?? 'all'}
        onChange={(value) => {
          onNarrow({ result: value === 'success' || value === 'failure' ? value : undefined });
        }}
      />
      {filter.objectId !== undefined && (
        <AboutOne
          text={t('activity.aboutOne')}
          onClear={() => {
            onNarrow({ objectId: undefined });
          }}
        />
      )}
    </div>
  );
}

/** Grouped by what the deeds are about. */
function ActionChoice({ filter, onNarrow }: FilterProps) {
  const { t, i18n } = useTranslation();
  const name = useActionName();
  const groups = [...new Set(ACTIVITY_ACTIONS.map(groupOf))].map((group) => {
    const key = `activity.groups.${group}`;
    return {
      group: i18n.exists(key) ? t(key as 'activity.groups.user') : group,
      items: ACTIVITY_ACTIONS.filter((action) => groupOf(action) === group).map((action) => ({
        value: action,
        label: name(action),
      })),
    };
  });
  return (
    <Select
      aria-label={t('activity.action')}
      placeholder={t('activity.actionAll')}
      data={groups}
      value={filter.action ?? null}
      searchable
      clearable
      maxDropdownHeight={360}
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ 'aria-label': t('activity.actionAll') }}
      onChange={(action) => {
        onNarrow({ action: action ?? undefined });
      }}
    />
  );
}

function groupOf(action: string): string {
  return action.slice(0, action.indexOf('.'));
}

function PersonChoice({ filter, onNarrow }: FilterProps) {
  const { t } = useTranslation();
  const members = useQuery(teamQuery).data?.members ?? [];
  const known = members.some(({ id }) => id === filter.actorId);
  const options = members.map(({ id, name }) => ({ value: id, label: name }));
  // Somebody who has been removed, or an identity provider: chosen at an entry of theirs.
  if (filter.actorId !== undefined && !known)
    options.push({ value: filter.actorId, label: t('activity.personFormer') });
  return (
    <Select
      aria-label={t('activity.person')}
      placeholder={t('activity.personAll')}
      data={options}
      value={filter.actorId ?? null}
      searchable
      clearable
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ 'aria-label': t('activity.personAll') }}
      onChange={(actorId) => {
        onNarrow({ actorId: actorId ?? undefined });
      }}
    />
  );
}
