import type { SetupState } from '@rollcall/admin-contracts';
import { Button, Skeleton, Stack } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSetupSearch } from '../search-params';
import { api } from '../api/client';
import { FailedFace } from '../ui/faces';
import { Entrance } from './entrance';
import { SetupForm } from './setup-form';

const route = getRouteApi('/setup');

const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<SetupState>('/setup', {}, signal),
});

/** The first page anybody ever sees; afterwards it says plainly that the link has done its work. */
export function SetupPage() {
  const { t } = useTranslation();
  const { token } = route.useSearch({ select: readSetupSearch, structuralSharing: true });
  const state = useQuery(setupQuery);
  const [refused, setRefused] = useState<'setupDone' | 'setupLinkInvalid'>();

  if (state.isPending) return <Entrance title={t('setup.title')}>{<FormSkeleton />}</Entrance>;
  if (state.isError) {
    return (
      <Entrance title={t('setup.title')}>
        <FailedFace error={state.error} onRetry={() => void state.refetch()} />
      </Entrance>
    );
  }
  if (!state.data.needed || refused === 'setupDone') return <SetupDone />;
  if (token === undefined) return <Entrance title={t('setup.missingTitle')} intro={t('setup.missingText')} />;
  if (refused === 'setupLinkInvalid')
    return <Entrance title={t('setup.invalidTitle')} intro={t('setup.invalidText')} />;
  return (
    <Entrance title={t('setup.title')} intro={t('setup.intro')}>
      <SetupForm setupToken={token} onRefused={setRefused} />
    </Entrance>
  );
}

function SetupDone() {
  const { t } = useTranslation();
  return (
    <Entrance title={t('setup.usedTitle')} intro={t('setup.usedText')}>
      <Button component={Link} to="/sign-in" mt="lg" fullWidth>
        {t('setup.usedAction')}
      </Button>
    </Entrance>
  );
}

function FormSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack mt="lg" gap="md" role="status" aria-label={t('common.loading')}>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  );
}
