import fs from 'node:fs';
import path from 'node:path';
import { entrance } from './en/entrance';

const SOURCE = path.resolve(import.meta.dirname, '..');
/** What may be drawn before anybody is signed in. */
const OUTSIDE = [
  'team/setup.page.tsx',
  'team/sign-in.page.tsx',
  'team/invitation.page.tsx',
  'shell/root-layout.tsx',
  'shell/crash-face.tsx',
  'shell/not-found.page.tsx',
];

function fileOf(importer: string, specifier: string): string | undefined {
  const base = path.join(path.dirname(importer), specifier);
  return [`${base}.tsx`, `${base}.ts`].find((file) => fs.existsSync(file));
}

/** A file and all that it imports of the console's own, but for what is loaded later. */
function withImports(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file) || file.includes('/i18n/')) return known;
  known.add(file);
  const imports = fs.readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)'/gm);
  for (const [, specifier = ''] of imports) {
    const found = fileOf(file, specifier);
    if (found !== undefined) withImports(found, known);
  }
  return known;
}

describe('pages outside a session', () => {
  it('need no word that comes with the session only', () => {
    const files = OUTSIDE.flatMap((page) => [...withImports(path.join(SOURCE, page))]);
    const parts = files.flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(/\bt\(\s*['`](\w+)\./g)].map(([, part = '']) => part),
    );

    expect(parts.length).toBeGreaterThan(30);
    expect([...new Set(parts)].filter((part) => !(part in entrance))).toEqual([]);
  });
});
