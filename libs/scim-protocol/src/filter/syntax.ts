import { invalidFilter, quoted } from '../messages/scim-error';
import type { CompareOperator } from './filter';
import { FILTER_BYTES_MAX, FILTER_COMPARISONS_MAX, FILTER_DEPTH_MAX } from './limits';
import { readTokens, type Token } from './tokens';

/** `bare` stands for everything without quotes: a number, true, false, null, or a word that a client forgot to quote (F-15). */
export type RawLiteral =
  { readonly kind: 'string'; readonly value: string } | { readonly kind: 'bare'; readonly source: string };

/** What the grammar alone tells of a filter; names are as the client wrote them. */
export type Syntax =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Syntax[] }
  | { readonly kind: 'not'; readonly operand: Syntax }
  | { readonly kind: 'present'; readonly name: string }
  | {
      readonly kind: 'compare';
      readonly name: string;
      readonly operator: CompareOperator;
      readonly literal: RawLiteral;
    }
  | { readonly kind: 'valuePath'; readonly name: string; readonly filter: Syntax };

const OPERATORS: ReadonlySet<string> = new Set<CompareOperator>(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']);

/**
 * Reads the grammar of RFC 7644 §3.4.2.2 Figure 1 by recursive descent, one level of precedence a method: `or`, then `and`, then `not`.
 * With `insideBrackets` the text is the inside of a value path. Errors: 400 invalidFilter, which names the place or the limit.
 */
export function readSyntax(text: string, { insideBrackets }: { insideBrackets: boolean }): Syntax {
  refuseLongText(text);
  return new SyntaxReader(readTokens(text), insideBrackets).read();
}

function refuseLongText(text: string): void {
  const tooLong = text.length > FILTER_BYTES_MAX || new TextEncoder().encode(text).length > FILTER_BYTES_MAX;
  if (tooLong) throw invalidFilter(`The filter is longer than ${FILTER_BYTES_MAX} bytes.`);
}

class SyntaxReader {
  private at = 0;
  private depth = 0;
  private comparisons = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private insideBrackets: boolean,
  ) {}

  read(): Syntax {
    const syntax = this.readOr();
    const token = this.peek();
    if (token.kind !== 'end') throw unexpected(token, 'and, or, or the end of the filter');
    return syntax;
  }

  private readOr(): Syntax {
    const operands = [this.readAnd()];
    while (this.skipConnective('or')) operands.push(this.readAnd());
    return joined('or', operands);
  }

  private readAnd(): Syntax {
    const operands = [this.readTerm()];
    while (this.skipConnective('and')) operands.push(this.readTerm());
    return joined('and', operands);
  }

  private readTerm(): Syntax {
    const token = this.next();
    if (token.kind === '(') return this.readNested(')');
    if (token.kind !== 'word') throw unexpected(token, 'an attribute name');
    if (token.text.toLowerCase() === 'not') return this.readNegation();
    return this.peek().kind === '[' ? this.readValuePath(token.text) : this.readCondition(token.text);
  }

  /** `not` needs its parentheses (RFC 7644 §3.4.2.2); the blank before them may be there or not (F-18). */
  private readNegation(): Syntax {
    const token = this.next();
    if (token.kind !== '(') throw unexpected(token, '"(" after not');
    return { kind: 'not', operand: this.readNested(')') };
  }

  private readNested(close: ')' | ']'): Syntax {
    this.depth += 1;
    if (this.depth > FILTER_DEPTH_MAX) {
      throw invalidFilter(`The filter is nested deeper than ${FILTER_DEPTH_MAX} levels.`);
    }
    const syntax = this.readOr();
    const token = this.next();
    if (token.kind !== close) throw unexpected(token, `"${close}"`);
    this.depth -= 1;
    return syntax;
  }

  private readCondition(name: string): Syntax {
    this.countComparison();
    const token = this.next();
    if (token.kind !== 'word') throw unexpected(token, `an operator after ${quoted(name)}`);
    const operator = token.text.toLowerCase();
    if (operator === 'pr') return { kind: 'present', name };
    if (!isOperator(operator)) throw unknownOperator(token.text, name);
    return { kind: 'compare', name, operator, literal: this.readLiteral(operator) };
  }

  private readLiteral(operator: CompareOperator): RawLiteral {
    const token = this.next();
    if (token.kind === 'string') return { kind: 'string', value: storable(token.value) };
    if (token.kind !== 'word') throw unexpected(token, `a value after ${operator}`);
    if (token.text.startsWith("'")) {
      throw invalidFilter(`The value ${quoted(token.text)} needs double quotes, not single ones.`);
    }
    return { kind: 'bare', source: storable(token.text) };
  }

  private readValuePath(name: string): Syntax {
    this.next();
    if (this.insideBrackets) throw invalidFilter(`${quoted(`${name}[`)} opens a value path inside a value path.`);
    this.insideBrackets = true;
    const filter = this.readNested(']');
    this.insideBrackets = false;
    const token = this.peek();
    const continues = token.kind === 'word' && token.glued && token.text.startsWith('.');
    return continues ? this.readValuePathTail(name, filter, token.text) : { kind: 'valuePath', name, filter };
  }

  /**
   * Entra looks people up with `emails[type eq "work"].value eq "x"`, which no FILTER of the grammar is (F-24). It means
   * `emails[type eq "work" and value eq "x"]`.
   */
  private readValuePathTail(name: string, filter: Syntax, tail: string): Syntax {
    this.next();
    return { kind: 'valuePath', name, filter: joined('and', [filter, this.readCondition(tail.slice(1))]) };
  }

  private countComparison(): void {
    this.comparisons += 1;
    if (this.comparisons > FILTER_COMPARISONS_MAX) {
      throw invalidFilter(`The filter has more than ${FILTER_COMPARISONS_MAX} comparisons.`);
    }
  }

  /** A connective needs a blank on the side of a word or text: `"a"and` is no grammar (F-42). */
  private skipConnective(connective: 'and' | 'or'): boolean {
    const token = this.peek();
    if (token.kind !== 'word' || token.text.toLowerCase() !== connective) return false;
    if (token.glued && this.tokens[this.at - 1]?.kind === 'string') throw unexpected(token, 'a blank');
    this.at += 1;
    return true;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', glued: false };
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }
}

function joined(kind: 'and' | 'or', operands: readonly Syntax[]): Syntax {
  const [first] = operands;
  return first && operands.length === 1 ? first : { kind, operands };
}

function isOperator(text: string): text is CompareOperator {
  return OPERATORS.has(text);
}

/** PostgreSQL's text holds neither NUL nor half a character, so nothing stored could equal such a literal (H-34). */
function storable(text: string): string {
  if (text.includes('\u0000')) throw invalidFilter('A value of the filter contains the character U+0000.');
  if (hasLoneSurrogate(text)) throw invalidFilter('A value of the filter contains a lone surrogate.');
  return text;
}

function hasLoneSurrogate(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) continue;
    const follower = text.charCodeAt(at + 1);
    if (code > 0xdbff || !(follower >= 0xdc00 && follower <= 0xdfff)) return true;
    at += 1;
  }
  return false;
}

function unknownOperator(text: string, name: string) {
  return invalidFilter(
    `Unknown operator '${quoted(text).slice(1, -1)}' after ${quoted(name)}: use eq, ne, co, sw, ew, gt, ge, lt, le or pr.`,
  );
}

function unexpected(token: Token, expected: string) {
  return invalidFilter(`The filter is incomplete or malformed: expected ${expected}, found ${describe(token)}.`);
}

function describe(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end';
    case 'word':
      return quoted(token.text);
    case 'string':
      return `the text ${quoted(token.value)}`;
    default:
      return `"${token.kind}"`;
  }
}
