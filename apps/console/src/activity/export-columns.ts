import type { ActivityExportColumn } from '@rollcall/admin-contracts';
import type { i18n } from 'i18next';
import { csvWording, type CsvColumn, type CsvWording } from '../api/csv-wording';

/** The log in the reader's words; the action stands there twice, as `actionName` says it and as programs look for it. */
export function activityWording(i18n: i18n, actionName: (action: string) => string): CsvWording {
  const t = i18n.t.bind(i18n);
  /** What the catalogue has no word for stays as it came. */
  const wordOf = (group: 'exports.objects' | 'activity.actors' | 'activity.results') => (value: string) => {
    const key = `${group}.${value}`;
    return i18n.exists(key) ? t(key as 'exports.objects.user') : value;
  };
  const columns: readonly CsvColumn<ActivityExportColumn>[] = [
    { from: 'time', title: t('exports.columns.time') },
    { from: 'action', title: t('exports.columns.what'), word: actionName },
    { from: 'object type', title: t('exports.columns.objectType'), word: wordOf('exports.objects') },
    { from: 'object', title: t('exports.columns.object') },
    { from: 'integration', title: t('exports.columns.integration') },
    { from: 'actor', title: t('exports.columns.actor') },
    { from: 'actor type', title: t('exports.columns.actorType'), word: wordOf('activity.actors') },
    { from: 'result', title: t('exports.columns.result'), word: wordOf('activity.results') },
    { from: 'address', title: t('exports.columns.address') },
    { from: 'action', title: t('exports.columns.action') },
    { from: 'object id', title: t('exports.columns.objectId') },
    { from: 'request id', title: t('exports.columns.requestId') },
    { from: 'details', title: t('exports.columns.details') },
  ];
  return csvWording(columns);
}
