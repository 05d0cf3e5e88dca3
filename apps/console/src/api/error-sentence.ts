import type { ConsoleErrorCode } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';
import { tellIn } from '../i18n/told/use-tell';
import { ApiError } from './api-error';

/** Codes with many reasons, of which the server tells the one. */
const TOLD_CODES: readonly ConsoleErrorCode[] = ['notAllowed', 'conflict'];
/** What the server says when it has nothing more to say than the code. */
const NOTHING_MORE = 'Your role does not allow this.';

/** What went wrong, in the reader's language; whatever is no ApiError is a fault of the console itself. */
export function useErrorSentence(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('errors.internal');
    return reasonOf(error, i18n.language) ?? t(`errors.${error.code}`);
  };
}

/** Undefined where the sentence of the code says it as well, or no other sentence is known in the language. */
function reasonOf({ code, message }: ApiError, language: string): string | undefined {
  if (!TOLD_CODES.includes(code) || message === NOTHING_MORE || !message.endsWith('.')) return undefined;
  const told = tellIn(language)(message);
  return language !== 'en' && told === message ? undefined : told;
}
