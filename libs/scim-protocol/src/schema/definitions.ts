/** Characteristics of an attribute as data (RFC 7643 §2.2, §7): validation, projection, discovery, filters and PATCH all read them. */
export type AttributeType =
  'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';

export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
export type Returned = 'always' | 'never' | 'default' | 'request';
export type Uniqueness = 'none' | 'server' | 'global';

export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: Mutability;
  readonly returned: Returned;
  readonly uniqueness: Uniqueness;
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  /** Only when `type` is complex. */
  readonly subAttributes?: readonly Attribute[];
  /**
   * Understood, but left out of `/Schemas`: Microsoft's validator refuses a schema that publishes `password` or `emails.display`,
   * and a password is dropped anyway.
   */
  readonly unadvertised?: true;
}

export interface Schema {
  /** The URN, in its canonical spelling. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

export interface SchemaExtension {
  readonly schema: Schema;
  readonly required: boolean;
}

export interface ResourceType {
  /** Also its id: "User". */
  readonly name: string;
  /** Relative to the service root: "/Users". */
  readonly endpoint: string;
  readonly description: string;
  readonly schema: Schema;
  readonly extensions: readonly SchemaExtension[];
}

/** An attribute found by name: in which schema it lives, and its sub-attribute when the name had one. */
export interface AttributePath {
  /** The extension's URN; undefined for the core schema and the common attributes (id, externalId, meta, schemas). */
  readonly extension?: string;
  readonly attribute: Attribute;
  readonly subAttribute?: Attribute;
}
