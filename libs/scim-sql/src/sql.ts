/** What a parameter may carry; the cast in the text says what PostgreSQL reads it as. */
export type ParameterValue = string | number | boolean;

export type ParameterType = 'text' | 'uuid' | 'boolean' | 'numeric' | 'timestamptz';

/** One value: wherever the same object stands, the same `$n` is written. */
class Parameter {
  constructor(
    readonly value: ParameterValue,
    readonly type: ParameterType,
  ) {}
}

type Piece = string | Parameter;

/**
 * A piece of a statement. Only this file builds one: from the literal text of our own templates and from parameters, so that nothing a
 * client sent can become text of a statement (SEC-26).
 */
export class Sql {
  /** Not for use outside this file. */
  readonly pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  static ofPieces(pieces: readonly Piece[]): Sql {
    return new Sql(pieces);
  }

  /** Whether our own text has these characters, so that a join which only some fragments need can be left out. */
  mentions(text: string): boolean {
    return this.pieces.some((piece) => typeof piece === 'string' && piece.includes(text));
  }
}

export interface Statement {
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
}

/** The text between the holes is ours; the holes take fragments only. A plain string in a hole does not compile. */
export function sql(texts: TemplateStringsArray, ...fragments: readonly Sql[]): Sql {
  const pieces: Piece[] = [];
  texts.forEach((text, at) => {
    if (text !== '') pieces.push(text);
    const fragment = fragments[at];
    if (fragment) pieces.push(...fragment.pieces);
  });
  return Sql.ofPieces(pieces);
}

/** A value, as a parameter of its own. Use the same fragment twice to write the same `$n` twice. */
export function param(value: ParameterValue, type: ParameterType = 'text'): Sql {
  return Sql.ofPieces([new Parameter(value, type)]);
}

/** A parameter that the surrounding statement has numbered itself, such as `$1`, the organisation. */
export function parameterAt(position: number): Sql {
  if (!Number.isInteger(position) || position < 1) throw new RangeError(`no parameter has the number ${position}`);
  return Sql.ofPieces([`$${position}`]);
}

/** The fragments one after the other, with the separator between them. */
export function join(fragments: readonly Sql[], separator: Sql): Sql {
  return Sql.ofPieces(
    fragments.flatMap((fragment, at) => (at === 0 ? fragment.pieces : [...separator.pieces, ...fragment.pieces])),
  );
}

export interface StatementOptions {
  /** 1 unless told. */
  readonly firstParameter?: number;
  /** How the parameter of that number is written: `$7` unless told. A column of a joined row, for instance; it must hold text. */
  readonly write?: (number: number) => string;
}

/** Numbers the parameters in the order of their first place in the text, from `firstParameter`. */
export function toStatement(
  fragment: Sql,
  { firstParameter = 1, write = positional }: StatementOptions = {},
): Statement {
  const numbers = new Map<Parameter, number>();
  const text = fragment.pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const number = numbers.get(piece) ?? numbers.size + firstParameter;
    numbers.set(piece, number);
    return piece.type === 'text' ? write(number) : `${write(number)}::${piece.type}`;
  });
  return { text: text.join(''), parameters: [...numbers.keys()].map((parameter) => parameter.value) };
}

function positional(number: number): string {
  return `$${number}`;
}
