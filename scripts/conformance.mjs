// Writes docs/conformance.md: which test proves which rule, taken from the titles of the tests. With --check it only tells whether the file is up to date.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'docs/conformance.md');
const SECTIONS = {
  H: 'HTTP layer',
  R: 'Create, read, replace, delete',
  S: 'Schema rules, characteristics, values',
  N: 'Attribute names and notation',
  A: 'attributes, excludedAttributes',
  L: 'Lists, sort, index paging, search',
  F: 'Filters',
  P: 'PATCH',
  M: 'Meta, versions, conditional requests',
  E: 'Errors',
  D: 'Discovery',
  B: 'Bulk',
  C: 'Cursor paging',
  X: 'Extensions and further resource types',
};
/** How many rules a section has; PROFILE rules are not due. */
const RULES = { H: 34, R: 34, S: 41, N: 14, A: 16, L: 26, F: 48, P: 60, M: 17, E: 18, D: 22, B: 23, C: 18, X: 3 };
const NOT_DUE = new Set(['H-29', 'P-59']);
const ID = /\b([HRSNALFPMEDBCX])-(\d\d)\b/g;
const TITLE = /\bit(?:\.each\([\s\S]*?\]\))?\(\s*(['"`])((?:[HRSNALFPMEDBCX]-\d\d|[A-Z]{1,3}-?\d\d)[\s\S]*?)\1\s*,/g;

function specFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : specFiles(file);
    return entry.name.endsWith('.spec.ts') ? [file] : [];
  });
}

/** Requirements of reliability are numbered R-nn as well; they are proved elsewhere. */
function isAboutRules(file) {
  return file.includes('/scim/conformance/') || file.includes('/libs/scim-protocol/');
}

function withoutTest(found) {
  return Object.entries(RULES).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`).filter(
      (id) => !found.has(id) && !NOT_DUE.has(id),
    ),
  );
}

function proofs() {
  const found = new Map();
  for (const file of ['libs', 'apps'].flatMap((folder) => specFiles(path.join(root, folder)))) {
    for (const [, , title] of fs.readFileSync(file, 'utf8').matchAll(TITLE)) {
      const head = title.split(':', 1)[0];
      for (const [id] of head.matchAll(ID)) {
        if (Number(id.slice(2)) > RULES[id[0]] || (id[0] === 'R' && !isAboutRules(file))) continue;
        const list = found.get(id) ?? [];
        list.push({ title: title.slice(head.length + 1).trim(), file: path.relative(root, file) });
        found.set(id, list);
      }
    }
  }
  return found;
}

function page(found) {
  const lines = [
    '# Conformance',
    '',
    'Which test proves which rule of RFC 7643, RFC 7644 and RFC 9865, as our checklist numbers them. Written by `node scripts/conformance.mjs` from the titles of the tests.',
    '',
    'What is not supported, and why: `/Me` (501: a token belongs to an integration, not to a person), changing passwords (a directory user is never a login; `password` is accepted and dropped),',
    'anonymous creation, expansion of nested groups (they are stored and shown, and a circle is refused), whole resource types registered as data (extensions are), events and asynchronous requests of RFC 9967.',
    '',
  ];
  const missing = withoutTest(found);
  lines.push(`Rules that no test names yet (${missing.length}): ${missing.join(', ') || 'none'}.`, '');
  for (const [letter, name] of Object.entries(SECTIONS)) {
    const ids = [...found.keys()].filter((id) => id.startsWith(`${letter}-`)).sort();
    if (ids.length === 0) continue;
    lines.push(`## ${letter} — ${name}`, '', '| Rule | Proved by |', '|---|---|');
    for (const id of ids) {
      const tests = found.get(id).map(({ title, file }) => `${title.replaceAll('|', '\\|')} (\`${file}\`)`);
      lines.push(`| ${id} | ${[...new Set(tests)].join('<br>')} |`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const text = page(proofs());
if (process.argv.includes('--check')) {
  const isCurrent = fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text;
  if (!isCurrent) console.error('docs/conformance.md is out of date: run node scripts/conformance.mjs');
  process.exit(isCurrent ? 0 : 1);
}
fs.writeFileSync(target, text);
