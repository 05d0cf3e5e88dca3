import type { Attribute } from './definitions';

/** What may be said of an attribute besides its name and description; whatever is left out has the default of RFC 7643 §2.2. */
export type AttributeOptions = Partial<Omit<Attribute, 'name' | 'description' | 'subAttributes'>>;

const DEFAULTS = {
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
} as const satisfies Partial<Attribute>;

/** An attribute that holds one kind of plain value. */
export function simple(name: string, description: string, options: AttributeOptions = {}): Attribute {
  return { ...DEFAULTS, name, description, ...options };
}

/** A true or false. */
export function flag(name: string, description: string, options: AttributeOptions = {}): Attribute {
  return simple(name, description, { type: 'boolean', ...options });
}

/** A URI; references compare case-sensitively (RFC 7643 §2.3.7, erratum 6001). */
export function reference(
  name: string,
  description: string,
  referenceTypes: readonly string[],
  options: AttributeOptions = {},
): Attribute {
  return simple(name, description, { type: 'reference', caseExact: true, referenceTypes, ...options });
}

/** An object of sub-attributes (RFC 7643 §2.3.8). */
export function complex(
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  options: AttributeOptions = {},
): Attribute {
  return { ...simple(name, description, { type: 'complex', ...options }), subAttributes };
}

/** A list of objects with the usual sub-attributes of RFC 7643 §2.4: the value, how to show it, its kind, and which one comes first. */
export function plural(name: string, description: string, value: Attribute, options: PluralOptions = {}): Attribute {
  const kinds = options.kinds ? { canonicalValues: options.kinds } : {};
  const hidden = options.displayUnadvertised ? ({ unadvertised: true } as const) : {};
  return complex(
    name,
    description,
    [
      value,
      simple('display', 'A name for the value that people read.', hidden),
      simple('type', 'What the value is for.', kinds),
      primary(),
    ],
    { multiValued: true },
  );
}

export interface PluralOptions {
  /** Suggested values of `type`; others are accepted too (RFC 7643 §7). */
  readonly kinds?: readonly string[];
  readonly displayUnadvertised?: true;
}

/** At most one element of a list is the primary one; absent means false (RFC 7643 §2.4). */
export function primary(): Attribute {
  return flag('primary', 'Whether this is the preferred value; at most one element may be it.');
}
