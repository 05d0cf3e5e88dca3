import type { Attribute, AttributePath } from '../schema/definitions';

/** RFC 7644 §3.4.2.2 Table 3, less `pr`. */
export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** A literal in the type of the attribute that it is compared with. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  /** `text` is what the client wrote, `epochMs` the instant that it means. */
  | { readonly kind: 'instant'; readonly epochMs: number; readonly text: string };

/**
 * What a condition inside brackets looks at: a sub-attribute of the element, or, with `whole`, the element itself when it is no object
 * (`multiStrings[value eq "x"]`).
 */
export interface ElementTarget {
  readonly attribute: Attribute;
  readonly whole: boolean;
}

declare const checked: unique symbol;

/** Only the checker gives this mark, so that a filter nobody held against a schema cannot reach a database. */
interface Checked {
  readonly [checked]: true;
}

export interface And<F> {
  readonly kind: 'and';
  readonly operands: readonly F[];
}

/** Without operands it matches nothing. */
export interface Or<F> {
  readonly kind: 'or';
  readonly operands: readonly F[];
}

/** Matches whatever its operand does not match, an unassigned attribute included. */
export interface Not<F> {
  readonly kind: 'not';
  readonly operand: F;
}

export interface Present<Target> {
  readonly kind: 'present';
  readonly target: Target;
}

export interface Compare<Target> {
  readonly kind: 'compare';
  readonly target: Target;
  readonly operator: CompareOperator;
  readonly literal: Literal;
}

/** Matches when one element of the attribute fulfils the whole inner filter. A single complex attribute is its own only element. */
export interface ValuePath {
  readonly kind: 'valuePath';
  /** Never with a sub-attribute. */
  readonly target: AttributePath;
  readonly filter: ElementFilter;
}

type ElementNode =
  And<ElementFilter> | Or<ElementFilter> | Not<ElementFilter> | Present<ElementTarget> | Compare<ElementTarget>;

type ResourceNode =
  And<Filter> | Or<Filter> | Not<Filter> | Present<AttributePath> | Compare<AttributePath> | ValuePath;

/** A checked filter on one element of a multi-valued attribute: the inside of brackets, in filters and in PATCH paths. */
export type ElementFilter = Checked & ElementNode;

/**
 * A checked filter on resources of one type. `compare` is always about a single value: what looks at a multi-valued attribute
 * (`emails.type eq "home"`) is a value path, as any of its values may match (RFC 7644 §3.4.2.2).
 */
export type Filter = Checked & ResourceNode;

/** For the checker only. */
export const markElementFilter = (node: ElementNode) => node as ElementFilter;
/** For the checker only. */
export const markFilter = (node: ResourceNode) => node as Filter;
