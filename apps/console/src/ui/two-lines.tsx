import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './two-lines.module.css';

/** A table's main cell: what it is, and below it the one thing that tells two of the same name apart. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second?: ReactNode }) {
  return (
    <div className={classes.lines}>
      <div className={classes.line}>{first}</div>
      {second !== undefined && second !== '' && (
        <Text component="div" size="xs" c="dimmed" className={classes.line}>
          {second}
        </Text>
      )}
    </div>
  );
}
