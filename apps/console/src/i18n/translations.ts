import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, type Catalogue } from './en';
import { TOLD } from './told/use-tell';

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const STORAGE_KEY = 'rollcall-language';

/** English comes with the first load (it is what falls back), other languages when somebody asks for them. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  await speak(rememberedLanguage() ?? browserLanguage());
}

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that refuses storage asks again next time.
  }
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (language === 'de' && !i18next.hasResourceBundle('de', 'translation')) {
    const [{ de }, { germanPhrases }] = await Promise.all([import('./de'), import('./told/german')]);
    i18next.addResourceBundle('de', 'translation', de satisfies Catalogue);
    i18next.addResourceBundle('de', TOLD, germanPhrases);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function rememberedLanguage(): Language | undefined {
  try {
    return asLanguage(localStorage.getItem(STORAGE_KEY) ?? '');
  } catch {
    return undefined;
  }
}

function browserLanguage(): Language {
  for (const wanted of navigator.languages) {
    const language = asLanguage(wanted.slice(0, 2).toLowerCase());
    if (language !== undefined) return language;
  }
  return 'en';
}

export function asLanguage(text: string): Language | undefined {
  return text === 'en' || text === 'de' ? text : undefined;
}
