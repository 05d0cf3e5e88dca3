import { Box, Table } from '@mantine/core';
import { flexRender, getCoreRowModel, useReactTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useRef } from 'react';
import { HeaderCell, type TableSort } from './header-cell';
import { ListFoot, type MorePages } from './list-foot';
import { useRowWindow } from './row-window';
import classes from './data-table.module.css';

declare module '@tanstack/react-table' {
  // The parameters are TanStack's; ours is only what a column says about its looks.
  interface ColumnMeta<TData extends RowData, TValue> {
    readonly visibleFrom?: 'xs' | 'sm' | 'md' | 'lg';
    readonly align?: 'end';
    readonly width?: string;
    /** The name under which the server sorts by this column. */
    readonly sortKey?: string;
    /** The heading is read aloud but not drawn. */
    readonly silent?: boolean;
  }
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly ColumnDef<NoInfer<Row>>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeightPx?: number;
  readonly isMarked?: (row: Row) => boolean;
  readonly sort?: TableSort;
  readonly pages?: MorePages;
  readonly dimmed?: boolean;
}

/** Draws the rows near the window only; the rest is height, so that 100,000 rows cost what thirty do. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowHeightPx = 52,
  isMarked,
  sort,
  pages,
  dimmed,
}: DataTableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- TanStack's table is not memoizable; this component is not compiled
  const table = useReactTable({
    data: rows as Row[],
    columns: columns as ColumnDef<Row>[],
    getCoreRowModel: getCoreRowModel(),
    getRowId: rowKey,
    manualSorting: true,
  });
  const slice = useRowWindow(frame, rows.length, rowHeightPx, pages);
  const drawn = table.getRowModel().rows.slice(slice.first, slice.last + 1);

  return (
    <Box ref={frame} className={classes.frame} data-dimmed={dimmed === true || undefined}>
      <Table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            {table.getFlatHeaders().map((header) => (
              <HeaderCell key={header.id} meta={header.column.columnDef.meta} sort={sort}>
                {flexRender(header.column.columnDef.header, header.getContext())}
              </HeaderCell>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Spacer heightPx={slice.beforePx} span={columns.length} />
          {drawn.map((row) => (
            <Table.Tr
              key={row.id}
              className={classes.row}
              style={{ height: rowHeightPx }}
              aria-rowindex={row.index + 2}
              data-marked={isMarked?.(row.original) === true || undefined}
            >
              {row.getVisibleCells().map((cell) => (
                <Table.Td
                  key={cell.id}
                  className={classes.cell}
                  data-align={cell.column.columnDef.meta?.align}
                  data-from={cell.column.columnDef.meta?.visibleFrom}
                >
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Spacer heightPx={slice.afterPx} span={columns.length} />
        </Table.Tbody>
      </Table>
      {pages !== undefined && <ListFoot shown={rows.length} pages={pages} />}
    </Box>
  );
}

function Spacer({ heightPx, span }: { readonly heightPx: number; readonly span: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden className={classes.spacer}>
      <td colSpan={span} style={{ height: heightPx }} />
    </tr>
  );
}
