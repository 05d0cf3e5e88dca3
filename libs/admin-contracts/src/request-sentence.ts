/** Whom a sentence is about; `type` is "User", "Group" or a registered type, `name` is absent when nobody knows one. */
export interface SentenceSubject {
  readonly type?: string;
  readonly name?: string;
}

interface About {
  readonly client: string;
  readonly subject: SentenceSubject;
}

interface Members extends About {
  readonly added: number;
  readonly removed: number;
}

/**
 * The sentence of a request as data: a console says it in its reader's language (decision 0010). `client` is the identity provider's
 * name, or what the caller calls itself.
 */
export type RequestSentence =
  | ({ readonly code: 'created' | 'revived' | 'turnedOff' | 'turnedOn' | 'deleted' | 'unchanged' | 'read' } & About)
  | ({ readonly code: 'changed'; readonly paths: readonly string[]; readonly more: number } & About)
  | ({ readonly code: 'membersAdded' | 'membersRemoved' | 'membersExchanged' } & Members)
  /** Absent `type`: users and groups. */
  | { readonly code: 'listed'; readonly client: string; readonly type?: string; readonly found: number }
  | {
      readonly code: 'lookedFor';
      readonly client: string;
      readonly type?: string;
      /** The filter, as SCIM writes it. */
      readonly matched: string;
      readonly found: number;
    }
  | { readonly code: 'bulk'; readonly client: string; readonly done: number; readonly refused: number }
  | { readonly code: 'discovered'; readonly client: string }
  | {
      readonly code: 'refused';
      readonly client: string;
      readonly method: string;
      readonly name?: string;
      readonly status: number;
      /** Why, as the identity provider was told. */
      readonly detail?: string;
    }
  /** With no token, or one that was never issued here. */
  | { readonly code: 'strangerRefused'; readonly method: string; readonly address: string; readonly detail: string }
  /** Counted together, because listing each would flood the log. */
  | { readonly code: 'manyRefused'; readonly count: number; readonly detail: string };

export type SentenceCode = RequestSentence['code'];
