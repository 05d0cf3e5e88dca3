import type { Model, ModelAttribute, ModelLiteral } from './filter-model';

/** Answers "how many ways are there, and which one now?"; a stream of choices makes one text of many that mean the same. */
export type Choose = (ways: number) => number;

/** Turns a list of numbers into choices, from its start again when it is used up. */
export function choicesOf(numbers: readonly number[]): Choose {
  let at = 0;
  return (ways) => {
    const chosen = (numbers[at % numbers.length] ?? 0) % ways;
    at += 1;
    return chosen;
  };
}

const PRECEDENCE = { or: 0, and: 1 } as const;

/** A filter in the grammar of RFC 7644 §3.4.2.2, with free blanks, letter cases, parentheses, URNs and escapes. */
export function writeFilter(model: Model, coreUrn: string, choose: Choose): string {
  return new Writer(coreUrn, choose).write(model, 0, false);
}

/** The same for the inside of brackets. */
export function writeInside(model: Model, choose: Choose): string {
  return new Writer('', choose).write(model, 0, true);
}

class Writer {
  constructor(
    private readonly coreUrn: string,
    private readonly choose: Choose,
  ) {}

  write(model: Model, precedence: number, inside: boolean): string {
    switch (model.kind) {
      case 'and':
      case 'or':
        return this.writeJoined(model, precedence, inside);
      case 'not':
        return `${this.anyCase('not')}${this.blank(0)}(${this.blank(0)}${this.write(model.operand, 0, inside)}${this.blank(0)})`;
      case 'path':
        return this.maybeParenthesised(this.writePath(model));
      default:
        return this.maybeParenthesised(this.writeCondition(model, inside));
    }
  }

  private writeJoined(model: Extract<Model, { kind: 'and' | 'or' }>, precedence: number, inside: boolean): string {
    const own = PRECEDENCE[model.kind];
    const text = [
      this.write(model.left, own, inside),
      this.anyCase(model.kind),
      this.write(model.right, own, inside),
    ].join(this.blank(1));
    return own < precedence ? `(${text})` : this.maybeParenthesised(text);
  }

  private writePath({ attribute, inner, tail }: Extract<Model, { kind: 'path' }>): string {
    const brackets = `${this.nameOf(attribute)}[${this.blank(0)}${this.write(inner, 0, true)}${this.blank(0)}]`;
    if (!tail || (tail.kind !== 'compare' && tail.kind !== 'present')) return brackets;
    return `${brackets}.${this.writeCondition(tail, true)}`;
  }

  private writeCondition(model: Extract<Model, { kind: 'compare' | 'present' | 'isNull' }>, inside: boolean): string {
    const name = inside ? this.anyCase(model.attribute.sub ?? 'value') : this.nameOf(model.attribute);
    switch (model.kind) {
      case 'present':
        return `${name}${this.blank(1)}${this.anyCase('pr')}`;
      case 'isNull':
        return [name, this.anyCase(model.negated ? 'ne' : 'eq'), 'null'].join(this.blank(1));
      case 'compare':
        return `${name}${this.blank(1)}${this.anyCase(model.operator)}${this.literalAfter(model.literal)}`;
    }
  }

  private nameOf({ urn, name, sub }: ModelAttribute): string {
    const path = sub === undefined ? name : `${name}.${sub}`;
    if (urn !== '') return this.anyCase(`${urn}:${path}`);
    return this.anyCase(this.choose(4) === 0 ? `${this.coreUrn}:${path}` : path);
  }

  private literalAfter(literal: ModelLiteral): string {
    if (typeof literal === 'string') return this.blank(0) + this.quoted(literal);
    if (typeof literal === 'number')
      return this.blank(1) + (this.choose(3) === 0 ? literal.toExponential() : String(literal));
    if (typeof literal === 'boolean')
      return this.blank(1) + (this.choose(4) === 0 ? `"${this.anyCase(String(literal))}"` : String(literal));
    return `${this.blank(0)}"${this.instant(literal.instantMs)}"`;
  }

  private quoted(text: string): string {
    const units = text.split('');
    const escaped = units.map((unit) => {
      if (this.choose(9) === 0) return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
      return JSON.stringify(unit).slice(1, -1).startsWith('\\ud') ? unit : JSON.stringify(unit).slice(1, -1);
    });
    return `"${escaped.join('')}"`;
  }

  private instant(instantMs: number): string {
    const minutes = [0, 90, -300, 840][this.choose(4)] ?? 0;
    const local = new Date(instantMs + minutes * 60_000).toISOString().slice(0, -1);
    const sign = minutes < 0 ? '-' : '+';
    const pad = (value: number) => String(value).padStart(2, '0');
    return `${local}${minutes === 0 ? 'Z' : `${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`}`;
  }

  private maybeParenthesised(text: string): string {
    return this.choose(6) === 0 ? `(${this.blank(0)}${text}${this.blank(0)})` : text;
  }

  private blank(least: 0 | 1): string {
    return ' '.repeat(least + (this.choose(4) === 0 ? 1 + this.choose(2) : 0));
  }

  private anyCase(text: string): string {
    const way = this.choose(5);
    return way === 0 ? text.toUpperCase() : way === 1 ? text.toLowerCase() : text;
  }
}
