import type { AttributeCoverage } from '@rollcall/admin-contracts';
import { Button, Progress, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './health.module.css';

interface CoverageTableProps {
  readonly caption: string;
  readonly coverage: AttributeCoverage;
}

const SHOWN_FIRST = 15;

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:';

/** The one extension that everybody has; the path in full is its title. */
function shortPath(path: string): string {
  return path.startsWith(ENTERPRISE) ? `enterprise:${path.slice(ENTERPRISE.length)}` : path;
}

/** The fill rate of every attribute received, the fullest first. */
export function CoverageTable({ caption, coverage }: CoverageTableProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { attributes } = coverage;
  const shown = all ? attributes : attributes.slice(0, SHOWN_FIRST);
  const hidden = attributes.length - shown.length;
  if (attributes.length === 0) return null;
  return (
    <div>
      <Table aria-label={`${t('health.coverageTitle')}: ${caption}`} layout="fixed" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr className={classes.head}>
            <Table.Th>{caption}</Table.Th>
            <Table.Th w="30%" visibleFrom="xs">
              <span className="visually-hidden">{t('health.columns.share')}</span>
            </Table.Th>
            <Table.Th w="9rem" ta="end">
              {t('health.columns.count')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((attribute) => (
            <CoverageRow key={attribute.path} {...attribute} total={coverage.total} />
          ))}
        </Table.Tbody>
      </Table>
      {hidden > 0 && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('health.showAll', { count: hidden })}
        </Button>
      )}
      {all && coverage.truncated === true && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('health.truncated')}
        </Text>
      )}
    </div>
  );
}

function CoverageRow({ path, count, total }: { path: string; count: number; total: number }) {
  const { i18n } = useTranslation();
  const share = total === 0 ? 0 : count / total;
  const number = new Intl.NumberFormat(i18n.language);
  // Never rounded up to "all" nor down to "none".
  const percent = share > 0.99 && share < 1 ? 0.99 : share < 0.01 && share > 0 ? 0.01 : share;
  const text = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(percent);
  return (
    <Table.Tr>
      <Table.Td className={classes.path} title={path}>
        {shortPath(path)}
      </Table.Td>
      <Table.Td visibleFrom="xs">
        <Progress value={share * 100} size="sm" aria-hidden />
      </Table.Td>
      <Table.Td ta="end" className="tabular">
        {text}{' '}
        <Text component="span" size="xs" c="dimmed" miw="4.5em" display="inline-block">
          {number.format(count)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
