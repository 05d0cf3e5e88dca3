import type { SearchSource } from '@rollcall/admin-contracts';
import { SEARCH_TEXT_MAX } from '@rollcall/admin-contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchQuery } from '../api/search';
import { useMay } from '../api/session';
import { useRequestSentence } from '../i18n/request-sentence';
import { useTell } from '../i18n/told/use-tell';
import { answerEntries } from './answer-entries';
import { pageEntries } from './page-entries';
import { recentEntries } from './recent-entries';
import type { SearchEntry } from './search-entry';

const PAUSE_MS = 120;

export interface FoundEntries {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly entries: readonly SearchEntry[];
  /** The entries answer the text as it stands in the field. */
  readonly isCurrent: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Nobody and nothing is known under the text: where it could have come from. */
  readonly neverReceived: readonly SearchSource[] | undefined;
}

/** What the box shows: while nothing is typed the last entries and all pages, then what the server knows. */
export function useSearchEntries(memberId: string): FoundEntries {
  const { t, i18n } = useTranslation();
  const say = useRequestSentence();
  const tell = useTell();
  const mayManage = useMay('manageIntegrations');
  const [text, type] = useState('');
  const [recent] = useState(() => recentEntries(memberId));
  const wanted = text.trim().slice(0, SEARCH_TEXT_MAX);
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const answer = useQuery(searchQuery(wanted === '' ? '' : asked));
  const isCurrent = wanted === '' || (wanted === asked && answer.isSuccess && !answer.isPlaceholderData);

  const entries = useMemo(() => {
    const pages = pageEntries(wanted, mayManage, t);
    if (wanted === '') return [...recent, ...pages];
    return [...(answer.data ? answerEntries(answer.data, { t, say, tell, language: i18n.language }) : []), ...pages];
  }, [wanted, recent, answer.data, mayManage, t, say, tell, i18n.language]);
  const isEmpty = entries.every(({ section }) => section === 'pages');
  return {
    text,
    type,
    entries,
    isCurrent,
    isLoading: wanted !== '' && !isCurrent && !answer.isError,
    error: wanted === '' ? null : answer.error,
    retry: () => void answer.refetch(),
    neverReceived: wanted !== '' && isCurrent && isEmpty ? answer.data?.sources : undefined,
  };
}
