import { assertNever } from '../messages/assert-never';
import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Trail } from '../messages/note';
import { invalidValue, quoted } from '../messages/scim-error';
import { acceptSpelling } from './accepted-spellings';
import type { Attribute } from './definitions';
import { sameElementOnce } from './element-list';
import type { MutableJsonObject } from './own-property';
import {
  isRefusal,
  readBinary,
  readBoolean,
  readDateTime,
  readDecimal,
  readInteger,
  readText,
  type Refusal,
} from './plain-values';
import { subAttributesOf } from './type-index';

export interface ReadOptions {
  /** Zero-based index of the PATCH operation that the value belongs to, for notes. */
  readonly operation?: number;
  /** The value is a part to be merged, so required sub-attributes may be missing. */
  readonly partial?: boolean;
}

/**
 * Reads one attribute's value into canonical form: names as the schema writes them, real booleans, no nulls, no empty lists or objects,
 * equal elements once. `where` begins the sentence of an error ("emails"). Undefined when the value is unassigned (RFC 7643 §2.5).
 *
 * Errors: 400 invalidValue that lists everything wrong with the value (RFC 7643 §2.3).
 */
export function readAttributeValue(
  attribute: Attribute,
  value: Json,
  where: string,
  trail: Trail,
  options: ReadOptions = {},
): Json | undefined {
  const reader = new ValueReader(trail, options);
  const read = reader.read(attribute, value, where);
  reader.throwProblems();
  return read;
}

/** The same for one element of a multi-valued attribute. */
export function readAttributeElement(
  attribute: Attribute,
  value: Json,
  where: string,
  trail: Trail,
  options: ReadOptions = {},
): Json | undefined {
  const reader = new ValueReader(trail, options);
  const read = reader.readElement(attribute, value, where);
  reader.throwProblems();
  return read;
}

const PROBLEMS_SHOWN = 10;

/** Reads values and collects what is wrong with them, so that one error can name all of it. */
export class ValueReader {
  private readonly problems: string[] = [];

  constructor(
    private readonly trail: Trail,
    private readonly options: ReadOptions = {},
  ) {}

  problem(text: string): Json | undefined {
    this.problems.push(text);
    return undefined;
  }

  /** Errors: 400 invalidValue if anything was wrong so far. */
  throwProblems(): void {
    if (this.problems.length === 0) return;
    const shown = this.problems.slice(0, PROBLEMS_SHOWN);
    const more = this.problems.length - shown.length;
    throw invalidValue(shown.join('; ') + (more > 0 ? `; and ${more} more` : ''));
  }

  note(kind: 'rewritten' | 'ignored', rule: string, message: string, before?: Json, after?: Json): void {
    const { operation } = this.options;
    this.trail.add({
      kind,
      rule,
      message,
      ...(operation === undefined ? {} : { operation }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }

  /** `holder` is the object of the message that has the value under `name`. */
  read(attribute: Attribute, value: Json, where: string, holder?: JsonObject, name = ''): Json | undefined {
    if (value === null) return undefined;
    if (attribute.multiValued) return this.readList(attribute, value, where);
    return this.readSingle(attribute, value, where, holder, name);
  }

  readElement(attribute: Attribute, value: Json, where: string): Json | undefined {
    return value === null ? undefined : this.readSingle(attribute, value, where);
  }

  private readList(attribute: Attribute, value: Json, where: string): Json | undefined {
    if (!Array.isArray(value)) return this.problem(`${where}: expected a list`);
    const list: readonly Json[] = value;
    const elements: Json[] = [];
    for (const [at, each] of list.entries()) {
      if (each === null) continue;
      const element = this.readSingle(attribute, each, `${where}[${at}]`, list, String(at));
      if (element !== undefined) elements.push(element);
    }
    const distinct = elements.length > 1 ? sameElementOnce(attribute, elements) : elements;
    const primaries = distinct.filter((each) => isJsonObject(each) && each.primary === true);
    if (primaries.length > 1) this.problem(`${where}: only one element may be primary`);
    return distinct.length > 0 ? distinct : undefined;
  }

  private readSingle(attribute: Attribute, sent: Json, where: string, holder?: object, name = ''): Json | undefined {
    const value = this.accept(attribute, sent);
    if (value === null) return undefined;
    if (attribute.type === 'complex') return this.readComplex(attribute, value, where);
    // Entra sends `{}` for a mapping that has no value.
    if (isEmptyObject(value)) return undefined;
    const read = readPlain(attribute, value, holder, name);
    if (isRefusal(read)) return this.problem(`${where}: expected ${read.expected}${seen(value)}`);
    if (typeof value === 'string' && typeof read === 'boolean') {
      this.note(
        'rewritten',
        'booleanText',
        `${where}: the text ${quoted(value)} was read as ${String(read)}.`,
        value,
        read,
      );
    }
    return read;
  }

  private accept(attribute: Attribute, sent: Json): Json {
    const accepted = acceptSpelling(attribute, sent);
    if (!accepted) return sent;
    this.note('rewritten', accepted.rule, accepted.message, sent, accepted.value);
    return accepted.value;
  }

  private readComplex(attribute: Attribute, value: Json, where: string): Json | undefined {
    if (!isJsonObject(value)) return this.problem(`${where}: expected an object${seen(value)}`);
    const names = subAttributesOf(attribute);
    const result: MutableJsonObject = {};
    let isAssigned = false;
    for (const name of Object.keys(value)) {
      const sub = names.get(name.toLowerCase());
      const each = value[name];
      if (!sub)
        this.note('ignored', 'unknownAttribute', `${where}: ${quoted(name)} is no attribute of it and was ignored.`);
      else if (each !== undefined && isTaken(sub)) {
        const read = this.read(sub, each, `${where}.${sub.name}`, value, name);
        if (read === undefined) continue;
        result[sub.name] = read;
        isAssigned = true;
      }
    }
    if (!isAssigned) return undefined;
    if (!this.options.partial) this.checkRequired(attribute, result, where);
    return result;
  }

  private checkRequired(attribute: Attribute, value: JsonObject, where: string): void {
    for (const sub of attribute.subAttributes ?? []) {
      if (sub.required && isTaken(sub) && isBlank(value[sub.name])) this.problem(`${where}.${sub.name}: required`);
    }
  }
}

/** Whether a client's value is kept at all: it is not when the attribute is ours alone to write, or is never shown to anybody. */
export function isTaken(attribute: Attribute): boolean {
  return attribute.mutability !== 'readOnly' && attribute.mutability !== 'writeOnly' && attribute.returned !== 'never';
}

/** A required text must have more in it than blanks (RFC 7643 §4.1.1). */
export function isBlank(value: Json | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

function readPlain(attribute: Attribute, value: Json, holder: object | undefined, name: string): Json | Refusal {
  switch (attribute.type) {
    case 'string':
    case 'reference':
    case 'complex':
      return readText(value);
    case 'boolean':
      return readBoolean(value);
    case 'decimal':
      return readDecimal(value);
    case 'integer':
      return readInteger(value, holder, name);
    case 'dateTime':
      return readDateTime(value);
    case 'binary':
      return readBinary(value);
    default:
      return assertNever(attribute.type);
  }
}

function isEmptyObject(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** What stood there instead; of a text the text, so that an admin finds it. */
function seen(value: Json): string {
  if (typeof value === 'string') return `, got ${quoted(value)}`;
  if (Array.isArray(value)) return ', got a list';
  return typeof value === 'object' ? ', got an object' : `, got ${String(value)}`;
}
