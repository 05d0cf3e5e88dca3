import type { PersonReveal, UserView } from '@rollcall/admin-contracts';
import { Badge, Box, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revealPerson, userQuery } from '../api/directory';
import { useTell } from '../i18n/told/use-tell';
import { readUserPageSearch } from '../search-params';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { Reveal } from '../ui/reveal';
import { TextLink } from '../ui/text-link';
import { Trail } from '../ui/trail';
import { visibleText } from '../ui/visible-text';
import { AsOfField } from './as-of-field';
import { AttributePanels } from './attribute-panels';
import { DeletedBanner } from './deleted-banner';
import { GroupLinks } from './group-links';
import { History } from './history';
import { PastRecord } from './past-record';
import classes from './detail.module.css';
import { StatusBadge } from './status-badge';
import { useHistory, useRevealedHistory } from './use-history';

const route = getRouteApi('/app/users/$userId');

export function UserPage() {
  const { t } = useTranslation();
  const { userId } = route.useParams();
  const { asOf } = route.useSearch({ select: readUserPageSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const user = useQuery(userQuery(userId));
  const showAsOf = (at: string | undefined): void => {
    void navigate({ search: at === undefined ? {} : { asOf: at }, replace: true });
  };
  return (
    <Page
      title={user.data?.displayName ?? t('users.title')}
      trail={<Trail to="/users">{t('users.title')}</Trail>}
      width="reading"
      badge={user.data !== undefined && <UserBadge user={user.data} />}
      intro={user.data !== undefined && t('user.readOnly', { origin: user.data.integrationName })}
      actions={<AsOfField at={asOf} onChange={showAsOf} />}
    >
      <ListStates
        loading={user.isPending}
        error={user.data === undefined ? user.error : null}
        empty={false}
        onRetry={() => void user.refetch()}
        whenEmpty={null}
      >
        {user.data !== undefined && <UserBody key={userId} user={user.data} asOf={asOf} onAsOf={showAsOf} />}
      </ListStates>
    </Page>
  );
}

function UserBadge({ user }: { readonly user: UserView }) {
  const { t } = useTranslation();
  if (user.deleted === undefined) return <StatusBadge active={user.active} />;
  return <Badge color="yellow">{t('past.deletedBadge')}</Badge>;
}

interface UserBodyProps {
  readonly user: UserView;
  readonly asOf: string | undefined;
  readonly onAsOf: (at: string) => void;
}

function UserBody({ user, asOf, onAsOf }: UserBodyProps) {
  const { t } = useTranslation();
  const [reveal, setReveal] = useState<PersonReveal>();
  const past = asOf !== undefined && isSameMoment(asOf, reveal?.asOf?.at) ? reveal?.asOf : undefined;
  const revealed = asOf === undefined ? reveal !== undefined : past !== undefined;
  const shown = revealed && reveal !== undefined ? reveal.user : user;
  return (
    <>
      {user.deleted !== undefined && <DeletedBanner kind="users" record={user} deletion={user.deleted} />}
      {(user.masked || revealed) && (
        <Box mb="md">
          <Reveal
            masked={user.masked}
            revealed={revealed}
            onReveal={async (reason) => {
              const at = asOf === undefined ? {} : { at: asOf };
              setReveal(await revealPerson(user.id, { ...(reason === '' ? {} : { reason }), ...at }));
            }}
          />
        </Box>
      )}
      <div className={classes.columns}>
        {asOf === undefined ? (
          <AttributePanels attributes={shown.attributes} origins={user.origins} />
        ) : (
          <PastRecord kind="users" id={user.id} at={asOf} now={shown.attributes} revealed={past} />
        )}
        <Stack gap="md" miw={0}>
          {asOf === undefined && (
            <Panel title={t('user.groups')}>
              <GroupLinks groups={user.groups} whenNone={t('user.noGroups')} />
            </Panel>
          )}
          <Panel title={t('user.history')} text={<FirstReceived user={user} />}>
            {reveal === undefined ? (
              <PersonHistory user={user} onAsOf={onAsOf} />
            ) : (
              <RevealedHistory reveal={reveal} onAsOf={onAsOf} />
            )}
          </Panel>
          <Ignored user={shown} />
          <TextLink to="/requests" search={{ resourceId: user.id }} size="sm">
            {t('integration.seeRequests')}
          </TextLink>
        </Stack>
      </div>
    </>
  );
}

function isSameMoment(one: string, other: string | undefined): boolean {
  return other !== undefined && Date.parse(one) === Date.parse(other);
}

function PersonHistory({ user, onAsOf }: { readonly user: UserView; readonly onAsOf: (at: string) => void }) {
  return <History {...useHistory('users', user.id, user.history)} onAsOf={onAsOf} />;
}

function RevealedHistory({ reveal, onAsOf }: { readonly reveal: PersonReveal; readonly onAsOf: (at: string) => void }) {
  return <History {...useRevealedHistory(reveal)} onAsOf={onAsOf} />;
}

function FirstReceived({ user: { firstReceived } }: { readonly user: UserView }) {
  const { t } = useTranslation();
  if (firstReceived === undefined) return null;
  const { at, requestId } = firstReceived;
  const words = t('user.firstReceived');
  return (
    <>
      {requestId === undefined ? (
        words
      ) : (
        <TextLink to="/requests/$requestId" params={{ requestId }} size="sm" c="dimmed">
          {words}
        </TextLink>
      )}{' '}
      <RelativeTime at={at} />
    </>
  );
}

/** What the identity provider sent and Rollcall did not keep (B07). */
function Ignored({ user: { ignored } }: { readonly user: UserView }) {
  const { t } = useTranslation();
  const tell = useTell();
  if (ignored.length === 0) return null;
  return (
    <Panel title={t('user.ignored')} text={t('user.ignoredText')}>
      <List listStyleType="none" spacing={6}>
        {ignored.map(({ message, at, requestId }) => (
          <List.Item key={message}>
            <Text size="sm">{visibleText(tell(message))}</Text>
            <Text size="xs" c="dimmed">
              <RelativeTime at={at} />{' '}
              <TextLink to="/requests/$requestId" params={{ requestId }} size="xs">
                {t('user.showRequest')}
              </TextLink>
            </Text>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
