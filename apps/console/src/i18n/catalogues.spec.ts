import { de } from './de';
import { en } from './en';

function entries(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as object).flatMap(([key, value]) => entries(value, path === '' ? key : `${path}.${key}`));
}

const placeholders = (text: string): string[] => [...text.matchAll(/{{(.*?)}}/g)].map((match) => match[1] ?? '').sort();

describe('languages', () => {
  const english = new Map(entries(en));
  const german = entries(de);

  it('German has each sentence of the English catalogue, step by step, and none besides', () => {
    expect(german.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  it('both languages fill in the same values', () => {
    const wrong = german.filter(
      ([path, text]) => placeholders(text).join() !== placeholders(english.get(path) ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  it('no sentence is empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
