import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './data-table.module.css';
import type { ListColumn } from './list-column';

export interface TableSort {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly onSort: (key: string, direction: 'asc' | 'desc') => void;
}

interface HeaderCellProps {
  readonly column: Pick<ListColumn<never>, 'header' | 'align' | 'visibleFrom' | 'width' | 'sortKey' | 'silent'>;
  readonly sort: TableSort | undefined;
}

export function HeaderCell({ column, sort }: HeaderCellProps) {
  const sorted = sort !== undefined && column.sortKey === sort.key;
  return (
    <Table.Th
      className={classes.head}
      data-align={column.align}
      data-from={column.visibleFrom}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={sorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <Heading column={column} sort={sort} sorted={sorted} />
    </Table.Th>
  );
}

function Heading({ column, sort, sorted }: HeaderCellProps & { readonly sorted: boolean }) {
  const { header, silent = false, sortKey } = column;
  if (silent) return <span className="visually-hidden">{header}</span>;
  if (sort === undefined || sortKey === undefined) return header;
  const Arrow = sort.direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton
      className={classes.sort}
      onClick={() => {
        sort.onSort(sortKey, sorted && sort.direction === 'asc' ? 'desc' : 'asc');
      }}
    >
      {header}
      {sorted && <Arrow size={13} aria-hidden />}
    </UnstyledButton>
  );
}
