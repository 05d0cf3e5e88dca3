import { ROLES, type Role } from '@rollcall/admin-contracts';

/** Whether somebody of this role may change, suspend or remove somebody of that role: only Owners touch Owners (A31). */
export function mayTouch(actor: Role, target: Role): boolean {
  return mayGive(actor, target);
}

/** Whether somebody of this role may give that role to others: nobody gives more than they have. */
export function mayGive(actor: Role, role: Role): boolean {
  switch (actor) {
    case 'owner':
      return true;
    case 'admin':
      return role !== 'owner';
    case 'support':
    case 'auditor':
      return false;
  }
}

/** The role that a text from the database names. */
export function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error(`unknown role ${text}`);
  return role;
}
