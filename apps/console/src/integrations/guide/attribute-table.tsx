import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttributeRow } from './attribute-tables';
import classes from './setup-guide.module.css';

interface AttributeTableProps {
  readonly caption: string;
  readonly provider: string;
  readonly rows: readonly AttributeRow[];
}

/** What flows where, as the provider's mapping screen lists it. */
export function AttributeTable({ caption, provider, rows }: AttributeTableProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {caption}
      </Text>
      <Table aria-label={`${t('guide.attributesTitle')}: ${caption}`} layout="fixed" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('guide.columns.source', { provider })}</Table.Th>
            <Table.Th>{t('guide.columns.target')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('guide.columns.note')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.target}>
              <Table.Td className={classes.code}>{row.source}</Table.Td>
              <Table.Td className={classes.code}>{row.target}</Table.Td>
              <Table.Td visibleFrom="sm">
                {row.note !== undefined && (
                  <Text size="xs" c="dimmed">
                    {t(`guide.rowNotes.${row.note}`)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
