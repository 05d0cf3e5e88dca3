import type { IntegrationView, RequestGlimpse } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRequestSentence } from '../i18n/request-sentence';
import { TextLink } from '../ui/text-link';
import { FactList } from '../ui/fact-list';
import { RelativeTime } from '../ui/relative-time';
import { visibleText } from '../ui/visible-text';
import { useProviderWords } from './provider-words';
import { isLive } from './tokens/token-state';

export function OverviewFacts({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  return (
    <FactList
      facts={[
        { term: t('integration.users'), value: <UserCount view={view} /> },
        { term: t('integration.groups'), value: <GroupCount view={view} /> },
        {
          term: t('integration.lastRequest'),
          value: <Glimpse glimpse={view.lastRequest} none={t('integration.noRequest')} />,
        },
        {
          term: t('integration.lastError'),
          value: <Glimpse glimpse={view.lastError} none={t('integration.noError')} />,
        },
        { term: t('integration.token'), value: <LiveTokens view={view} /> },
        {
          term: t('brake.title'),
          value: (
            <TextLink to="/integrations/$integrationId/brake" params={{ integrationId: view.id }}>
              {t('brake.overviewLink')}
            </TextLink>
          ),
        },
        { term: t('integration.provider'), value: words.name },
        {
          term: t('integration.created'),
          value: (
            <>
              <RelativeTime at={view.createdAt} />
              <Text size="xs" c="dimmed">
                {t('integration.createdBy', { name: view.createdBy })}
              </Text>
            </>
          ),
        },
      ]}
    />
  );
}

function UserCount({ view }: { readonly view: IntegrationView }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <TextLink to="/users" search={{ integrationId: view.id }} className="tabular">
        {new Intl.NumberFormat(i18n.language).format(view.userCount)}
      </TextLink>
      <Text size="xs" c="dimmed">
        {t('integration.usersActive', { count: view.activeUserCount })}
      </Text>
    </>
  );
}

function GroupCount({ view }: { readonly view: IntegrationView }) {
  const { i18n } = useTranslation();
  return (
    <TextLink to="/groups" search={{ integrationId: view.id }} className="tabular">
      {new Intl.NumberFormat(i18n.language).format(view.groupCount)}
    </TextLink>
  );
}

function LiveTokens({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const live = view.tokens.filter(isLive);
  if (live.length === 0) return t('integration.noToken');
  return live.map((token) => (
    <div key={token.id}>
      {t('integration.tokenLine', { lastFour: token.lastFour })}
      <Text size="xs" c="dimmed">
        <RelativeTime at={token.createdAt} />
      </Text>
    </div>
  ));
}

function Glimpse({ glimpse, none }: { readonly glimpse: RequestGlimpse | undefined; readonly none: string }) {
  const say = useRequestSentence();
  if (glimpse === undefined) return <Text c="dimmed">{none}</Text>;
  return (
    <>
      <TextLink to="/requests/$requestId" params={{ requestId: glimpse.id }}>
        {visibleText(say(glimpse))}
      </TextLink>
      <Text size="xs" c="dimmed" className="tabular">
        {glimpse.status} · <RelativeTime at={glimpse.at} />
      </Text>
    </>
  );
}
