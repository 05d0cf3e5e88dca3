import type { GeneratedToken, Provider } from '@rollcall/admin-contracts';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/api-error';
import { integrationCalls } from '../../api/integrations';
import { RefusedAlert } from '../../ui/dialog-buttons';
import { Panel } from '../../ui/panel';
import { useAction } from '../../ui/use-action';
import { useNameFault } from '../integration-name';
import { endOfDay } from '../tokens/token-end';
import { TokenEndField } from '../tokens/token-end-field';

interface NameStepProps {
  readonly provider: Provider;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onBack: () => void;
  readonly onGenerated: (generated: GeneratedToken) => void;
}

/** Complains at the field (A04): at once about what is plainly wrong, on leaving the field about a name that is taken. */
export function NameStep({ provider, name, onName, onBack, onGenerated }: NameStepProps) {
  const { t } = useTranslation();
  const nameFault = useNameFault();
  const [fault, setFault] = useState<string | null>(null);
  const [endDate, setEndDate] = useState('');
  const checkTaken = useTakenCheck(() => {
    setFault(t('wizard.nameTaken'));
  });
  const generate = useAction(async () => {
    try {
      const tokenExpiresAt = endOfDay(endDate);
      const ends = tokenExpiresAt === undefined ? {} : { tokenExpiresAt };
      onGenerated(await integrationCalls.create({ name: name.trim(), provider, ...ends }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'nameTaken') throw error;
      setFault(t('wizard.nameTaken'));
    }
  });
  const submit = (): void => {
    const found = nameFault(name);
    setFault(found);
    if (found === null) generate.run();
  };

  return (
    <Panel title={t('wizard.nameTitle')} text={t('wizard.nameText')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="lg">
          <TextInput
            label={t('wizard.nameLabel')}
            value={name}
            error={fault}
            maw={440}
            autoFocus
            autoComplete="off"
            placeholder={t(`providers.${provider}.name`)}
            onChange={(event) => {
              setFault(null);
              onName(event.currentTarget.value);
            }}
            onBlur={() => {
              if (nameFault(name) === null) void checkTaken(name.trim());
            }}
          />
          <TokenEndField label={t('tokenEnd.label')} date={endDate} onChange={setEndDate} />
        </Stack>
        <RefusedAlert error={generate.error} />
        <Group justify="space-between" mt="lg">
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={generate.busy}>
            {t('wizard.generate')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

/** A courtesy before the button; the answer that counts is the one of `create`, so a failed check says nothing. */
function useTakenCheck(onTaken: () => void): (name: string) => Promise<void> {
  return async (name) => {
    try {
      const { available } = await integrationCalls.nameCheck(name);
      if (!available) onTaken();
    } catch {
      // The button will tell.
    }
  };
}
