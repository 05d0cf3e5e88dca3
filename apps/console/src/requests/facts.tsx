import type { RequestView } from '@rollcall/admin-contracts';
import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '../ui/fact-list';
import { exactTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { visibleText } from '../ui/visible-text';
import { About, aboutOf } from './about';
import { sentName, type SentName } from './sent-name';

/** The call itself: when, whose, from where, and the id by which everybody finds it (C11). */
export function Facts({ request }: { readonly request: RequestView }) {
  const { t, i18n } = useTranslation();
  const facts = [
    { term: t('request.when'), value: <time dateTime={request.at}>{exactTime(request.at, i18n.language)}</time> },
    { term: t('request.about'), value: subjectOf(request) },
    { term: t('request.path'), value: <Call request={request} /> },
    { term: t('request.status'), value: request.status },
    {
      term: t('request.duration'),
      value: t('requests.milliseconds', { value: Math.round(request.durationMs * 10) / 10 }),
    },
    { term: t('request.integration'), value: <Origin request={request} /> },
    { term: t('request.token'), value: request.tokenLastFour && <Token request={request} /> },
    { term: t('request.client'), value: request.client && visibleText(request.client) },
    { term: t('request.userAgent'), value: request.userAgent && visibleText(request.userAgent) },
    { term: t('request.address'), value: request.address },
    { term: t('request.id'), value: <Code>{request.id}</Code> },
  ];
  return <FactList facts={facts.filter((fact) => fact.value !== undefined && fact.value !== '')} />;
}

function subjectOf(request: RequestView) {
  if (request.resource !== undefined) return <Subject resource={request.resource} />;
  const sent = sentName(request);
  return sent && <Refused sent={sent} />;
}

/** There is no record to lead to; what else was asked about the same name tells the rest. */
function Refused({ sent }: { readonly sent: SentName }) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      {visibleText(sent.name)}
      <TextLink to="/requests" search={sent.type === 'User' ? { person: sent.name } : { search: sent.name }} size="xs">
        {t('request.allAbout')}
      </TextLink>
    </Stack>
  );
}

function Subject({ resource }: { readonly resource: NonNullable<RequestView['resource']> }) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      <About {...aboutOf(resource)} />
      <TextLink to="/requests" search={{ resourceId: resource.id }} size="xs">
        {t('request.allAbout')}
      </TextLink>
    </Stack>
  );
}

function Call({ request }: { readonly request: RequestView }) {
  return (
    <Text component="span" size="sm" ff="monospace">
      {visibleText(`${request.method} ${request.path}${request.query === undefined ? '' : `?${request.query}`}`)}
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

function Token({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  return (
    <Stack gap={0}>
      {t('request.tokenEnding', { lastFour: request.tokenLastFour ?? '' })}
      {request.integrationId !== undefined && (
        <TextLink
          to="/integrations/$integrationId"
          params={{ integrationId: request.integrationId }}
          search={{ tab: 'tokens' }}
          size="xs"
        >
          {t('request.tokenManage')}
        </TextLink>
      )}
    </Stack>
  );
}
