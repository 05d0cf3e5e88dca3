/** One attribute of a change. A value that has parts of its own, or is hidden from the reader, is absent. */
export interface AttributeStep {
  readonly name: string;
  readonly kind: 'set' | 'removed' | 'changed';
  readonly before?: string | number | boolean;
  readonly after?: string | number | boolean;
}

/** A change in the history of a person or group as data: a console says it in its reader's language (decision 0010). */
export type ChangeSentence =
  | { readonly code: 'created' | 'deleted' | 'revived' | 'restored'; readonly type: 'User' | 'Group' }
  /** `names` are the first few that are still known. */
  | { readonly code: 'membersAdded' | 'membersRemoved'; readonly count: number; readonly names: readonly string[] }
  /** Of a person; `group` is absent when it no longer exists. */
  | { readonly code: 'joined' | 'left' | 'groupDeleted'; readonly group?: string }
  | {
      readonly code: 'updated';
      /** Turned on or off. */
      readonly active?: boolean;
      readonly attributes: readonly AttributeStep[];
      /** So many more attributes changed than are told. */
      readonly more: number;
    };
