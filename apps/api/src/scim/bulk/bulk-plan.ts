import {
  bulkIdOf,
  bulkIdsIn,
  type BulkOperation,
  type BulkRequest,
  type RefusedBulkOperation,
} from '@rollcall/scim-protocol';

export type BulkItem = BulkOperation | RefusedBulkOperation;

/**
 * The order in which the operations of a bulk request are carried out: as sent, but what an operation refers to by bulkId comes first
 * (B-14). Circles cannot be ordered; they keep the order in which they were sent, and members that close one are added afterwards (B-15).
 */
export function executionOrder(request: BulkRequest): BulkItem[] {
  const makers = new Map<string, BulkItem>();
  for (const item of request.operations) {
    if (item.kind === 'operation' && item.method === 'POST' && item.bulkId !== undefined) makers.set(item.bulkId, item);
  }
  const order: BulkItem[] = [];
  const state = new Map<BulkItem, 'open' | 'done'>();
  const visit = (item: BulkItem): void => {
    if (state.has(item)) return;
    state.set(item, 'open');
    for (const bulkId of referencesOf(item)) {
      const maker = makers.get(bulkId);
      if (maker && maker !== item) visit(maker);
    }
    state.set(item, 'done');
    order.push(item);
  };
  for (const item of request.operations) visit(item);
  return order;
}

/** Every bulkId that the operation speaks of, in its path and in its data. */
export function referencesOf(item: BulkItem): ReadonlySet<string> {
  if (item.kind === 'refused') return new Set();
  const references = new Set(item.data === undefined ? [] : bulkIdsIn(item.data));
  const target = item.id === undefined ? undefined : bulkIdOf(item.id);
  if (target !== undefined) references.add(target);
  return references;
}
