import type { Role, SessionView } from '@rollcall/admin-contracts';
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { api } from './client';

export const sessionKey = ['session'] as const;

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: fetchSession,
  staleTime: 60_000,
});

async function fetchSession(): Promise<SessionView | null> {
  try {
    return await api.get<SessionView>('/session');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function useSession(): SessionView | null {
  return useQuery(sessionQuery).data ?? null;
}

/** What a person saw belongs to their session: everything cached goes when it changes. */
export function enterSession(client: QueryClient, session: SessionView | null): void {
  client.clear();
  client.setQueryData(sessionKey, session);
}

export type Ability =
  'exportActivity' | 'manageTeam' | 'manageIntegrations' | 'revokeTokens' | 'revealValues' | 'exportDirectory';

const ABILITIES: Readonly<Record<Role, readonly Ability[]>> = {
  owner: ['exportActivity', 'manageTeam', 'manageIntegrations', 'revokeTokens', 'revealValues', 'exportDirectory'],
  admin: ['exportActivity', 'manageTeam', 'manageIntegrations', 'revokeTokens', 'revealValues', 'exportDirectory'],
  support: ['revokeTokens', 'revealValues'],
  auditor: ['exportActivity', 'exportDirectory'],
};

/** Decides what to show; the server refuses the rest anyway (A30). */
export function useMay(ability: Ability): boolean {
  const role = useSession()?.member.role;
  return role !== undefined && ABILITIES[role].includes(ability);
}
