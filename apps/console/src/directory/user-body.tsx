import type { PersonReveal, UserView } from '@rollcall/admin-contracts';
import { Box, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revealPerson } from '../api/directory';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { Reveal } from '../ui/reveal';
import { TextLink } from '../ui/text-link';
import { AttributePanels } from './attribute-panels';
import { DeletedBanner } from './deleted-banner';
import classes from './detail.module.css';
import { GroupLinks } from './group-links';
import { holdsHiddenValues } from './hidden-values';
import { History } from './history';
import { Ignored } from './ignored';
import { PastRecord } from './past-record';
import { useHistory, useRevealedHistory } from './use-history';

interface UserBodyProps {
  readonly user: UserView;
  readonly asOf: string | undefined;
  readonly onAsOf: (at: string) => void;
}

/** All about a person; what has been revealed lives here alone, and goes with the page. */
export function UserBody({ user, asOf, onAsOf }: UserBodyProps) {
  const { t } = useTranslation();
  const [reveal, setReveal] = useState<PersonReveal>();
  const [why, setWhy] = useState<string>();
  const past = asOf !== undefined && isSameMoment(asOf, reveal?.asOf?.at) ? reveal?.asOf : undefined;
  const revealed = asOf === undefined ? reveal !== undefined : past !== undefined;
  // At an earlier moment more may have been there than is now.
  const masked = asOf === undefined ? holdsHiddenValues(user) : user.masked;
  const shown = revealed && reveal !== undefined ? reveal.user : user;
  return (
    <>
      {user.deleted !== undefined && <DeletedBanner kind="users" record={user} deletion={user.deleted} />}
      {(masked || revealed) && (
        <Box mb="md">
          <Reveal
            masked={masked}
            revealed={revealed}
            onReveal={async (reason) => {
              const at = asOf === undefined ? {} : { at: asOf };
              setReveal(await revealPerson(user.id, { ...(reason === '' ? {} : { reason }), ...at }));
              setWhy(reason === '' ? undefined : reason);
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
              <RevealedHistory reveal={reveal} reason={why} onAsOf={onAsOf} />
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

interface RevealedHistoryProps {
  readonly reveal: PersonReveal;
  readonly reason: string | undefined;
  readonly onAsOf: (at: string) => void;
}

function RevealedHistory({ reveal, reason, onAsOf }: RevealedHistoryProps) {
  return <History {...useRevealedHistory(reveal, reason)} onAsOf={onAsOf} />;
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
