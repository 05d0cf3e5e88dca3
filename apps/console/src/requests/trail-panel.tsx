import type { DecisionTrail, RequestView, TrailMembers, TrailNote } from '@rollcall/admin-contracts';
import { Code, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clientName, useRequestSentence } from '../i18n/request-sentence';
import { useTell } from '../i18n/told/use-tell';
import { Panel } from '../ui/panel';
import { visibleText } from '../ui/visible-text';
import { About } from './about';
import { Changes } from './changes';
import { headlineOf } from './headline';
import { JsonText } from './json-text';
import classes from './trail-panel.module.css';

/** Received, recognised, rewritten, matched, stored, answered: the same order for every request. */
export function TrailPanel({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const say = useRequestSentence();
  const { trail } = request;
  const failed = request.status >= 400;
  return (
    <Panel title={t('request.trail')}>
      <ol className={classes.trail}>
        <Stage title={t('request.received')}>
          <Text size="sm" ff="monospace" className={classes.wire}>
            {visibleText(`${request.method} ${request.path}${request.query === undefined ? '' : `?${request.query}`}`)}
          </Text>
        </Stage>
        <Stage title={t('request.recognised')}>
          {trail.recognisedAs === undefined
            ? t('request.recognisedNot')
            : t('request.recognisedAs', { client: clientName(trail.recognisedAs, t) })}
        </Stage>
        {trail.notes.map((note, index) => (
          <NoteStage key={`${note.rule} ${String(index)}`} note={note} />
        ))}
        {trail.matched !== undefined && (
          <Stage title={t('request.matched')}>
            {visibleText(trail.matched)}
            {request.method === 'GET' && ` · ${t('request.found', { count: trail.found ?? 0 })}`}
          </Stage>
        )}
        {!failed && request.method !== 'GET' && (
          <Stage title={t('request.stored')}>
            <StoredDifference trail={trail} />
          </Stage>
        )}
        <Stage title={t('request.answered')}>
          {request.status} · {headlineOf(request, say)}
        </Stage>
      </ol>
    </Panel>
  );
}

function StoredDifference({ trail }: { readonly trail: DecisionTrail }) {
  const { t } = useTranslation();
  const { changes, membersAdded, membersRemoved } = trail;
  if (changes.length === 0 && membersAdded === undefined && membersRemoved === undefined) {
    return t('request.storedNothing');
  }
  return (
    <>
      {membersAdded !== undefined && (
        <Members text={t('request.joined', { count: membersAdded.count })} members={membersAdded} />
      )}
      {membersRemoved !== undefined && (
        <Members text={t('request.left', { count: membersRemoved.count })} members={membersRemoved} />
      )}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

/** The first few by name, the rest as a number. */
function Members({ text, members }: { readonly text: string; readonly members: TrailMembers }) {
  const { t } = useTranslation();
  const { names, count } = members;
  return (
    <Text>
      {text}
      {names.length > 0 && ': '}
      {names.map((member, index) => (
        <Fragment key={member.id}>
          {index > 0 && ', '}
          <About {...member} />
        </Fragment>
      ))}
      {names.length > 0 && count > names.length && ` ${t('request.andMore', { count: count - names.length })}`}
    </Text>
  );
}

function Stage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li className={classes.stage}>
      <Text size="xs" c="dimmed" fw={500}>
        {title}
      </Text>
      <div>{children}</div>
    </li>
  );
}

function NoteStage({ note }: { readonly note: TrailNote }) {
  const { t } = useTranslation();
  const tell = useTell();
  const where = note.operation === undefined ? '' : ` · ${t('request.operation', { index: note.operation + 1 })}`;
  return (
    <Stage title={`${t(`request.kinds.${note.kind}`)}${where}`}>
      {visibleText(tell(note.message))} <Code>{note.rule}</Code>
      {(note.before !== undefined || note.after !== undefined) && (
        <div className={classes.pair}>
          <JsonText label={t('request.before')} value={note.before} />
          <JsonText label={t('request.after')} value={note.after} />
        </div>
      )}
    </Stage>
  );
}
