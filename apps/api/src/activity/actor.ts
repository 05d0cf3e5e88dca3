import type { ActorType, Role } from '@rollcall/admin-contracts';

/** Who does something to an organisation: a signed-in member, the operator at the server's command line, or Rollcall itself. */
export interface Actor {
  readonly tenantId: string;
  readonly type: ActorType;
  readonly id?: string;
  readonly name: string;
  /** Of a member, at this moment. */
  readonly role?: Role;
  readonly address?: string;
  readonly requestId?: string;
}

/** The person who works at the command line of the server itself. */
export function operatorOf(tenantId: string): Actor {
  return { tenantId, type: 'operator', name: 'Command line' };
}

export function systemOf(tenantId: string): Actor {
  return { tenantId, type: 'system', name: 'Rollcall' };
}
