import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import { invalidValue, quoted } from '../messages/scim-error';
import { getOwnFolded } from './own-property';

/** Typed access to one object of a registered definition; every error names the place as `schema.attributes[2].type`. */
export class Definition {
  private constructor(
    private readonly object: JsonObject,
    readonly where: string,
  ) {}

  static of(json: Json, where: string): Definition {
    if (!isJsonObject(json)) throw invalidValue(`${where}: expected an object`);
    return new Definition(json, where);
  }

  text(name: string): string | undefined {
    const value = this.get(name);
    if (value === undefined || typeof value === 'string') return value;
    throw this.wrong(name, 'a text');
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value.trim() === '') throw this.wrong(name, 'a text');
    return value;
  }

  flag(name: string, fallback = false): boolean {
    const value = this.get(name);
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    throw this.wrong(name, 'true or false');
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const choice = choices.find((each) => each.toLowerCase() === value.toLowerCase());
    if (choice === undefined) throw this.wrong(name, `one of ${choices.map(quoted).join(', ')}`);
    return choice;
  }

  list(name: string): readonly Json[] {
    const value = this.get(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.wrong(name, 'a list');
    return value as readonly Json[];
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((each) => {
      if (typeof each !== 'string') throw this.wrong(name, 'a list of texts');
      return each;
    });
  }

  private get(name: string): Json | undefined {
    return getOwnFolded(this.object, name) ?? undefined;
  }

  private wrong(name: string, expected: string): Error {
    return invalidValue(`${this.where}.${name}: expected ${expected}`);
  }
}
