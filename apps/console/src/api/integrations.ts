import type {
  CreateIntegrationRequest,
  DeletedIntegration,
  DiagnosticBundle,
  DeleteIntegrationRequest,
  DeletionPreview,
  GeneratedToken,
  IntegrationSummary,
  IntegrationView,
  MappingHealth,
  NameCheck,
  PauseRequest,
  RestoreIntegrationRequest,
  RotateTokenRequest,
  TokenView,
  UpdateIntegrationRequest,
  UpdateTokenRequest,
} from '@rollcall/admin-contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from './client';

const POLL_WAITING_MS = 2_500;
const POLL_CALM_MS = 15_000;

export const integrationsKey = ['integrations'] as const;

export const integrationsQuery = queryOptions({
  queryKey: [...integrationsKey, 'list'],
  queryFn: ({ signal }) => api.get<readonly IntegrationSummary[]>('/integrations', {}, signal),
  refetchInterval: POLL_CALM_MS,
});

/** Polls quickly until the checklist is complete, so that its steps tick while the admin watches. */
export const integrationQuery = (id: string) =>
  queryOptions({
    queryKey: [...integrationsKey, id],
    queryFn: ({ signal }) => api.get<IntegrationView>(`/integrations/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) => (isComplete(state.data) ? POLL_CALM_MS : POLL_WAITING_MS),
  });

function isComplete(view: IntegrationView | undefined): boolean {
  if (view === undefined) return false;
  const { testConnectionAt, firstUserAt, firstGroupAt } = view.checklist;
  return testConnectionAt !== undefined && firstUserAt !== undefined && firstGroupAt !== undefined;
}

export const deletedIntegrationsQuery = queryOptions({
  queryKey: [...integrationsKey, 'deleted'],
  queryFn: ({ signal }) => api.get<readonly DeletedIntegration[]>('/integrations/deleted', {}, signal),
});

export const mappingHealthQuery = (id: string) =>
  queryOptions({
    queryKey: [...integrationsKey, id, 'health'],
    queryFn: ({ signal }) => api.get<MappingHealth>(`/integrations/${encodeURIComponent(id)}/health`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.running === true ? POLL_WAITING_MS : POLL_CALM_MS),
  });

export const deletionPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...integrationsKey, id, 'deletion'],
    queryFn: ({ signal }) => api.get<DeletionPreview>(`/integrations/${encodeURIComponent(id)}/deletion`, {}, signal),
    staleTime: 0,
  });

const path = (id: string): string => `/integrations/${encodeURIComponent(id)}`;

/** The answers with a secret (create, rotate) go to the caller alone: they are never put into the query cache (A05). */
export const integrationCalls = {
  nameCheck: (name: string) => api.post<NameCheck>('/integrations/name-check', { name }),
  create: (request: CreateIntegrationRequest) => api.post<GeneratedToken>('/integrations', request),
  update: (id: string, request: UpdateIntegrationRequest) => api.patch<IntegrationView>(path(id), request),
  delete: (id: string, request: DeleteIntegrationRequest) => api.delete(path(id), request),
  pause: (id: string, request: PauseRequest) => api.post<IntegrationView>(`${path(id)}/pause`, request),
  resume: (id: string) => api.post<IntegrationView>(`${path(id)}/resume`),
  diagnostics: (id: string) => api.post<DiagnosticBundle>(`${path(id)}/diagnostics`),
  refreshHealth: (id: string) => api.post<MappingHealth>(`${path(id)}/health/refresh`),
  restore: (id: string, request: RestoreIntegrationRequest) =>
    api.post<IntegrationView>(`/integrations/deleted/${encodeURIComponent(id)}/restore`, request),
  rotate: (id: string, request: RotateTokenRequest) => api.post<GeneratedToken>(`${path(id)}/tokens/rotate`, request),
  setTokenEnd: (id: string, tokenId: string, request: UpdateTokenRequest) =>
    api.patch<TokenView>(`${path(id)}/tokens/${encodeURIComponent(tokenId)}`, request),
  revoke: (id: string, tokenId: string) =>
    api.post<TokenView>(`${path(id)}/tokens/${encodeURIComponent(tokenId)}/revoke`),
};

/** A renamed or deleted integration shows in every list as the origin of its users. */
export function refreshAll(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
