import type { Json, JsonObject } from '../messages/json';
import type { PatchOperation } from '../messages/patch-request';
import type { ResourceType } from '../schema/definitions';

/** An operation as JSON, for examples. */
export interface OperationExample {
  readonly op: string;
  readonly path?: string;
  readonly value?: Json;
}

/** What a provider sends, and what it means. The documentation shows them, and the tests hold both to the same end state. */
export interface HabitExample {
  readonly on: 'User' | 'Group';
  readonly sent: OperationExample;
  readonly meant: readonly OperationExample[];
  /** What the resource has before, where that matters. */
  readonly given?: JsonObject;
}

/** A habit of providers that the protocol does not know. */
export interface Habit {
  /** Its stable name on the decision trail. */
  readonly rule: string;
  /** What is said on the trail. */
  readonly message: string;
  readonly examples: readonly HabitExample[];
}

/** A habit that is put right before the strict engine sees the operation. */
export interface Rewrite extends Habit {
  /** The operations that it stands for; undefined when it has not this habit. */
  readonly rewrite: (operation: PatchOperation, type: ResourceType) => readonly PatchOperation[] | undefined;
}
