import { Kbd, Loader, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { rememberEntry } from './recent-entries';
import type { SearchEntry } from './search-entry';
import { SearchResults } from './search-results';
import { useSearchEntries } from './use-search-entries';
import { useSelection } from './use-selection';
import classes from './search-box.module.css';

/** One field, and below it what was found, in groups; arrows choose, Enter opens (WAI-ARIA combobox pattern). */
export function SearchBox({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const navigate = useNavigate();
  const memberId = useSession()?.member.id ?? '';
  const found = useSearchEntries(memberId);
  const selection = useSelection(found.entries, found.text);

  const open = (entry: SearchEntry): void => {
    rememberEntry(memberId, entry);
    onClose();
    void navigate(entry.place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && selection.entry !== undefined && found.isCurrent) {
      event.preventDefault();
      open(selection.entry);
    } else if (selection.move(event.key)) event.preventDefault();
  };

  return (
    <Modal.Root opened onClose={onClose} size={640} yOffset="10dvh" padding={0}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="lg" aria-label={t('search.title')}>
        <div className={classes.content}>
          <TextInput
            data-autofocus
            size="md"
            variant="unstyled"
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={selection.entry === undefined ? undefined : `${listId} ${selection.entry.key}`}
            aria-label={t('search.label')}
            placeholder={t('search.label')}
            value={found.text}
            onChange={(event) => {
              found.type(event.currentTarget.value);
            }}
            onKeyDown={onKeyDown}
            leftSection={<IconSearch size={18} aria-hidden />}
            rightSection={found.isLoading ? <Loader size={16} aria-label={t('common.loading')} /> : null}
            className={classes.field}
          />
          <SearchResults listId={listId} found={found} selection={selection} onOpen={open} />
          <KeyHints />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function KeyHints() {
  const { t } = useTranslation();
  return (
    <div className={classes.foot} aria-hidden>
      <span>
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('search.choose')}
      </span>
      <span>
        <Kbd size="xs">↵</Kbd> {t('search.open')}
      </span>
      <span>
        <Kbd size="xs">Esc</Kbd> {t('search.leave')}
      </span>
    </div>
  );
}
