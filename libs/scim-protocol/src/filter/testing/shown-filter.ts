import { ScimError } from '../../messages/scim-error';
import type { Attribute, ResourceType } from '../../schema/definitions';
import { USER } from '../../schema/user';
import type { ElementFilter, Filter } from '../filter';
import { parseFilter } from '../parse-filter';

/** A filter as one unambiguous line, parentheses everywhere. */
export function shown(filter: Filter | ElementFilter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.operands.map(shown).join(` ${filter.kind} `)})`;
    case 'not':
      return `not ${shown(filter.operand)}`;
    case 'present':
      return `${nameOf(filter.target)} pr`;
    case 'compare':
      return `${nameOf(filter.target)} ${filter.operator} ${JSON.stringify('value' in filter.literal ? filter.literal.value : filter.literal.epochMs)}`;
    case 'valuePath':
      return `${nameOf(filter.target)}[${shown(filter.filter)}]`;
  }
}

function nameOf(target: { extension?: string; attribute: Attribute; subAttribute?: Attribute }): string {
  const sub = target.subAttribute ? `.${target.subAttribute.name}` : '';
  return `${target.extension === undefined ? '' : 'E:'}${target.attribute.name}${sub}`;
}

/** How the filter was understood. */
export const read = (text: string, type = USER) => shown(parseFilter(text, type));

/** The detail of the refusal; anything but 400 invalidFilter is a failure. */
export function refusal(text: string, type = USER): string {
  try {
    parseFilter(text, type);
  } catch (error) {
    if (error instanceof ScimError && error.status === 400 && error.scimType === 'invalidFilter') return error.detail;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

/** A type with an attribute that nobody may read, one on request, and an integer. */
export function secretive(): ResourceType {
  const plain: Attribute = {
    name: 'plainAttr',
    type: 'string',
    multiValued: false,
    description: '',
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
  };
  const schema = {
    id: 'urn:test:Thing',
    name: 'Thing',
    description: '',
    attributes: [
      { ...plain, name: 'secretAttr', mutability: 'writeOnly', returned: 'never' } as const,
      { ...plain, name: 'requestAttr', returned: 'request' } as const,
      { ...plain, name: 'integerAttr', type: 'integer' } as const,
    ],
  };
  return { name: 'Thing', endpoint: '/Things', description: '', schema, extensions: [] };
}
