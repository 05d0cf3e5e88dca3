import type { Json } from '../messages/json';
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '../messages/limits';
import { Message } from '../messages/message';
import { invalidValue, quoted, ScimError } from '../messages/scim-error';
import { SEARCH_URN } from '../messages/urns';
import type { ResourceType } from './definitions';
import { type AttributeList, type Projection, readAttributeList, readProjection } from './projection';

/** A query for a page of resources (RFC 7644 §3.4.2, RFC 9865 §2). */
export interface ListQuery {
  /** Not parsed yet; an empty one is none of the grammar. */
  readonly filter?: string;
  /** One-based; 1 at least. */
  readonly startIndex: number;
  /** From 0 to the largest page. */
  readonly count: number;
  /** Not resolved yet. */
  readonly sortBy?: string;
  readonly sortOrder: 'ascending' | 'descending';
  /** Present when the client asks for cursor paging; empty for its first page. */
  readonly cursor?: string;
  readonly projection?: Projection;
}

export interface PageSizes {
  readonly defaultSize: number;
  readonly maxSize: number;
}

const PAGE_SIZES: PageSizes = { defaultSize: PAGE_SIZE_DEFAULT, maxSize: PAGE_SIZE_MAX };

/** The parameters as they were sent, whichever way. */
interface ListParameters {
  readonly filter: string | undefined;
  readonly startIndex: number | undefined;
  readonly count: number | undefined;
  readonly sortBy: string | undefined;
  readonly sortOrder: string | undefined;
  readonly cursor: string | undefined;
  readonly attributes: AttributeList | undefined;
  readonly excludedAttributes: AttributeList | undefined;
}

const PARAMETERS: ReadonlySet<string> = new Set([
  'filter',
  'startindex',
  'count',
  'sortby',
  'sortorder',
  'cursor',
  'attributes',
  'excludedattributes',
]);

/**
 * Reads the query of a GET: names in any letter case, unknown ones ignored. Errors: 400 invalidValue for a parameter that stands twice or
 * is no integer, 400 invalidCount for a page size that cursor paging does not have.
 */
export function readListQuery(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  type: ResourceType,
  pageSizes: PageSizes = PAGE_SIZES,
): ListQuery {
  const values = new Map<string, string>();
  for (const name of Object.keys(query)) {
    const value = query[name];
    const folded = name.toLowerCase();
    if (value === undefined || !PARAMETERS.has(folded)) continue;
    if (typeof value !== 'string' || values.has(folded)) throw invalidValue(`${name}: stands twice in the query`);
    values.set(folded, value);
  }
  return listQuery(
    {
      filter: values.get('filter'),
      startIndex: readIntegerText(values.get('startindex'), 'startIndex'),
      count: readIntegerText(values.get('count'), 'count'),
      sortBy: values.get('sortby'),
      sortOrder: values.get('sortorder'),
      cursor: values.get('cursor'),
      attributes: values.get('attributes'),
      excludedAttributes: values.get('excludedattributes'),
    },
    type,
    pageSizes,
  );
}

/** Reads the body of a POST to `.search` (RFC 7644 §3.4.3). Errors: 400 invalidSyntax for another message, else as for a GET. */
export function readSearchRequest(body: Json, type: ResourceType, pageSizes: PageSizes = PAGE_SIZES): ListQuery {
  const message = Message.read(body, SEARCH_URN);
  return listQuery(
    {
      filter: message.text('filter'),
      startIndex: message.integer('startIndex'),
      count: message.integer('count'),
      sortBy: message.text('sortBy'),
      sortOrder: message.text('sortOrder'),
      cursor: message.text('cursor'),
      attributes: readAttributeList(message.get('attributes'), 'attributes'),
      excludedAttributes: readAttributeList(message.get('excludedAttributes'), 'excludedAttributes'),
    },
    type,
    pageSizes,
  );
}

function listQuery(sent: ListParameters, type: ResourceType, pageSizes: PageSizes): ListQuery {
  const { filter, cursor } = sent;
  if (cursor !== undefined && sent.startIndex !== undefined) {
    throw invalidValue('startIndex and cursor exclude each other; send one of them.');
  }
  const sortBy = sent.sortBy === '' ? undefined : sent.sortBy;
  const projection = readProjection(type, sent.attributes, sent.excludedAttributes);
  return {
    ...(filter === undefined ? {} : { filter }),
    startIndex: Math.max(sent.startIndex ?? 1, 1),
    count: readCount(sent.count, cursor !== undefined, pageSizes),
    ...(sortBy === undefined ? {} : { sortBy }),
    // Without sortBy there is nothing to order, so whatever sortOrder says is not looked at.
    sortOrder: sortBy === undefined ? 'ascending' : readSortOrder(sent.sortOrder),
    ...(cursor === undefined ? {} : { cursor }),
    ...(projection ? { projection } : {}),
  };
}

/** Negative is 0 (RFC 7644 §3.4.2.4); too large is the largest page, save that cursor paging refuses it (RFC 9865 §2.1). */
function readCount(count: number | undefined, isCursor: boolean, { defaultSize, maxSize }: PageSizes): number {
  if (count === undefined) return defaultSize;
  if (isCursor && count > maxSize)
    throw new ScimError(400, 'invalidCount', `count: at most ${maxSize} with cursor paging`);
  return Math.min(Math.max(count, 0), maxSize);
}

function readSortOrder(sortOrder: string | undefined): ListQuery['sortOrder'] {
  const folded = (sortOrder ?? '').toLowerCase();
  if (folded === '' || folded === 'ascending') return 'ascending';
  if (folded === 'descending') return 'descending';
  throw invalidValue(`sortOrder: expected "ascending" or "descending", got ${quoted(sortOrder ?? '')}`);
}

function readIntegerText(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw invalidValue(`${name}: expected an integer, got ${quoted(text)}`);
  return value;
}
