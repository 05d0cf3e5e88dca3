import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { entrance } from './en/entrance';
import { loadWords } from './words';

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const STORAGE_KEY = 'rollcall-language';

let extent: 'entrance' | 'whole' = 'entrance';

/** What a page outside a session says in English comes with the first load; the rest with the session, or when somebody asks for it. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: entrance } },
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

/** From here on all words are needed, in whatever language is chosen. */
export async function enterSessionWords(): Promise<void> {
  extent = 'whole';
  await loadWords(asLanguage(i18next.language) ?? 'en', extent);
}

async function speak(language: Language): Promise<void> {
  await loadWords(language, extent);
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
