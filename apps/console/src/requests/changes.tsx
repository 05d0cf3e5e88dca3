import type { DecisionTrail } from '@rollcall/admin-contracts';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { visibleText } from '../ui/visible-text';

/** The stored difference, attribute by attribute. */
export function Changes({ changes }: { readonly changes: DecisionTrail['changes'] }) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('request.stored')} layout="fixed" horizontalSpacing="xs" mt={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('request.attribute')}</Table.Th>
          <Table.Th>{t('request.before')}</Table.Th>
          <Table.Th>{t('request.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={change.path}>
            <Table.Td ff="monospace">{change.path}</Table.Td>
            <Table.Td c="dimmed">{shown(change.before)}</Table.Td>
            <Table.Td>{shown(change.after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return visibleText(typeof value === 'string' ? value : JSON.stringify(value));
}
