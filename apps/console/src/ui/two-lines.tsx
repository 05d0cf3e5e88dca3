import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './two-lines.module.css';

interface TwoLinesProps {
  readonly first: ReactNode;
  readonly second?: ReactNode;
  /** On a phone `first` may take two lines: it is read to its end. */
  readonly sentence?: boolean;
}

/** A table's main cell: what it is, and below it the one thing that tells two of the same name apart. */
export function TwoLines({ first, second, sentence = false }: TwoLinesProps) {
  return (
    <div className={classes.lines}>
      <div className={classes.line} data-sentence={sentence || undefined}>
        {first}
      </div>
      {second !== undefined && second !== '' && (
        <Text component="div" size="xs" c="dimmed" className={classes.line}>
          {second}
        </Text>
      )}
    </div>
  );
}
