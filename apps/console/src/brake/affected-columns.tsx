import type { AffectedPerson } from '@rollcall/admin-contracts';
import { Badge, Checkbox, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '../ui/list-column';
import { TextLink } from '../ui/text-link';
import { TwoLines } from '../ui/two-lines';

interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

const STATE_COLORS = { active: 'green', inactive: 'gray', deleted: 'red', gone: 'gray' } as const;

/** Without `choice` nobody can be chosen. */
export function useAffectedColumns(choice: Choice | undefined): readonly ListColumn<AffectedPerson>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      ...(choice
        ? [
            {
              id: 'choose',
              header: t('brake.columns.choose'),
              silent: true,
              width: '3rem',
              cell: (row: AffectedPerson) => <ChooseBox person={row} choice={choice} />,
            },
          ]
        : []),
      {
        id: 'name',
        header: t('brake.columns.name'),
        cell: (row) => <TwoLines first={<PersonName person={row} />} second={row.userName} />,
      },
      {
        id: 'effects',
        header: t('brake.columns.effects'),
        visibleFrom: 'sm',
        cell: (row) => row.effects.map((effect) => t(`brake.effects.${effect}`)).join(', '),
      },
      {
        id: 'state',
        header: t('brake.columns.state'),
        width: '7rem',
        cell: (row) => <Badge color={STATE_COLORS[row.state]}>{t(`brake.states.${row.state}`)}</Badge>,
      },
      {
        id: 'decision',
        header: t('brake.columns.decision'),
        width: '9rem',
        visibleFrom: 'xs',
        cell: (row) => (
          <Text size="sm" {...(row.settled === undefined ? { fw: 500 } : { c: 'dimmed' })}>
            {row.settled === undefined ? t('brake.undecidedShort') : t(`brake.settled.${row.settled}`)}
          </Text>
        ),
      },
    ],
    [t, choice],
  );
}

function ChooseBox({ person, choice }: { readonly person: AffectedPerson; readonly choice: Choice }) {
  const { t } = useTranslation();
  if (person.settled !== undefined) return null;
  return (
    <Checkbox
      aria-label={t('brake.choose', { name: person.displayName })}
      checked={choice.chosen.has(person.id)}
      onChange={(event) => {
        const next = new Set(choice.chosen);
        if (event.currentTarget.checked) next.add(person.id);
        else next.delete(person.id);
        choice.onChange(next);
      }}
    />
  );
}

function PersonName({ person }: { readonly person: AffectedPerson }) {
  if (person.state === 'gone') return person.displayName;
  return (
    <TextLink to="/users/$userId" params={{ userId: person.id }} c="inherit" size="sm" fw={500}>
      {person.displayName}
    </TextLink>
  );
}
