import type { Json, JsonArray, JsonObject } from './json';
import { isWrittenAsDecimal } from './json-numbers';
import { requireObject } from './read-json';
import { invalidSyntax, invalidValue, quoted } from './scim-error';

/**
 * A message of the protocol whose `schemas` is what it has to be; its attributes are found by name in any letter case, as those of
 * resources are. Unknown ones are not looked at.
 */
export class Message {
  /** The names as they were sent, by themselves in lower case. */
  private readonly names: ReadonlyMap<string, string>;

  private constructor(private readonly object: JsonObject) {
    this.names = new Map(Object.keys(object).map((name) => [name.toLowerCase(), name]));
  }

  /** Errors: 400 invalidSyntax for what is no object, or not this message (RFC 7644 §3.1). */
  static read(body: Json, urn: string): Message {
    const message = new Message(requireObject(body));
    const schemas = message.get('schemas');
    const isThis = (each: Json) => typeof each === 'string' && each.toLowerCase() === urn.toLowerCase();
    if (!Array.isArray(schemas) || schemas.length === 0 || !(schemas as JsonArray).every(isThis)) {
      throw invalidSyntax(`schemas: expected [${quoted(urn)}]`);
    }
    return message;
  }

  /** A part of a message, such as one operation, which has no `schemas` of its own. */
  static part(object: JsonObject): Message {
    return new Message(object);
  }

  /** Undefined also for null: both are unassigned. */
  get(name: string): Json | undefined {
    return this.sent(name) ?? undefined;
  }

  /** The same with null for null. */
  sent(name: string): Json | undefined {
    const spelled = this.names.get(name.toLowerCase());
    return spelled === undefined ? undefined : this.object[spelled];
  }

  /** Errors: 400 invalidValue for what is no text. */
  text(name: string): string | undefined {
    const value = this.get(name);
    if (value === undefined || typeof value === 'string') return value;
    throw invalidValue(`${name}: expected a text`);
  }

  /** Errors: 400 invalidValue for what is not written as an integer. */
  integer(name: string): number | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    const spelled = this.names.get(name.toLowerCase()) ?? name;
    if (typeof value === 'number' && Number.isSafeInteger(value) && !isWrittenAsDecimal(this.object, spelled))
      return value;
    throw invalidValue(`${name}: expected an integer`);
  }
}
