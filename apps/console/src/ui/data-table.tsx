import { Box, Table } from '@mantine/core';
import { useRef } from 'react';
import classes from './data-table.module.css';
import { HeaderCell, type TableSort } from './header-cell';
import type { ListColumn } from './list-column';
import { ListFoot, type MorePages } from './list-foot';
import { useRowWindow } from './row-window';

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly ListColumn<NoInfer<Row>>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeightPx?: number;
  readonly isMarked?: (row: Row) => boolean;
  readonly sort?: TableSort;
  readonly pages?: MorePages;
  /** Older rows stay in view while newer ones are on their way. */
  readonly stale?: boolean;
  /** It reaches the edges of a panel, which has a frame already. */
  readonly inPanel?: boolean;
}

/** Draws the rows near the window only; the rest is height, so that 100,000 rows cost what thirty do. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowHeightPx = 52,
  sort,
  pages,
  stale = false,
  inPanel = false,
  ...rest
}: DataTableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const near = useRowWindow(frame, rows.length, rowHeightPx, pages);
  return (
    <Box ref={frame} className={classes.frame} data-stale={stale || undefined} data-in-panel={inPanel || undefined}>
      <Table
        className={classes.table}
        aria-label={label}
        aria-rowcount={(pages?.total ?? rows.length) + 1}
        layout="fixed"
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Spacer heightPx={near.beforePx} />
          {rows.slice(near.first, near.last + 1).map((row, offset) => (
            <BodyRow
              key={rest.rowKey(row)}
              row={row}
              index={near.first + offset}
              columns={columns}
              heightPx={rowHeightPx}
              {...rest}
            />
          ))}
          <Spacer heightPx={near.afterPx} />
        </Table.Tbody>
      </Table>
      {pages !== undefined && <ListFoot shown={rows.length} pages={pages} />}
    </Box>
  );
}

interface BodyRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly ListColumn<Row>[];
  readonly heightPx: number;
  readonly isMarked?: (row: Row) => boolean;
}

function BodyRow<Row>({ row, index, columns, heightPx, isMarked }: BodyRowProps<Row>) {
  return (
    <Table.Tr
      className={classes.row}
      style={{ height: heightPx }}
      aria-rowindex={index + 2}
      data-marked={isMarked?.(row) === true || undefined}
    >
      {columns.map((column) => (
        <Table.Td key={column.id} className={classes.cell} data-align={column.align} data-from={column.visibleFrom}>
          {column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** One cell only: a span over hidden columns would bring them back. */
function Spacer({ heightPx }: { readonly heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden className={classes.spacer}>
      <td style={{ height: heightPx }} />
    </tr>
  );
}
