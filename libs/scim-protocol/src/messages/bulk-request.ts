import { isJsonObject, type Json, type JsonArray, type JsonObject } from './json';
import { BULK_OPERATIONS_MAX } from './limits';
import { Message } from './message';
import { invalidSyntax, invalidValue, notFound, payloadTooLarge, quoted, ScimError } from './scim-error';
import { BULK_REQUEST_URN, PATCH_URN } from './urns';

export type BulkMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of a bulk request, its envelope checked. */
export interface BulkOperation {
  readonly kind: 'operation';
  /** Zero-based place in the request. */
  readonly index: number;
  readonly method: BulkMethod;
  /** "/Users". */
  readonly endpoint: string;
  /** The resource, for everything but POST; may be a reference such as "bulkId:x". */
  readonly id?: string;
  readonly bulkId?: string;
  /** As If-Match. */
  readonly version?: string;
  /** For everything but DELETE; for PATCH it is the whole PatchOp message (erratum 5050). */
  readonly data?: JsonObject;
}

/** An operation that cannot be carried out; the others of the request can. What could be read of it goes into its result. */
export interface RefusedBulkOperation {
  readonly kind: 'refused';
  readonly index: number;
  readonly method?: string;
  readonly bulkId?: string;
  readonly error: ScimError;
}

export interface BulkRequest {
  /** After how many errors to stop; undefined for never. */
  readonly failOnErrors?: number;
  readonly operations: readonly (BulkOperation | RefusedBulkOperation)[];
}

/**
 * Reads a bulk request (RFC 7644 §3.7). Errors for the whole of it: 400 invalidSyntax for another message, 400 invalidValue for
 * `failOnErrors` below 1 and for a bulkId that stands twice, 413 for more operations than `operationsMax`.
 */
export function readBulkRequest(body: Json, operationsMax: number = BULK_OPERATIONS_MAX): BulkRequest {
  const message = Message.read(body, BULK_REQUEST_URN);
  const operations = message.get('Operations');
  if (!Array.isArray(operations) || operations.length === 0) {
    throw invalidSyntax('Operations: expected a list with at least one operation');
  }
  if (operations.length > operationsMax) {
    throw payloadTooLarge(
      `Operations: ${operations.length} operations; at most ${operationsMax} are taken in one bulk request.`,
    );
  }
  const failOnErrors = message.integer('failOnErrors');
  if (failOnErrors !== undefined && failOnErrors < 1) throw invalidValue('failOnErrors: expected 1 or more');
  const read = (operations as JsonArray).map(readOperation);
  checkBulkIds(read);
  return failOnErrors === undefined ? { operations: read } : { failOnErrors, operations: read };
}

function readOperation(sent: Json, index: number): BulkOperation | RefusedBulkOperation {
  if (!isJsonObject(sent)) {
    return { kind: 'refused', index, error: invalidSyntax('expected an object with method and path') };
  }
  const message = Message.part(sent);
  const named = { ...textIn(message, 'method'), ...textIn(message, 'bulkId') };
  try {
    return { kind: 'operation', index, ...readEnvelope(message) };
  } catch (error) {
    if (error instanceof ScimError) return { kind: 'refused', index, ...named, error };
    throw error;
  }
}

function textIn<Name extends string>(message: Message, name: Name): { readonly [name in Name]?: string } {
  const value = message.get(name);
  return typeof value === 'string' ? ({ [name]: value } as { [name in Name]: string }) : {};
}

function readEnvelope(message: Message): Omit<BulkOperation, 'kind' | 'index'> {
  const method = readMethod(message);
  const { endpoint, id } = readPath(message.text('path'));
  if (method === 'POST' && id !== undefined) throw invalidValue('path: a POST goes to an endpoint, not to a resource');
  if (method !== 'POST' && id === undefined)
    throw invalidValue(`path: a ${method} goes to a resource, such as "/Users/{id}"`);
  const bulkId = message.text('bulkId');
  if (method === 'POST' && !bulkId) throw invalidValue('bulkId: required for a POST');
  const version = message.text('version');
  const data = method === 'DELETE' ? undefined : readData(message.get('data'), method);
  return {
    method,
    endpoint,
    ...(id === undefined ? {} : { id }),
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(version === undefined ? {} : { version }),
    ...(data === undefined ? {} : { data }),
  };
}

function readMethod(message: Message): BulkMethod {
  const sent = message.get('method');
  const method = typeof sent === 'string' ? sent.toUpperCase() : undefined;
  if (method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE') return method;
  const seen = typeof sent === 'string' ? `, got ${quoted(sent)}` : '';
  throw invalidSyntax(`method: expected POST, PUT, PATCH or DELETE${seen}`);
}

/** Relative to the root of the service: "/Users" or "/Users/{id}". */
function readPath(path: string | undefined): { readonly endpoint: string; readonly id?: string } {
  if (path === undefined) throw invalidSyntax('path: required');
  const [before, name, id, ...deeper] = path.split('/', 5);
  if (before !== '' || !name || id === '' || deeper.length > 0)
    throw notFound(`path: ${quoted(path)} is no path of this service`);
  if (name === 'Bulk') throw invalidValue('path: a bulk request cannot hold another');
  return id === undefined ? { endpoint: `/${name}` } : { endpoint: `/${name}`, id };
}

/** Some clients send the bare list of a PATCH's operations. */
function readData(data: Json | undefined, method: BulkMethod): JsonObject {
  if (method === 'PATCH' && Array.isArray(data)) return { schemas: [PATCH_URN], Operations: data as JsonArray };
  if (isJsonObject(data)) return data;
  throw invalidSyntax(`data: expected an object for a ${method}`);
}

/** Two resources of the same name could not be told apart by what refers to them. */
function checkBulkIds(operations: BulkRequest['operations']): void {
  const seen = new Set<string>();
  for (const { bulkId } of operations) {
    if (bulkId === undefined) continue;
    if (seen.has(bulkId)) throw invalidValue(`bulkId: ${quoted(bulkId)} stands twice`);
    seen.add(bulkId);
  }
}
