import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { germanPhrases } from './german';
import { teller } from './teller';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');
const SOURCES = ['libs/scim-protocol/src', 'apps/api/src/scim', 'apps/api/src/team', 'apps/api/src/tokens'];
/** Read by who registers a type or asks for the schemas, never by who reads the console; and what only tests have. */
const OTHERS = /spec\.ts$|testing|fixtures|conformance|parse-schema|definition-reader|\/cli\//;

/** Who says something to an identity provider, to the decision trail or at a field. */
const SAYERS = new Set([
  ...[
    'invalidFilter',
    'invalidPath',
    'invalidSyntax',
    'invalidValue',
    'mutability',
    'noTarget',
    'tooMany',
    'uniqueness',
  ],
  ...['notFound', 'preconditionFailed', 'payloadTooLarge', 'ScimError', 'problem', 'unexpected', 'note', 'skip'],
  ...['notAllowed', 'badInput', 'conflict', 'Matches', 'MaxLength', 'IsString', 'passwordFault'],
]);
const NAMES = new Set(['message', 'detail', 'expected', 'fault']);
/** Functions whose answer is the sentence. */
const TELLERS = new Set(['deadTokenSentence', 'passwordFault']);

/** What may stand for the values of a template: a word that no phrase knows, the beginning of a sentence, or nothing after the first. */
const FILLINGS: readonly ((place: number) => string)[] = [
  () => 'Xx',
  () => 'Xx is',
  (place) => (place === 0 ? 'Xx' : ''),
  () => '',
];

/** The pieces of a text of the source, between which values are put. */
function piecesOf(node: ts.Node): readonly string[] | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

function filled(pieces: readonly string[], filling: (place: number) => string): string {
  return pieces.map((piece, place) => (place === 0 ? piece : filling(place - 1) + piece)).join('');
}

function isTold(node: ts.Node): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at) || ts.isNewExpression(at)) {
      const callee = at.expression;
      const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
      if (SAYERS.has(name)) return true;
      if (name === 'Error') return false;
    }
    if ((ts.isPropertyAssignment(at) || ts.isVariableDeclaration(at)) && NAMES.has(at.name.getText())) return true;
    if (ts.isFunctionDeclaration(at)) return TELLERS.has(at.name?.text ?? '') && isReturned(node);
  }
  return false;
}

function isReturned(node: ts.Node): boolean {
  return ts.isReturnStatement(node.parent);
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (OTHERS.test(file)) continue;
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (file.endsWith('.ts')) yield file;
  }
}

/** Of each text that looks like words for people its pieces; what joins a list is no part of it. */
function sentencesOf(file: string): (readonly string[])[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: (readonly string[])[] = [];
  const visit = (node: ts.Node): void => {
    const pieces = piecesOf(node)?.map((piece) => piece.replace(/^; /, ''));
    if (pieces && /[a-z]\w* \w|: \w|\w\.$/.test(filled(pieces, () => 'Xx')) && isTold(node)) found.push(pieces);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('sentences of the server', () => {
  it('each one that its source says has its German', () => {
    const tell = teller(germanPhrases, { locale: 'de', quotes: ['„', '“'] });
    const said = SOURCES.flatMap((folder) => [...filesBelow(path.join(ROOT, folder))]).flatMap(sentencesOf);

    expect(said.length).toBeGreaterThan(150);
    const unknown = said.filter((pieces) =>
      FILLINGS.map((filling) => filled(pieces, filling)).every((sentence) => tell(sentence) === sentence),
    );
    expect(unknown.map((pieces) => filled(pieces, () => '…'))).toEqual([]);
  });
});
