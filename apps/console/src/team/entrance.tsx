import { Box, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../ui/brand';
import classes from './entrance.module.css';

interface EntranceProps {
  readonly title: string;
  readonly intro?: string;
  readonly children?: ReactNode;
}

/** The frame of every page before somebody is signed in. */
export function Entrance({ title, intro, children }: EntranceProps) {
  const { t } = useTranslation();
  return (
    <main className={classes.frame}>
      <title>{`${title} · ${t('common.product')}`}</title>
      <Box className={classes.column}>
        <Box className={classes.brand}>
          <BrandMark />
          <Text fw={600} size="lg">
            {t('common.product')}
          </Text>
        </Box>
        <Paper className={classes.card} p="xl" radius="lg">
          <Title order={1} size="h1">
            {title}
          </Title>
          {intro !== undefined && (
            <Text c="dimmed" mt={6}>
              {intro}
            </Text>
          )}
          {children}
        </Paper>
      </Box>
    </main>
  );
}
