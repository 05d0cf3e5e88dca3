import i18next from 'i18next';
import { TOLD } from './told/use-tell';

/** A part of a language: its catalogue, and how it says what the server says in English. */
interface Words {
  readonly catalogue: object;
  readonly told?: Readonly<Record<string, string>>;
}

type Loader = () => Promise<Words>;

/** What there is to load beyond the English entrance. `entrance` is enough outside a session. */
const LOADERS: Readonly<Record<'en' | 'de', { readonly entrance?: Loader; readonly whole: Loader }>> = {
  en: { whole: async () => ({ catalogue: (await import('./en')).en }) },
  de: {
    entrance: async () => {
      const [{ entrance }, { deeds, fields }] = await Promise.all([
        import('./de/entrance'),
        import('./told/german-console'),
      ]);
      return { catalogue: entrance, told: { ...fields, ...deeds } };
    },
    whole: async () => {
      const [{ de }, { germanPhrases }] = await Promise.all([import('./de'), import('./told/german')]);
      return { catalogue: de, told: germanPhrases };
    },
  },
};

/** A key that the whole catalogue has and the entrance has not. */
const BEYOND_ENTRANCE = 'sentences';

/** Makes sure that the words of a language are there, all of them or those of the pages outside a session. */
export async function loadWords(language: 'en' | 'de', extent: 'entrance' | 'whole'): Promise<void> {
  if (i18next.getResource(language, 'translation', BEYOND_ENTRANCE) !== undefined) return;
  if (extent === 'entrance' && i18next.hasResourceBundle(language, 'translation')) return;
  const words = await LOADERS[language][extent]?.();
  if (words === undefined) return;
  i18next.addResourceBundle(language, 'translation', words.catalogue);
  if (words.told !== undefined) i18next.addResourceBundle(language, TOLD, words.told);
}
