import type { DeliveryState } from '@rollcall/admin-contracts';

export const STATE_COLORS: Readonly<Record<DeliveryState, string>> = {
  pending: 'yellow',
  sent: 'green',
  failed: 'red',
};
