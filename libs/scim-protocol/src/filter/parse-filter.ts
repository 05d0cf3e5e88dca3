import { invalidFilter, quoted } from '../messages/scim-error';
import type { Attribute, AttributePath, ResourceType } from '../schema/definitions';
import { findSubAttribute } from '../schema/resolve-attribute';
import {
  checkElementFilter,
  compareElement,
  type Comparison,
  isNullLiteral,
  presentElement,
  refuseNullOrdering,
  wholeElement,
} from './check-element-filter';
import { type ElementTarget, type Filter, markFilter } from './filter';
import { readLiteral } from './literals';
import { readablePath } from './readable';
import { readSyntax, type Syntax } from './syntax';

export interface FilterOptions {
  /**
   * For queries over all types at once: an attribute that this type does not have is one without a value, rather than an error
   * (RFC 7644 §3.4.2.1).
   */
  readonly atRoot?: boolean;
}

/**
 * Reads a filter (RFC 7644 §3.4.2.2) and holds it against the resource type: names are resolved, operators fit their types, literals
 * are converted. Takes time linear in the length. Errors: 400 invalidFilter, which names what is wrong; never a wider filter instead.
 */
export function parseFilter(text: string, type: ResourceType, { atRoot = false }: FilterOptions = {}): Filter {
  return new FilterChecker(type, atRoot).check(readSyntax(text, { insideBrackets: false }));
}

class FilterChecker {
  constructor(
    private readonly type: ResourceType,
    private readonly atRoot: boolean,
  ) {}

  check(syntax: Syntax): Filter {
    switch (syntax.kind) {
      case 'and':
      case 'or':
        return markFilter({ kind: syntax.kind, operands: syntax.operands.map((operand) => this.check(operand)) });
      case 'not':
        return markFilter({ kind: 'not', operand: this.check(syntax.operand) });
      case 'present':
      case 'compare':
      case 'valuePath':
        return this.checkCondition(syntax);
    }
  }

  private checkCondition(syntax: Condition): Filter {
    const path = readablePath(this.type, syntax.name);
    if (!path) return this.withoutValue(syntax);
    switch (syntax.kind) {
      case 'present':
        return present(path);
      case 'compare':
        return compare(path, syntax);
      case 'valuePath':
        return valuePath(path, syntax);
    }
  }

  private withoutValue(syntax: Condition): Filter {
    if (!this.atRoot) throw invalidFilter(`Unknown attribute ${quoted(syntax.name)} in the filter.`);
    const nothing = markFilter({ kind: 'or', operands: [] });
    if (syntax.kind !== 'compare') return nothing;
    const equalled = isNullLiteral(syntax) ? 'eq' : 'ne';
    return syntax.operator === equalled ? markFilter({ kind: 'not', operand: nothing }) : nothing;
  }
}

type Condition = Extract<Syntax, { name: string }>;

function present(path: AttributePath): Filter {
  if (!path.attribute.multiValued || !path.subAttribute) return markFilter({ kind: 'present', target: path });
  const filter = presentElement({ attribute: path.subAttribute, whole: false });
  return markFilter({ kind: 'valuePath', target: withoutSubAttribute(path), filter });
}

function compare(path: AttributePath, comparison: Comparison): Filter {
  if (isNullLiteral(comparison)) return compareWithNull(path, comparison);
  if (path.attribute.multiValued) {
    const filter = compareElement(comparedElement(path, comparison), comparison);
    return markFilter({ kind: 'valuePath', target: withoutSubAttribute(path), filter });
  }
  const target = comparedPath(path, comparison);
  const { operator, name } = comparison;
  const literal = readLiteral(target.subAttribute ?? target.attribute, operator, comparison.literal, name);
  return markFilter({ kind: 'compare', target, operator, literal });
}

/** `title eq null` asks for those without a title, `title ne null` for those with one (F-13). */
function compareWithNull(path: AttributePath, comparison: Comparison): Filter {
  refuseNullOrdering(comparison);
  const assigned = present(path);
  return comparison.operator === 'ne' ? assigned : markFilter({ kind: 'not', operand: assigned });
}

function comparedElement({ attribute, subAttribute }: AttributePath, comparison: Comparison): ElementTarget {
  if (attribute.type !== 'complex') return wholeElement(attribute);
  return { attribute: subAttribute ?? valueOf(attribute, comparison), whole: false };
}

function comparedPath(path: AttributePath, comparison: Comparison): AttributePath {
  if (path.subAttribute || path.attribute.type !== 'complex') return path;
  return { ...path, subAttribute: valueOf(path.attribute, comparison) };
}

/** A complex attribute in a comparison stands for its `value`, as in RFC 7644's own `emails co "example.com"` (F-26). */
function valueOf(attribute: Attribute, { name }: Comparison): Attribute {
  const value = findSubAttribute(attribute, 'value');
  if (value) return value;
  throw invalidFilter(`${quoted(name)} has sub-attributes and no value of its own: compare one of them.`);
}

function valuePath(path: AttributePath, { name, filter }: Extract<Syntax, { kind: 'valuePath' }>): Filter {
  const { attribute, subAttribute } = path;
  if (subAttribute || (attribute.type !== 'complex' && !attribute.multiValued)) {
    throw invalidFilter(`${quoted(name)} has no elements that brackets could choose from.`);
  }
  return markFilter({ kind: 'valuePath', target: path, filter: checkElementFilter(filter, attribute) });
}

function withoutSubAttribute({ extension, attribute }: AttributePath): AttributePath {
  return extension === undefined ? { attribute } : { extension, attribute };
}
