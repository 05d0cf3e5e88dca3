import type { ActivityEntry } from '@rollcall/admin-contracts';
import { Button, Code, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revealEntry } from '../api/activity';
import { Dialog } from '../ui/dialog';
import { FactList, type Fact } from '../ui/fact-list';
import { exactTime } from '../ui/relative-time';
import { Reveal } from '../ui/reveal';
import { TextLink } from '../ui/text-link';
import { visibleText } from '../ui/visible-text';
import type { Narrow } from './activity-filters';
import { useActivitySentence } from './activity-sentence';
import { ValueChanges } from './value-changes';

interface ActivityDetailProps {
  readonly entry: ActivityEntry | undefined;
  readonly onNarrow: Narrow;
  readonly onClose: () => void;
}

/** One entry whole: who, when, from where, old and new values, and what it leads to. */
export function ActivityDetail({ entry, onNarrow, onClose }: ActivityDetailProps) {
  const sentence = useActivitySentence();
  return (
    <Dialog opened={entry !== undefined} title={entry === undefined ? '' : sentence(entry)} size="lg" onClose={onClose}>
      {entry !== undefined && (
        <Stack gap="lg">
          <Facts entry={entry} />
          <Values key={`${entry.source} ${entry.id}`} entry={entry} />
          <Narrowing
            entry={entry}
            onNarrow={(change) => {
              onNarrow(change);
              onClose();
            }}
          />
        </Stack>
      )}
    </Dialog>
  );
}

/** Revealed values live in this view alone, and only while it shows the entry that they belong to. */
function Values({ entry }: { readonly entry: ActivityEntry }) {
  const [revealed, setRevealed] = useState<ActivityEntry>();
  return (
    <>
      <Reveal
        masked={entry.masked === true}
        revealed={revealed !== undefined}
        onReveal={async (reason) => {
          setRevealed(await revealEntry(entry, reason));
        }}
      />
      <ValueChanges action={entry.action} details={(revealed ?? entry).details} />
    </>
  );
}

function Facts({ entry }: { readonly entry: ActivityEntry }) {
  const { t, i18n } = useTranslation();
  const facts: Fact[] = [
    { term: t('activity.columns.when'), value: exactTime(entry.at, i18n.language) },
    {
      term: t('activity.columns.who'),
      value: `${visibleText(entry.actor.name)} (${t(`activity.actors.${entry.actor.type}`)})`,
    },
    { term: t('activity.columns.result'), value: t(`activity.results.${entry.result}`) },
  ];
  if (entry.object !== undefined)
    facts.push({ term: t('activity.object'), value: <ObjectLink object={entry.object} /> });
  if (entry.address !== undefined) facts.push({ term: t('activity.address'), value: entry.address });
  if (entry.requestId !== undefined)
    facts.push(
      entry.source === 'console'
        ? { term: t('request.id'), value: <Code>{entry.requestId}</Code> }
        : { term: t('activity.cause'), value: <Cause requestId={entry.requestId} /> },
    );
  return <FactList facts={facts} />;
}

function Cause({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  return (
    <TextLink to="/requests/$requestId" params={{ requestId }}>
      {t('user.showRequest')}
    </TextLink>
  );
}

/** Leads to the page of what still may have one. */
function ObjectLink({ object }: { readonly object: NonNullable<ActivityEntry['object']> }) {
  const name = visibleText(object.name ?? object.id);
  switch (object.type) {
    case 'user':
      return (
        <TextLink to="/users/$userId" params={{ userId: object.id }}>
          {name}
        </TextLink>
      );
    case 'group':
      return (
        <TextLink to="/groups/$groupId" params={{ groupId: object.id }}>
          {name}
        </TextLink>
      );
    case 'integration':
      return (
        <TextLink to="/integrations/$integrationId" params={{ integrationId: object.id }}>
          {name}
        </TextLink>
      );
    default:
      return name;
  }
}

function Narrowing({ entry, onNarrow }: { readonly entry: ActivityEntry; readonly onNarrow: Narrow }) {
  const { t } = useTranslation();
  const { object, actor } = entry;
  return (
    <Group gap="xs">
      {object !== undefined && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onNarrow({ objectId: object.id });
          }}
        >
          {t('activity.allAbout')}
        </Button>
      )}
      {actor.id !== undefined && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onNarrow({ actorId: actor.id });
          }}
        >
          {t('activity.allBy', { name: visibleText(actor.name) })}
        </Button>
      )}
    </Group>
  );
}
