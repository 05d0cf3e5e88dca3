import { BRAKE_EFFECTS, type BrakeEffect, type BrakeTripView } from '@rollcall/admin-contracts';
import { Group, Select, Title } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { affectedQuery, isAtWork } from '../api/brake';
import { useMay } from '../api/session';
import { DataTable } from '../ui/data-table';
import { EmptyFace } from '../ui/faces';
import { ListStates } from '../ui/list-states';
import { usePagesOf } from '../ui/pages-of';
import { SearchField } from '../ui/search-field';
import { useAffectedColumns } from './affected-columns';
import { ChosenPeople } from './chosen-people';
import type { PendingDecision } from './decision-dialog';

interface AffectedPeopleProps {
  readonly trip: BrakeTripView;
  readonly onDecide: (pending: PendingDecision) => void;
}

/** Everybody affected, searched and paged on the server; those still undecided can be chosen. */
export function AffectedPeople({ trip, onDecide }: AffectedPeopleProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [effect, setEffect] = useState<BrakeEffect>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayChoose = useMay('manageIntegrations') && trip.undecided > 0 && !isAtWork(trip);
  const filter = { ...(search === '' ? {} : { search }), ...(effect === undefined ? {} : { effect }) };
  const people = useInfiniteQuery(affectedQuery(trip.id, filter));
  const { items, pages } = usePagesOf(people);
  const columns = useAffectedColumns(mayChoose ? { chosen, onChange: setChosen } : undefined);
  return (
    <section aria-label={t('brake.people')}>
      <Title order={2} mb="md">
        {t('brake.people')}
      </Title>
      <Group mb="md" gap="sm">
        <SearchField label={t('brake.search')} value={search} onSearch={setSearch} />
        <EffectFilter trip={trip} effect={effect} onEffect={setEffect} />
      </Group>
      <ListStates
        loading={people.isPending}
        error={people.data === undefined ? people.error : null}
        empty={items.length === 0}
        onRetry={() => void people.refetch()}
        whenEmpty={
          <EmptyFace icon={<IconUserOff size={22} />} title={t('brake.noHits')} text={t('brake.noHitsText')} />
        }
      >
        <DataTable
          label={t('brake.people')}
          columns={columns}
          rows={items}
          rowKey={(person) => person.id}
          pages={pages}
          stale={people.isPlaceholderData}
        />
      </ListStates>
      {mayChoose && chosen.size > 0 && (
        <ChosenPeople
          count={chosen.size}
          onDecide={(action) => {
            onDecide({ action, personIds: [...chosen] });
          }}
          onNobody={() => {
            setChosen(new Set());
          }}
        />
      )}
    </section>
  );
}

interface EffectFilterProps {
  readonly trip: BrakeTripView;
  readonly effect: BrakeEffect | undefined;
  readonly onEffect: (effect: BrakeEffect | undefined) => void;
}

function EffectFilter({ trip, effect, onEffect }: EffectFilterProps) {
  const { t } = useTranslation();
  const known = BRAKE_EFFECTS.filter((each) => trip.people[each] !== undefined);
  if (known.length < 2) return null;
  return (
    <Select
      aria-label={t('brake.effectFilter')}
      placeholder={t('brake.anyEffect')}
      clearable
      data={known.map((value) => ({ value, label: t(`brake.effects.${value}`) }))}
      value={effect ?? null}
      onChange={(value) => {
        onEffect(known.find((each) => each === value));
      }}
    />
  );
}
