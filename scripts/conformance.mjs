// Which test proves which rule of SCIM: writes docs/conformance.md from the titles of the tests. With --check it changes nothing, and fails
// when the page is stale or a due rule has no test.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './workspace/fault.mjs';
import { root } from './workspace/root.mjs';

const FOLDERS = ['libs/scim-protocol/src', 'libs/scim-sql/src', 'apps/api/src', 'apps/api-e2e'];
const RULES = path.join(root, 'docs/conformance-rules.json');
const PAGE = path.join(root, 'docs/conformance.md');
const ID = /\b[A-Z]-\d{2}\b/g;
/** A title is the first text after `it(` or after the table of `it.each(...)`; ids stand before its first colon. */
const TITLE = /(['"`])((?:(?:line \d+|[A-Z]+-?\d+)\s+)*[A-Z]-\d{2}\b[^'"`\n]*?):\s((?:\\.|(?!\1)[^\n])*)\1\s*,/g;

function specFiles(folder) {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs
    .readdirSync(absolute, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith('.spec.ts') && !name.includes('node_modules'))
    .sort();
}

/** Rule id -> the titles that begin with it, and where they stand. */
function provenRules() {
  const proven = new Map();
  for (const file of FOLDERS.flatMap(specFiles)) {
    for (const [, , ids, sentence] of fs.readFileSync(path.join(root, file), 'utf8').matchAll(TITLE)) {
      const title = sentence.replaceAll("\\'", "'");
      for (const id of new Set(ids.match(ID))) proven.set(id, [...(proven.get(id) ?? []), { title, file }]);
    }
  }
  return proven;
}

function page(rules, proven) {
  const supported = rules.filter((rule) => !rule.notSupported);
  const lines = [
    '# Conformance to SCIM 2.0',
    '',
    'Each rule of RFC 7643, 7644 and 9865 that holds here, in our words, with the tests that prove it. Made by `node scripts/conformance.mjs` from',
    '`docs/conformance-rules.json` and the titles of the tests. CHOICE marks what the RFCs leave open.',
  ];
  for (const section of new Set(supported.map((rule) => rule.section))) {
    lines.push('', `## ${section}`);
    for (const rule of supported.filter((each) => each.section === section)) {
      const tests = proven.get(rule.id) ?? [];
      lines.push('', `**${rule.id}** ${rule.level}. ${rule.rule}`, '');
      if (tests.length === 0) lines.push('- no test yet');
      for (const { title, file } of tests) lines.push(`- ${code(title)} in \`${file}\``);
    }
  }
  lines.push('', '## Not supported, and why', '');
  for (const rule of rules.filter((each) => each.notSupported)) {
    lines.push(`- **${rule.id}** ${rule.rule} ${rule.notSupported}`);
  }
  lines.push(
    '- A body that is no JSON at all is 400 before the resource is looked up, so before 404 and 412 (RFC 9110 §13.2.1: a condition is looked',
    '  at when the request would be served without it). A readable body that says something wrong comes after both (M-12).',
    '- A body above 8 MiB is 413 before the token is looked at: what nobody may send is not read first. Below that the token comes first.',
    '',
  );
  return lines.join('\n');
}

/** As code, so that no character of a title is read as Markdown. */
function code(title) {
  return title.includes('`') ? `\`\` ${title} \`\`` : `\`${title}\``;
}

run(() => {
  const rules = JSON.parse(fs.readFileSync(RULES, 'utf8'));
  const proven = provenRules();
  const missing = rules.filter((rule) => !rule.notSupported && !proven.has(rule.id)).map((rule) => rule.id);
  const text = page(rules, proven);
  if (!process.argv.includes('--check')) fs.writeFileSync(PAGE, text);
  else if (!fs.existsSync(PAGE) || fs.readFileSync(PAGE, 'utf8') !== text) {
    console.error('docs/conformance.md is stale: run node scripts/conformance.mjs');
    process.exitCode = 1;
  }
  console.log(`${rules.length - missing.length} of ${rules.length} rules are proven or not supported.`);
  if (missing.length > 0) console.log(`Without a test: ${missing.join(' ')}`);
  if (process.argv.includes('--check') && missing.length > 0) process.exitCode = 1;
});
