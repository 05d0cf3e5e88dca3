export const ERROR_URN = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** The closed set of detail keywords (RFC 7644 §3.12 Table 9; RFC 9865 §2.1 for the last three). */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount';

export interface ScimErrorBody {
  readonly schemas: readonly [typeof ERROR_URN];
  readonly status: string;
  readonly scimType?: ScimType;
  readonly detail: string;
}

/**
 * A protocol error that a client may read: the detail names what to change, never a secret, a statement or a path of ours.
 * `operation` is the zero-based index of the PATCH or bulk operation that failed.
 */
export class ScimError extends Error {
  override readonly name = 'ScimError';

  constructor(
    readonly status: number,
    readonly scimType: ScimType | undefined,
    readonly detail: string,
    readonly operation?: number,
  ) {
    super(detail);
  }

  /** The same error, said of one operation of a PATCH. */
  atOperation(operation: number): ScimError {
    if (this.operation !== undefined) return this;
    return new ScimError(this.status, this.scimType, `Operation ${operation + 1}: ${this.detail}`, operation);
  }

  /** RFC 7644 §3.12: the status is a string equal to the HTTP code. */
  toBody(): ScimErrorBody {
    return {
      schemas: [ERROR_URN],
      status: String(this.status),
      ...(this.scimType ? { scimType: this.scimType } : {}),
      detail: this.detail,
    };
  }
}

export const invalidFilter = (detail: string) => new ScimError(400, 'invalidFilter', detail);
export const invalidPath = (detail: string) => new ScimError(400, 'invalidPath', detail);
export const invalidSyntax = (detail: string) => new ScimError(400, 'invalidSyntax', detail);
export const invalidValue = (detail: string) => new ScimError(400, 'invalidValue', detail);
export const mutability = (detail: string) => new ScimError(400, 'mutability', detail);
export const noTarget = (detail: string) => new ScimError(400, 'noTarget', detail);
export const tooMany = (detail: string) => new ScimError(400, 'tooMany', detail);
export const uniqueness = (detail: string) => new ScimError(409, 'uniqueness', detail);
export const notFound = (detail: string) => new ScimError(404, undefined, detail);
export const preconditionFailed = (detail: string) => new ScimError(412, undefined, detail);
export const payloadTooLarge = (detail: string) => new ScimError(413, undefined, detail);

/** Text of the caller's, safe to repeat in a detail: at most 100 characters, control characters made visible. */
export function quoted(text: string): string {
  const cut = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return JSON.stringify(cut);
}
