import type { RequestView } from '@rollcall/admin-contracts';
import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/text-link';
import { requestQuery } from '../api/requests';
import { FactList } from '../ui/fact-list';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { exactTime } from '../ui/relative-time';
import { Trail } from '../ui/trail';
import { AnswerBadge } from './answer-badge';
import { headlineOf } from './headline';
import { Refusal } from './refusal';
import { TrailPanel } from './trail-panel';

const route = getRouteApi('/app/requests/$requestId');

export function RequestPage() {
  const { t } = useTranslation();
  const { requestId } = route.useParams();
  const request = useQuery(requestQuery(requestId));
  return (
    <Page
      title={request.data === undefined ? t('request.titleFallback') : headlineOf(request.data)}
      trail={<Trail to="/requests">{t('requests.title')}</Trail>}
      width="reading"
      badge={request.data !== undefined && <AnswerBadge status={request.data.status} />}
    >
      <ListStates
        loading={request.isPending}
        error={request.data === undefined ? request.error : null}
        empty={false}
        onRetry={() => void request.refetch()}
        whenEmpty={null}
      >
        {request.data !== undefined && (
          <Stack gap="md">
            {request.data.trail.error !== undefined && <Refusal error={request.data.trail.error} />}
            <TrailPanel request={request.data} />
            <Panel title={t('request.facts')}>
              <Facts request={request.data} />
            </Panel>
          </Stack>
        )}
      </ListStates>
    </Page>
  );
}

function Facts({ request }: { readonly request: RequestView }) {
  const { t, i18n } = useTranslation();
  const facts = [
    { term: t('request.when'), value: <time dateTime={request.at}>{exactTime(request.at, i18n.language)}</time> },
    {
      term: t('request.about'),
      value: request.resource === undefined ? undefined : <About resource={request.resource} />,
    },
    { term: t('request.path'), value: <Call request={request} /> },
    { term: t('request.status'), value: request.status },
    {
      term: t('request.duration'),
      value: t('requests.milliseconds', { value: Math.round(request.durationMs * 10) / 10 }),
    },
    { term: t('request.integration'), value: <Origin request={request} /> },
    {
      term: t('request.token'),
      value:
        request.tokenLastFour === undefined ? undefined : t('request.tokenEnding', { lastFour: request.tokenLastFour }),
    },
    { term: t('request.client'), value: request.client },
    { term: t('request.address'), value: request.address },
    { term: t('request.id'), value: <Code>{request.id}</Code> },
  ];
  return <FactList facts={facts.filter((fact) => fact.value !== undefined)} />;
}

function Call({ request }: { readonly request: RequestView }) {
  return (
    <Text component="span" size="sm" ff="monospace">
      {request.method} {request.path}
      {request.query !== undefined && `?${request.query}`}
    </Text>
  );
}

function Origin({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  if (request.integrationId === undefined) return t('requests.unknownIntegration');
  return (
    <TextLink to="/integrations/$integrationId" params={{ integrationId: request.integrationId }}>
      {request.integrationName}
    </TextLink>
  );
}

function About({ resource }: { readonly resource: NonNullable<RequestView['resource']> }) {
  const name = resource.name ?? resource.id;
  if (resource.type === 'Group') {
    return (
      <TextLink to="/groups/$groupId" params={{ groupId: resource.id }}>
        {name}
      </TextLink>
    );
  }
  return (
    <TextLink to="/users/$userId" params={{ userId: resource.id }}>
      {name}
    </TextLink>
  );
}
