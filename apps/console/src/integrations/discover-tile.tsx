import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './discover.module.css';

interface DiscoverTileProps {
  readonly name: string;
  readonly text: string;
  readonly mark: ReactNode;
  readonly action: ReactNode;
}

/** One thing to connect: mark, name, what it is for, and the way to begin. */
export function DiscoverTile({ name, text, mark, action }: DiscoverTileProps) {
  return (
    <article className={classes.tile}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        {mark}
        <div>
          <Title order={3} fz="md">
            {name}
          </Title>
          <Text c="dimmed" size="sm" mt={2}>
            {text}
          </Text>
        </div>
      </Group>
      <div className={classes.action}>{action}</div>
    </article>
  );
}
