import { useTranslation } from 'react-i18next';
import { tellIn } from '../i18n/told/use-tell';
import type { ApiError } from './api-error';

/** What the server says is wrong at fields, by field, in the reader's language. */
export function useFieldErrors(): (error: ApiError) => Record<string, string> {
  const { t, i18n } = useTranslation();
  return ({ fields }) => {
    const tell = tellIn(i18n.language);
    const said = Object.entries(fields).map(([name, sentence]) => {
      const told = tell(sentence);
      // A check that has no words of its own speaks English, about the name of a variable.
      return [name, told === sentence && i18n.language !== 'en' ? t('errors.field') : told];
    });
    return Object.fromEntries(said) as Record<string, string>;
  };
}
