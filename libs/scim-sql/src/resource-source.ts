import type { Attribute, AttributePath, ElementFilter, ElementTarget } from '@rollcall/scim-protocol';
import { compileElementFilter } from './compile-element-filter';
import { elementsOf, hasContent, jsonOperand, member, whole } from './json-operand';
import type { Operand } from './operand';
import { join, sql, type Sql } from './sql';

/** A multi-valued attribute whose elements are rows of other tables, or JSON with an index beside it. */
export interface Elements {
  some(filter: ElementFilter): Sql;
  readonly present: Sql;
  /** The value that a sort goes by: the primary element's, else the first one's (RFC 7644 §3.4.2.3). */
  first(target: ElementTarget): Operand;
}

/** What is special about the rows of one resource type; everything else is read from the canonical JSON. */
export interface SourceOptions {
  /** Of the row in the surrounding statement: "u". */
  readonly row: Sql;
  readonly id: Sql;
  /** By `pathKey`. */
  readonly columns: ReadonlyMap<string, Operand>;
  /** By `pathKey` without a sub-attribute; built when asked for, so that a statement has no parameters it does not use. */
  readonly elements: ReadonlyMap<string, (json: () => Elements) => Elements>;
}

/** The document of the row, cast once a row: the surrounding statement joins it with `documentOf`. */
const DOCUMENT = sql`d.doc`;

/** The name under which a column or list stands in for an attribute. */
export function pathKey({ extension, attribute, subAttribute }: AttributePath): string {
  const qualified = extension === undefined ? attribute.name : `${extension}:${attribute.name}`;
  return subAttribute ? `${qualified}.${subAttribute.name}` : qualified;
}

/** Where the attributes of one resource type are found: columns for what is looked up, the canonical JSON for the rest. */
export class ResourceSource {
  constructor(private readonly options: SourceOptions) {}

  get id(): Sql {
    return this.options.id;
  }

  /**
   * The join to place after the table when a fragment reads the JSON, and nothing when none does. `offset 0` keeps the planner from
   * repeating the cast for every attribute that the fragments look at.
   */
  documentJoin(...fragments: readonly Sql[]): Sql {
    if (!fragments.some((fragment) => fragment.mentions('d.doc'))) return sql``;
    return sql` cross join lateral (select ${this.options.row}.resource::jsonb as doc offset 0) d`;
  }

  /** A single plain value. */
  operand(path: AttributePath): Operand {
    const column = this.options.columns.get(pathKey(path));
    if (column) return column;
    const { attribute, subAttribute } = path;
    const place = member(containerOf(path), attribute.name);
    return subAttribute
      ? jsonOperand(member(place.json, subAttribute.name), subAttribute)
      : jsonOperand(place, attribute);
  }

  present(path: AttributePath): Sql {
    const { attribute, subAttribute } = path;
    if (attribute.multiValued) return this.elements(path).present;
    if (attribute.type !== 'complex' || subAttribute) return this.operand(path).present;
    return this.presentComplex(path);
  }

  /** Whether one element fulfils the filter; a single complex value is its own only element (F-25). */
  some(path: AttributePath, filter: ElementFilter): Sql {
    if (path.attribute.multiValued) return this.elements(path).some(filter);
    const condition = compileElementFilter(filter, ({ attribute }) =>
      this.operand({ ...path, subAttribute: attribute }),
    );
    return sql`(${this.exists(path)} and ${condition})`;
  }

  elements(path: AttributePath): Elements {
    const fromJson = () => jsonElements(member(containerOf(path), path.attribute.name).json, path.attribute);
    const special = this.options.elements.get(pathKey(path));
    return special ? special(fromJson) : fromJson();
  }

  /** Unlike `present`, true also of a complex value whose texts are all empty: it has an element to look at. */
  private exists(path: AttributePath): Sql {
    return this.columnsPresent(path) ?? sql`(${member(containerOf(path), path.attribute.name).json} is not null)`;
  }

  private presentComplex(path: AttributePath): Sql {
    return this.columnsPresent(path) ?? hasContent(member(containerOf(path), path.attribute.name).json);
  }

  /** Only when every sub-attribute is a column, as those of `meta` are. */
  private columnsPresent(path: AttributePath): Sql | undefined {
    const subAttributes = path.attribute.subAttributes ?? [];
    const columns = subAttributes
      .map((subAttribute) => this.options.columns.get(pathKey({ ...path, subAttribute })))
      .filter((operand) => operand !== undefined)
      .map((operand) => operand.present);
    return columns.length === subAttributes.length ? sql`(${join(columns, sql` or `)})` : undefined;
  }
}

function containerOf({ extension }: AttributePath): Sql {
  return extension === undefined ? DOCUMENT : member(DOCUMENT, extension).json;
}

function jsonElements(json: Sql, attribute: Attribute): Elements {
  const element = sql`e.v`;
  const complex = attribute.type === 'complex';
  const hasValue = complex ? hasContent(element) : sql`(${whole(element).text} <> '')`;
  return {
    some: (filter) =>
      sql`exists (select 1 from ${elementsOf(json)} e(v) where ${compileElementFilter(filter, (target) => elementOperand(element, target))})`,
    present: sql`exists (select 1 from ${elementsOf(json)} e(v) where ${hasValue})`,
    first: (target) => elementOperand(firstElement(json), target),
  };
}

function elementOperand(element: Sql, target: ElementTarget): Operand {
  return jsonOperand(target.whole ? whole(element) : member(element, target.attribute.name), target.attribute);
}

function firstElement(json: Sql): Sql {
  return sql`coalesce(jsonb_path_query_first(${json}, '$[*] ? (@.primary == true)'), ${json} -> 0)`;
}
