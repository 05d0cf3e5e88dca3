import { useTranslation } from 'react-i18next';
import { ApiError } from './api-error';

/** The catalogue's sentence for a code; whatever is no ApiError is a fault of the console itself. */
export function useErrorSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => t(`errors.${error instanceof ApiError ? error.code : 'internal'}`);
}
