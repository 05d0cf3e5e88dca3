import type { ReactNode } from 'react';

/** A column of a list: what it is called, what it draws, and how it behaves where there is little room. */
export interface ListColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The narrowest window that shows it. */
  readonly visibleFrom?: 'xs' | 'sm' | 'md' | 'lg';
  readonly align?: 'end';
  readonly width?: string;
  /** The name under which the server sorts by this column. */
  readonly sortKey?: string;
  /** The heading is read aloud but not drawn. */
  readonly silent?: boolean;
}
