import type { Json } from '../messages/json';
import { payloadTooLarge } from '../messages/scim-error';
import { isJsonArray } from './same-json';
import type { Step } from './steps';
import type { AttributeTarget } from './target';

/** List elements that the operations of one PATCH may go over, all together. */
export const LIST_VISITS_MAX = 50_000;

/**
 * Counts the elements that operations have to look at. A thousand operations on a list of thousands would stop everybody else for minutes;
 * a person has a handful of addresses.
 */
export class ListWork {
  private visits = 0;

  /** Errors: 413 when the limit is passed. */
  count({ op, value }: Step, { attribute, filter, subAttribute }: AttributeTarget, current: Json | undefined): void {
    if (!attribute.multiValued || !isJsonArray(current)) return;
    const isReplaced = !filter && !subAttribute && (op === 'replace' || value === undefined);
    if (isReplaced) return;
    const listed = op === 'remove' && isJsonArray(value) ? value.length : 1;
    this.visits += current.length * listed;
    if (this.visits > LIST_VISITS_MAX) {
      throw payloadTooLarge(
        `The operations go over more than ${LIST_VISITS_MAX} list elements in all; send fewer of them in one PATCH.`,
      );
    }
  }
}
