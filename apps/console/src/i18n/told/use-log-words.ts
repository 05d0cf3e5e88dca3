import type { RequestFilter } from '@rollcall/admin-contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { logWords } from './log-words';
import { TOLD } from './use-tell';

/** The filter as the server is asked: text that the reader sees in another language is found in the English log, too. */
export function useLogWords(filter: RequestFilter): RequestFilter {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const { search } = filter;
    if (search === undefined || language === 'en') return filter;
    const codes = i18n.getResource(language, 'translation', 'sentences.codes') as Readonly<Record<string, string>>;
    const phrases = i18n.getResourceBundle(language, TOLD) as Readonly<Record<string, string>> | undefined;
    const said = logWords(search, { codes, phrases: phrases ?? {} });
    return said === undefined ? filter : { ...filter, said };
  }, [i18n, language, filter]);
}
