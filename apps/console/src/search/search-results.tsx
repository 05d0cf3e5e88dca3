import { Badge, Button, Text } from '@mantine/core';
import {
  IconClock,
  IconFileOff,
  IconHelpCircle,
  IconListDetails,
  IconPlug,
  IconUser,
  IconUsersGroup,
  IconArrowRight,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence';
import { NeverReceived } from './never-received';
import type { SearchEntry, SearchSection } from './search-entry';
import type { FoundEntries } from './use-search-entries';
import type { Selection } from './use-selection';
import classes from './search-box.module.css';

interface SearchResultsProps {
  readonly listId: string;
  readonly found: FoundEntries;
  readonly selection: Selection;
  readonly onOpen: (entry: SearchEntry) => void;
}

const SECTIONS: readonly SearchSection[] = [
  'recent',
  'people',
  'traces',
  'groups',
  'integrations',
  'requests',
  'pages',
];

const ICONS = {
  recent: IconClock,
  people: IconUser,
  traces: IconFileOff,
  groups: IconUsersGroup,
  integrations: IconPlug,
  requests: IconListDetails,
  pages: IconArrowRight,
} as const;

/** What was found, a group a kind, one list for the keyboard. */
export function SearchResults({ listId, found, selection, onOpen }: SearchResultsProps) {
  const { t } = useTranslation();
  const hits = found.entries.filter(({ section }) => section !== 'pages').length;
  return (
    <div className={classes.results}>
      <div role="status" className="visually-hidden">
        {found.isCurrent && found.text.trim() !== '' && t('search.found', { count: hits })}
      </div>
      <Failed found={found} />
      {found.neverReceived !== undefined && <NeverReceived text={found.text.trim()} sources={found.neverReceived} />}
      <div id={listId} role="listbox" aria-label={t('search.results')} data-stale={!found.isCurrent || undefined}>
        {SECTIONS.map((section) => {
          const entries = found.entries.filter((entry) => entry.section === section);
          if (entries.length === 0) return null;
          return (
            <div key={section} role="group" aria-label={t(`search.sections.${section}`)} className={classes.section}>
              <div className={classes.heading} aria-hidden>
                {t(`search.sections.${section}`)}
              </div>
              {entries.map((entry) => (
                <Entry
                  key={entry.key}
                  id={`${listId} ${entry.key}`}
                  entry={entry}
                  selected={entry.key === selection.entry?.key}
                  onSelect={selection.select}
                  onOpen={onOpen}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface EntryProps {
  readonly id: string;
  readonly entry: SearchEntry;
  readonly selected: boolean;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (entry: SearchEntry) => void;
}

function Entry({ id, entry, selected, onSelect, onOpen }: EntryProps) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const Icon = entry.key.startsWith('cause ') ? IconHelpCircle : ICONS[entry.section];
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={selected}
      className={classes.entry}
      onMouseMove={() => {
        if (!selected) onSelect(entry.key);
      }}
      onClick={() => {
        onOpen(entry);
      }}
    >
      <Icon size={18} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <div className={classes.title}>
          <span className={classes.name}>{entry.title}</span>
          {entry.mark !== undefined && (
            <Badge size="sm" color={entry.mark === 'refused' ? 'red' : 'gray'}>
              {t(`search.marks.${entry.mark}`)}
            </Badge>
          )}
        </div>
        {entry.detail !== undefined && <div className={classes.detail}>{entry.detail}</div>}
        {entry.reason !== undefined && <div className={classes.reason}>{entry.reason}</div>}
      </div>
    </div>
  );
}

function Failed({ found }: { readonly found: FoundEntries }) {
  const { t } = useTranslation();
  const sentence = useErrorSentence();
  if (found.error === null || found.error === undefined) return null;
  return (
    <div role="alert" className={classes.failed}>
      <Text size="sm">{sentence(found.error)}</Text>
      <Button size="xs" variant="default" onClick={found.retry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}
