import type { Channel, Role } from '@rollcall/admin-contracts';
import type { ChannelRow } from './channels.repository';

/** Support and Auditor see that a channel exists, not where it leads. */
export function channelView(row: ChannelRow, reader: Role): Channel {
  const { id, type, name, hint, enabled, kinds, integrationIds, createdAt, createdBy, lastState, lastAt } = row;
  return {
    id,
    type,
    name,
    ...(reader === 'owner' || reader === 'admin' ? { hint } : {}),
    enabled,
    kinds,
    ...(integrationIds === null ? {} : { integrationIds }),
    createdAt: createdAt.toISOString(),
    createdBy,
    ...(lastState === null || lastAt === null ? {} : { lastDelivery: { state: lastState, at: lastAt.toISOString() } }),
  };
}
