import { ROLES, type ActivityEntry } from '@rollcall/admin-contracts';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '../ui/fact-list';
import { ShownValue } from '../ui/shown-value';
import { visibleText } from '../ui/visible-text';
import classes from './value-changes.module.css';

interface ValueChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Old and new values side by side, then whatever else was noted with the deed. */
export function ValueChanges({ action, details }: Pick<ActivityEntry, 'action' | 'details'>) {
  const { t, i18n } = useTranslation();
  const changes = changesOf(details, t('activity.value'));
  const others = Object.entries(details).filter(([name]) => !['changes', 'before', 'after'].includes(name));
  return (
    <>
      {changes.length > 0 && (
        <Table className={classes.values} aria-label={t('activity.values')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('activity.attribute')}</Table.Th>
              <Table.Th>{t('activity.before')}</Table.Th>
              <Table.Th>{t('activity.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <Table.Tr key={change.path}>
                <Table.Td>{visibleText(change.path)}</Table.Td>
                <Table.Td>
                  <Value value={change.before} isRole={action === 'member.roleChanged'} />
                </Table.Td>
                <Table.Td>
                  <Value value={change.after} isRole={action === 'member.roleChanged'} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {others.length > 0 && (
        <FactList
          facts={others.map(([name, value]) => {
            const key = `activity.details.${name}`;
            return {
              key: name,
              // A deed may note what the catalogue has no word for; its own name is better than nothing.
              term: i18n.exists(key) ? t(key as 'activity.details.role') : name,
              value: <Value value={value} isRole={name === 'role'} />,
            };
          })}
        />
      )}
    </>
  );
}

function changesOf(details: ActivityEntry['details'], word: string): readonly ValueChange[] {
  if (Array.isArray(details.changes)) return details.changes.filter(isChange);
  if (!('before' in details) && !('after' in details)) return [];
  return [{ path: word, before: details.before, after: details.after }];
}

function isChange(value: unknown): value is ValueChange {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

function Value({ value, isRole }: { readonly value: unknown; readonly isRole: boolean }) {
  const { t } = useTranslation();
  if (value === undefined || value === null) {
    return (
      <Text component="span" c="dimmed" size="sm">
        {t('activity.nothing')}
      </Text>
    );
  }
  const role = isRole ? ROLES.find((name) => name === value) : undefined;
  return (
    <span className={classes.value}>
      <ShownValue text={role === undefined ? textOf(value) : t(`shell.roles.${role}`)} />
    </span>
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(', ');
  return JSON.stringify(value);
}
