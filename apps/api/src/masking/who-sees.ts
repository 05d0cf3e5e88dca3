import type { Role } from '@rollcall/admin-contracts';

/**
 * Who sees personal values as they are (A30): Support works with them hidden and reveals what a case needs, which is logged; an Auditor
 * sees all and changes nothing.
 */
export function seesPersonalValues(role: Role): boolean {
  return role !== 'support';
}
