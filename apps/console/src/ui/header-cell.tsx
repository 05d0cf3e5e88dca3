import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ColumnMeta } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface TableSort {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly onSort: (key: string, direction: 'asc' | 'desc') => void;
}

interface HeaderCellProps {
  readonly meta: ColumnMeta<never, unknown> | undefined;
  readonly sort: TableSort | undefined;
  readonly children: ReactNode;
}

export function HeaderCell({ meta, sort, children }: HeaderCellProps) {
  const sortKey = meta?.sortKey;
  const sorted = sort !== undefined && sortKey === sort.key;
  return (
    <Table.Th
      className={classes.head}
      data-align={meta?.align}
      data-from={meta?.visibleFrom}
      style={meta?.width === undefined ? undefined : { width: meta.width }}
      aria-sort={sorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {meta?.silent === true ? (
        <span className="visually-hidden">{children}</span>
      ) : sort !== undefined && sortKey !== undefined ? (
        <SortButton sort={sort} sortKey={sortKey} sorted={sorted}>
          {children}
        </SortButton>
      ) : (
        children
      )}
    </Table.Th>
  );
}

function SortButton({
  sort,
  sortKey,
  sorted,
  children,
}: {
  sort: TableSort;
  sortKey: string;
  sorted: boolean;
  children: ReactNode;
}) {
  const next = sorted && sort.direction === 'asc' ? 'desc' : 'asc';
  const Arrow = sort.direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton
      className={classes.sort}
      onClick={() => {
        sort.onSort(sortKey, next);
      }}
    >
      {children}
      {sorted && <Arrow size={13} aria-hidden />}
    </UnstyledButton>
  );
}
