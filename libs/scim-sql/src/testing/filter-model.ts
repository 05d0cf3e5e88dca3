/**
 * What a filter means, written from RFC 7643 and RFC 7644 alone and for its own tree: no code is shared with the parser or the compiler, so
 * that the two cannot be wrong together. It evaluates resources as a client is shown them, computed attributes included.
 */
export type ModelOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

export type ModelType = 'string' | 'boolean' | 'number' | 'dateTime';

export interface ModelAttribute {
  /** Empty for core attributes. */
  readonly urn: string;
  readonly name: string;
  readonly sub?: string;
  readonly list: boolean;
  readonly type: ModelType;
  readonly exact: boolean;
  /** User names compare by their width-mapped form (RFC 8265). */
  readonly wide?: boolean;
  /** Of binary: no order. */
  readonly unordered?: boolean;
}

/** An instant is told by its milliseconds; how it is written is the writer's choice. */
export type ModelLiteral = string | boolean | number | { readonly instantMs: number };

export type Model =
  | { readonly kind: 'and' | 'or'; readonly left: Model; readonly right: Model }
  | { readonly kind: 'not'; readonly operand: Model }
  | { readonly kind: 'present'; readonly attribute: ModelAttribute }
  | { readonly kind: 'isNull'; readonly attribute: ModelAttribute; readonly negated: boolean }
  | {
      readonly kind: 'compare';
      readonly attribute: ModelAttribute;
      readonly operator: ModelOperator;
      readonly literal: ModelLiteral;
    }
  /** The attributes inside are sub-attributes of the list; `tail` is written after the bracket (F-24). */
  | { readonly kind: 'path'; readonly attribute: ModelAttribute; readonly inner: Model; readonly tail?: Model };

type Value = unknown;
type Shown = Readonly<Record<string, unknown>>;

export function modelMatches(model: Model, resource: Shown): boolean {
  switch (model.kind) {
    case 'and':
      return modelMatches(model.left, resource) && modelMatches(model.right, resource);
    case 'or':
      return modelMatches(model.left, resource) || modelMatches(model.right, resource);
    case 'not':
      return !modelMatches(model.operand, resource);
    case 'present':
      return isPresent(model.attribute, resource);
    case 'isNull':
      return isPresent(model.attribute, resource) === model.negated;
    case 'compare':
      return subjectsOf(model.attribute, resource).some((value) => holds(model, value));
    case 'path':
      return elementsOf(model.attribute, resource).some(
        (element) => matchesInside(model.inner, element) && (!model.tail || matchesInside(model.tail, element)),
      );
  }
}

/** Inside brackets each condition is about one sub-attribute of one element, or about the element itself when it is no object. */
function matchesInside(model: Model, element: Value): boolean {
  const subject = (attribute: ModelAttribute) => (isShown(element) ? subValue(element, attribute) : element);
  switch (model.kind) {
    case 'and':
      return matchesInside(model.left, element) && matchesInside(model.right, element);
    case 'or':
      return matchesInside(model.left, element) || matchesInside(model.right, element);
    case 'not':
      return !matchesInside(model.operand, element);
    case 'present':
      return isFilled(isShown(element) ? element[model.attribute.sub ?? ''] : element);
    case 'isNull':
      return isFilled(isShown(element) ? element[model.attribute.sub ?? ''] : element) === model.negated;
    case 'compare':
      return holds(model, subject(model.attribute));
    case 'path':
      throw new Error('no value path inside a value path');
  }
}

/** RFC 7644 §3.4.2.2 `pr`: a value that is not empty; a complex one has a sub-attribute with such a value. */
function isPresent(attribute: ModelAttribute, resource: Shown): boolean {
  const values = elementsOf(attribute, resource);
  return values.some((value) =>
    isFilled(attribute.sub === undefined ? value : isShown(value) ? value[attribute.sub] : undefined),
  );
}

function isFilled(value: Value): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.some(isFilled);
  return isShown(value) ? Object.values(value).some(isFilled) : true;
}

/** The values that a comparison looks at: one for each element of a list, exactly one (perhaps none at all) otherwise. */
function subjectsOf(attribute: ModelAttribute, resource: Shown): Value[] {
  const elements = elementsOf(attribute, resource);
  const subjects = elements.map((each) => (isShown(each) ? subValue(each, attribute) : each));
  return attribute.list || subjects.length > 0 ? subjects : [undefined];
}

function elementsOf({ urn, name, list }: ModelAttribute, resource: Shown): Value[] {
  const container = urn === '' ? resource : resource[urn];
  const value = isShown(container) ? container[name] : undefined;
  if (value === undefined) return [];
  return list && Array.isArray(value) ? (value as Value[]) : [value];
}

/** RFC 7643 §2.4: without `primary` it is false. */
function subValue(element: Shown, { sub, name }: ModelAttribute): Value {
  const key = sub ?? name;
  return key === 'primary' ? (element[key] ?? false) : element[key];
}

function holds(model: Extract<Model, { kind: 'compare' }>, value: Value): boolean {
  const { attribute, operator, literal } = model;
  if (operator === 'ne') return !holds({ ...model, operator: 'eq' }, value);
  if (typeof literal === 'boolean') return value === literal;
  if (typeof literal === 'number') return typeof value === 'number' && signHolds(operator, Math.sign(value - literal));
  if (typeof value !== 'string') return false;
  if (typeof literal === 'object') return signHolds(operator, Math.sign(Date.parse(value) - literal.instantMs));
  return textHolds(operator, comparable(value, attribute), comparable(literal, attribute));
}

function comparable(text: string, { exact, wide }: ModelAttribute): string {
  if (exact) return text;
  const narrow = wide
    ? [...text].map((letter) => (/[\uff01-\uffee]/.test(letter) ? letter.normalize('NFKC') : letter)).join('')
    : text;
  const lowered = [...narrow.normalize('NFC')].map((letter) => [...letter.toLowerCase()][0] ?? '').join('');
  return wide ? lowered.normalize('NFC') : lowered;
}

function textHolds(operator: ModelOperator, text: string, literal: string): boolean {
  if (operator === 'co') return text.includes(literal);
  if (operator === 'sw') return text.startsWith(literal);
  if (operator === 'ew') return text.endsWith(literal);
  return signHolds(operator, Math.sign(Buffer.compare(Buffer.from(text), Buffer.from(literal))));
}

function signHolds(operator: ModelOperator, sign: number): boolean {
  switch (operator) {
    case 'eq':
      return sign === 0;
    case 'gt':
      return sign === 1;
    case 'ge':
      return sign >= 0;
    case 'lt':
      return sign === -1;
    case 'le':
      return sign <= 0;
    default:
      throw new Error(`${operator} orders nothing`);
  }
}

function isShown(value: Value): value is Shown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
