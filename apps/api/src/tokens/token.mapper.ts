import type { TokenState, TokenView } from '@rollcall/admin-contracts';

/** A token and its last use, as TokensRepository reads them. */
export interface TokenRow {
  readonly id: string;
  readonly lastFour: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly lastAddress: string | null;
  readonly lastClient: string | null;
  readonly recentAddresses: readonly string[];
}

export function tokenView(row: TokenRow, now: Date): TokenView {
  return {
    id: row.id,
    lastFour: row.lastFour,
    state: tokenState(row, now),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    ...(row.expiresAt === null ? {} : { expiresAt: row.expiresAt.toISOString() }),
    ...(row.revokedAt === null ? {} : { revokedAt: row.revokedAt.toISOString() }),
    ...(row.revokedBy === null ? {} : { revokedBy: row.revokedBy }),
    ...(row.firstUsedAt === null ? {} : { firstUsedAt: row.firstUsedAt.toISOString() }),
    ...(row.lastUsedAt === null ? {} : { lastUsedAt: row.lastUsedAt.toISOString() }),
    ...(row.lastAddress === null ? {} : { lastAddress: row.lastAddress }),
    ...(row.lastClient === null ? {} : { lastClient: row.lastClient }),
    recentAddresses: row.recentAddresses,
  };
}

/** `ending` is live, with an end in sight. */
export function tokenState(row: Pick<TokenRow, 'revokedAt' | 'expiresAt'>, now: Date): TokenState {
  if (row.revokedAt !== null) return 'revoked';
  if (row.expiresAt === null) return 'live';
  return row.expiresAt > now ? 'ending' : 'expired';
}
