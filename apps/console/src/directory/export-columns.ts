import {
  GROUP_EXPORT_COLUMNS,
  MEMBER_EXPORT_COLUMNS,
  USER_EXPORT_COLUMNS,
  type GroupExportColumn,
  type MemberExportColumn,
  type UserExportColumn,
} from '@rollcall/admin-contracts';
import type { TFunction } from 'i18next';
import { csvWording, type CsvColumn, type CsvWording } from '../api/csv-wording';

type Column = UserExportColumn | GroupExportColumn | MemberExportColumn;

const COLUMNS = {
  users: USER_EXPORT_COLUMNS,
  groups: GROUP_EXPORT_COLUMNS,
  members: MEMBER_EXPORT_COLUMNS,
} as const;
export type ExportedList = keyof typeof COLUMNS;

/** A list in the reader's words: titles, status and type; ids and moments stay as the API has them. */
export function listWording(list: ExportedList, t: TFunction): CsvWording {
  return csvWording(COLUMNS[list].map((from: Column) => columnOf(from, t)));
}

function columnOf(from: Column, t: TFunction): CsvColumn<Column> {
  switch (from) {
    case 'active':
      return {
        from,
        title: t('exports.columns.status'),
        word: (value) => t(value === 'true' ? 'users.active' : 'users.inactive'),
      };
    case 'type':
      return {
        from,
        title: t('exports.columns.type'),
        word: (value) => t(value === 'Group' ? 'exports.types.Group' : 'exports.types.User'),
      };
    default:
      return { from, title: t(`exports.columns.${from}`) };
  }
}
