import type { BrakeAction } from '@rollcall/admin-contracts';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './brake.module.css';

interface ChosenPeopleProps {
  readonly count: number;
  readonly onDecide: (action: BrakeAction) => void;
  readonly onNobody: () => void;
}

/** Stays in view while people are chosen further down the list. */
export function ChosenPeople({ count, onDecide, onNobody }: ChosenPeopleProps) {
  const { t } = useTranslation();
  return (
    <Group className={classes.chosen} gap="xs" role="region" aria-label={t('brake.chosen', { count })}>
      <Text size="sm" fw={500} role="status" me="auto">
        {t('brake.chosen', { count })}
      </Text>
      <Button size="xs" variant="subtle" onClick={onNobody}>
        {t('brake.chooseNone')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          onDecide('release');
        }}
      >
        {t('brake.releaseThese', { count })}
      </Button>
      <Button
        size="xs"
        onClick={() => {
          onDecide('restore');
        }}
      >
        {t('brake.restoreThese', { count })}
      </Button>
    </Group>
  );
}
