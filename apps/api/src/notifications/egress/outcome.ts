import type { DeliveryFault } from '@rollcall/admin-contracts';

/** How one try to send fared. Never anything that the other server wrote: that may hold the secret address. */
export type Outcome =
  | { readonly sent: true }
  | {
      readonly sent: false;
      readonly fault: DeliveryFault;
      readonly status?: number;
      /** Another try cannot help. */
      readonly final: boolean;
    };

export const SENT: Outcome = { sent: true };

export function notSent(
  fault: DeliveryFault,
  { status, final = false }: { status?: number; final?: boolean } = {},
): Outcome {
  return { sent: false, fault, final, ...(status === undefined ? {} : { status }) };
}
