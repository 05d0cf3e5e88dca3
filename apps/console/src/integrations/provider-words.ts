import type { Provider } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';

export interface ProviderWords {
  /** Its name as a heading or in a list. */
  readonly name: string;
  /** Its name inside a sentence. */
  readonly inSentence: string;
  readonly urlLabel: string;
  readonly tokenLabel: string;
}

/** What the provider's own screens call the things that an admin carries there. */
export function useProviderWords(provider: Provider): ProviderWords {
  const { t } = useTranslation();
  return {
    name: t(`providers.${provider}.name`),
    inSentence: provider === 'other' ? t('providers.other.short') : t(`providers.${provider}.name`),
    urlLabel: t(`providers.${provider}.url`),
    tokenLabel: t(`providers.${provider}.token`),
  };
}

export function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1);
}
