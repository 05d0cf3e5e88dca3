import { Box, Group, Text, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Small line above the title that leads back up. */
  readonly trail?: ReactNode;
  readonly intro?: ReactNode;
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
  /** Reading pages stay narrow; tables take the room there is. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
}

/** One h1 and one document title a page; the h1 takes the focus, so that a screen reader says where it is. */
export function Page({ title, trail, intro, badge, actions, width = 'wide', children }: PageProps) {
  const { t } = useTranslation();
  const heading = useFocusedHeading();
  return (
    <Box className={classes.page} data-width={width}>
      <title>{`${title} · ${t('common.product')}`}</title>
      {trail !== undefined && <Box className={classes.trail}>{trail}</Box>}
      <Group justify="space-between" align="flex-start" gap="md" className={classes.head}>
        <Box className={classes.heading}>
          <Group gap="sm" wrap="wrap">
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            {badge}
          </Group>
          {intro !== undefined && (
            <Text c="dimmed" mt={4} maw={720}>
              {intro}
            </Text>
          )}
        </Box>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}

/** Not on the first page, where Tab should begin at the top; and not over a field with autofocus, where the person came to type. */
function useFocusedHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { history } = useRouter();
  useEffect(() => {
    const navigated = history.location.state.__TSR_index > 0;
    if (navigated && !(document.activeElement instanceof HTMLInputElement))
      heading.current?.focus({ preventScroll: true });
  }, [history]);
  return heading;
}
