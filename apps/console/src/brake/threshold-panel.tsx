import {
  BRAKE_PEOPLE_MIN,
  BRAKE_PERCENT,
  type BrakeHistory,
  type BrakeThreshold,
  type BrakeView,
} from '@rollcall/admin-contracts';
import { Button, Group, List, NumberInput, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brakeCalls, brakeHistoryQuery, brakeKey } from '../api/brake';
import { useMay } from '../api/session';
import { RefusedAlert } from '../ui/dialog-buttons';
import { useNotify } from '../ui/notify';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { useAction } from '../ui/use-action';

interface ThresholdPanelProps {
  readonly integrationId: string;
  readonly view: BrakeView;
}

const TRIPS_NAMED = 5;

/** The threshold, with what it would have done in the last 90 days before anybody saves it. */
export function ThresholdPanel({ integrationId, view }: ThresholdPanelProps) {
  const { t } = useTranslation();
  const mayChange = useMay('manageIntegrations');
  const [wanted, setWanted] = useState<BrakeThreshold>(view.threshold);
  const history = useQuery(brakeHistoryQuery(integrationId, wanted)).data;
  const save = useSave(integrationId);
  const isNew = wanted.peopleMin !== view.threshold.peopleMin || wanted.percent !== view.threshold.percent;
  return (
    <Panel title={t('brake.thresholdTitle')} text={t('brake.thresholdText')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run(wanted);
        }}
      >
        <Stack gap="md">
          <Fields wanted={wanted} disabled={!mayChange} onChange={setWanted} />
          <Sentence view={view} limit={history?.limit ?? view.limit} />
          <History history={history} />
          <RefusedAlert error={save.error} />
          {mayChange && (
            <Group justify="flex-end">
              <Button type="submit" disabled={!isNew} loading={save.busy}>
                {t('common.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Panel>
  );
}

function useSave(integrationId: string) {
  const { t } = useTranslation();
  const notify = useNotify();
  const client = useQueryClient();
  return useAction(async (threshold: BrakeThreshold) => {
    await brakeCalls.setThreshold(integrationId, threshold);
    notify(t('brake.saved'));
    await client.invalidateQueries({ queryKey: brakeKey });
  });
}

interface FieldsProps {
  readonly wanted: BrakeThreshold;
  readonly disabled: boolean;
  readonly onChange: (wanted: BrakeThreshold) => void;
}

/** What is not yet a number changes nothing. */
function Fields({ wanted, disabled, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const take = (key: keyof BrakeThreshold) => (value: string | number) => {
    if (typeof value === 'number') onChange({ ...wanted, [key]: value });
  };
  return (
    <Group gap="md" align="flex-end">
      <NumberInput
        label={t('brake.peopleMin')}
        value={wanted.peopleMin}
        onChange={take('peopleMin')}
        {...BRAKE_PEOPLE_MIN}
        allowDecimal={false}
        clampBehavior="strict"
        disabled={disabled}
        maw={140}
      />
      <NumberInput
        label={t('brake.percent')}
        value={wanted.percent}
        onChange={take('percent')}
        {...BRAKE_PERCENT}
        decimalScale={2}
        clampBehavior="strict"
        suffix=" %"
        disabled={disabled}
        maw={140}
      />
    </Group>
  );
}

function Sentence({ view, limit }: { readonly view: BrakeView; readonly limit: number }) {
  const { t } = useTranslation();
  const { population } = view;
  const origin = view.updatedBy === undefined ? t('brake.isDefault') : t('brake.setBy', { name: view.updatedBy });
  if (population > 0 && population < limit) {
    return (
      <Text size="sm" role="status" fw={500}>
        {t('brake.never', { population })}
      </Text>
    );
  }
  return (
    <Text size="sm" role="status">
      {t('brake.nowAt', { population, count: limit })} {origin}
    </Text>
  );
}

function History({ history }: { readonly history: BrakeHistory | undefined }) {
  const { t } = useTranslation();
  if (history === undefined) return null;
  if (history.trips.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('brake.historyNone', { count: history.peak })}
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm">{t('brake.history', { count: history.trips.length })}</Text>
      <List size="sm" c="dimmed" mt={4}>
        {history.trips.slice(-TRIPS_NAMED).map(({ at, effect, people }) => (
          <List.Item key={at}>
            {t('brake.historyLine', { effect: t(`brake.effects.${effect}`), people })} <RelativeTime at={at} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}
