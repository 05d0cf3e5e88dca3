import type { Role } from '@rollcall/admin-contracts';

/** On whose behalf the directory is read. */
export interface Reader {
  readonly tenantId: string;
  /** Personal values are hidden from the reader. */
  readonly masked: boolean;
}

/**
 * Who sees personal values as they are (A30): Support works with them hidden and reveals what a case needs, which is logged; an Auditor
 * sees all and changes nothing.
 */
export function seesPersonalValues(role: Role): boolean {
  return role !== 'support';
}

export function readerOf({ tenantId, role }: { readonly tenantId: string; readonly role: Role }): Reader {
  return { tenantId, masked: !seesPersonalValues(role) };
}
