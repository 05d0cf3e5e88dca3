import type { IntegrationView, MappingHealth } from '@rollcall/admin-contracts';
import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconRefresh, IconStethoscope } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { integrationCalls, mappingHealthQuery } from '../../api/integrations';
import { useMay } from '../../api/session';
import { EmptyFace, FailedFace, LoadingFace } from '../../ui/faces';
import { Panel } from '../../ui/panel';
import { RelativeTime } from '../../ui/relative-time';
import { RefusedAlert } from '../../ui/dialog-buttons';
import { useAction } from '../../ui/use-action';
import { useProviderWords } from '../provider-words';
import { CoverageTable } from './coverage-table';
import { FindingCard } from './finding-card';
import { findingsToShow, useFix } from './finding-words';
import classes from './health.module.css';

/** A22: what is wrong with what arrives, and the fix to make in the provider. */
export function HealthTab({ view }: { readonly view: IntegrationView }) {
  const health = useQuery(mappingHealthQuery(view.id));
  if (health.data === undefined) {
    return (
      <Panel flush>
        {health.error === null ? (
          <LoadingFace />
        ) : (
          <FailedFace error={health.error} onRetry={() => void health.refetch()} />
        )}
      </Panel>
    );
  }
  const { asOf, users, groups } = health.data;
  if (asOf === undefined || users.total + groups.total === 0) return <NothingYet view={view} health={health.data} />;
  return (
    <Stack gap="md">
      <Findings view={view} health={health.data} asOf={asOf} />
      <Coverage view={view} health={health.data} />
    </Stack>
  );
}

interface HealthProps {
  readonly view: IntegrationView;
  readonly health: MappingHealth;
}

function NothingYet({ view, health }: HealthProps) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  const looking = health.running && view.userCount + view.groupCount > 0;
  return (
    <Panel flush>
      <EmptyFace
        icon={looking ? <Loader size={20} /> : <IconStethoscope size={22} />}
        title={looking ? t('health.firstTitle') : t('health.nobodyTitle')}
        text={looking ? t('health.firstText') : t('health.nobodyText', { provider: words.inSentence })}
        action={!looking && <RefreshButton view={view} health={health} />}
      />
    </Panel>
  );
}

function Findings({ view, health, asOf }: HealthProps & { readonly asOf: string }) {
  const { t } = useTranslation();
  const fix = useFix(view.provider);
  const findings = findingsToShow(health.findings, view.provider);
  return (
    <Panel
      title={t('health.title')}
      text={<AsOf at={asOf} running={health.running} />}
      aside={<RefreshButton view={view} health={health} />}
    >
      {findings.length === 0 ? (
        <Group gap="sm" wrap="nowrap">
          <IconCircleCheckFilled size={20} className={classes.fine} aria-hidden />
          <Text>{t('health.fine')}</Text>
        </Group>
      ) : (
        <ul className={classes.findings} aria-label={t('health.title')}>
          {findings.map((finding) => (
            <FindingCard
              key={finding.issue}
              finding={finding}
              total={finding.issue.startsWith('group') ? health.groups.total : health.users.total}
              fix={fix(finding.issue)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AsOf({ at, running }: { readonly at: string; readonly running: boolean }) {
  const { t } = useTranslation();
  if (running) return <span role="status">{t('health.running')}</span>;
  const [before, after] = t('health.asOf', { when: '\n' }).split('\n');
  return (
    <>
      {before}
      <RelativeTime at={at} />
      {after}
    </>
  );
}

function RefreshButton({ view, health }: HealthProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayRefresh = useMay('revokeTokens');
  const refresh = useAction(async () => {
    client.setQueryData(mappingHealthQuery(view.id).queryKey, await integrationCalls.refreshHealth(view.id));
  });
  if (!mayRefresh) return null;
  return (
    <div>
      <Button
        variant="default"
        loading={refresh.busy || health.running}
        leftSection={<IconRefresh size={16} aria-hidden />}
        onClick={refresh.run}
      >
        {t('health.refresh')}
      </Button>
      <RefusedAlert error={refresh.error} />
    </div>
  );
}

function Coverage({ view, health }: HealthProps) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  return (
    <Panel title={t('health.coverageTitle')} text={t('health.coverageText', { provider: words.inSentence })}>
      <Stack gap="lg">
        <CoverageTable caption={t('health.users')} coverage={health.users} />
        <CoverageTable caption={t('health.groups')} coverage={health.groups} />
      </Stack>
    </Panel>
  );
}
