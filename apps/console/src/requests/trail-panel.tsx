import type { RequestView, TrailNote } from '@rollcall/admin-contracts';
import { Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import { Changes } from './changes';
import { headlineOf } from './headline';
import { JsonText } from './json-text';
import classes from './trail-panel.module.css';

/** Received, recognised, rewritten, matched, stored, answered: the same order for every request. */
export function TrailPanel({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const { trail } = request;
  const failed = request.status >= 400;
  return (
    <Panel title={t('request.trail')}>
      <ol className={classes.trail}>
        <Stage title={t('request.received')}>
          <Text size="sm" ff="monospace" className={classes.wire}>
            {request.method} {request.path}
            {request.query !== undefined && `?${request.query}`}
          </Text>
        </Stage>
        <Stage title={t('request.recognised')}>
          {trail.recognisedAs === undefined
            ? t('request.recognisedNot')
            : t('request.recognisedAs', { client: trail.recognisedAs })}
        </Stage>
        {trail.notes.map((note, index) => (
          <NoteStage key={`${note.rule} ${String(index)}`} note={note} />
        ))}
        {trail.matched !== undefined && <Stage title={t('request.matched')}>{trail.matched}</Stage>}
        {!failed && request.method !== 'GET' && (
          <Stage title={t('request.stored')}>
            {trail.changes.length === 0 ? t('request.storedNothing') : <Changes changes={trail.changes} />}
          </Stage>
        )}
        <Stage title={t('request.answered')}>
          {request.status} · {headlineOf(request)}
        </Stage>
      </ol>
    </Panel>
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
  const where = note.operation === undefined ? '' : ` · ${t('request.operation', { index: note.operation + 1 })}`;
  return (
    <Stage title={`${t(`request.kinds.${note.kind}`)}${where}`}>
      {note.message} <Code>{note.rule}</Code>
      {(note.before !== undefined || note.after !== undefined) && (
        <div className={classes.pair}>
          <JsonText label={t('request.before')} value={note.before} />
          <JsonText label={t('request.after')} value={note.after} />
        </div>
      )}
    </Stage>
  );
}
