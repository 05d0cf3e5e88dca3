import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title?: string;
  readonly text?: ReactNode;
  readonly aside?: ReactNode;
  readonly flush?: boolean;
  readonly children?: ReactNode;
}

/** A quiet frame around one subject; `flush` lets a table reach its edges. */
export function Panel({ title, text, aside, flush = false, children }: PanelProps) {
  return (
    <Box component="section" className={classes.panel}>
      {title !== undefined && (
        <Group justify="space-between" className={classes.head} gap="sm">
          <Box className={classes.words}>
            <Title order={2}>{title}</Title>
            {text !== undefined && (
              <Text c="dimmed" size="sm" mt={2}>
                {text}
              </Text>
            )}
          </Box>
          {aside}
        </Group>
      )}
      {children !== undefined && children !== null && children !== false && (
        <Box className={flush ? undefined : classes.body}>{children}</Box>
      )}
    </Box>
  );
}
