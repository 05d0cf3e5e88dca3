import type { NameHolder } from '@rollcall/admin-contracts';

/** Whose records; one integration of one organisation. */
export interface RecordScope {
  readonly tenantId: string;
  readonly integrationId: string;
}

/** What became of one record that was to come back. */
export type RestoreOutcome =
  | { readonly kind: 'restored' }
  | { readonly kind: 'nameTaken'; readonly holder: NameHolder }
  /** Deleted longer ago than records are kept. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'missing' };

export interface Restored {
  readonly outcomes: ReadonlyMap<string, RestoreOutcome>;
  readonly memberships: number;
}

/** Who brings something back; kept with the event, so that a record's history can name them. */
export interface Restorer {
  readonly id?: string;
  readonly name: string;
}

export function causeOf(restorer: Restorer): string {
  return JSON.stringify({ restoredBy: restorer.name, ...(restorer.id === undefined ? {} : { memberId: restorer.id }) });
}
