import type {
  AcceptInvitationRequest,
  ChangePasswordRequest,
  InvitationView,
  InviteRequest,
  IssuedInvitation,
  MemberSession,
  OwnerAlert,
  Role,
  SessionView,
  TeamView,
} from '@rollcall/admin-contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client';

export const teamKey = ['team'] as const;

export const teamQuery = queryOptions({
  queryKey: teamKey,
  queryFn: ({ signal }) => api.get<TeamView>('/team', {}, signal),
  refetchInterval: 30_000,
});

const memberPath = (id: string): string => `/team/members/${encodeURIComponent(id)}`;
const invitationPath = (id: string): string => `/team/invitations/${encodeURIComponent(id)}`;

/** The answers with a link (invite, resend) go to the caller alone: they are never put into the query cache. */
export const teamCalls = {
  invite: (request: InviteRequest) => api.post<IssuedInvitation>('/team/invitations', request),
  resend: (id: string) => api.post<IssuedInvitation>(`${invitationPath(id)}/resend`),
  revoke: (id: string) => api.delete(invitationPath(id)),
  changeRole: (id: string, role: Role) => api.patch<undefined>(memberPath(id), { role }),
  suspend: (id: string) => api.post<undefined>(`${memberPath(id)}/suspend`),
  reinstate: (id: string) => api.post<undefined>(`${memberPath(id)}/reinstate`),
  remove: (id: string) => api.delete(memberPath(id)),
  endSessions: (id: string) => api.delete(`${memberPath(id)}/sessions`),
  transferOwnership: (id: string) => api.post<undefined>(`${memberPath(id)}/transfer-ownership`),
};

export const invitationCalls = {
  open: (invitationToken: string) => api.post<InvitationView>('/invitation/open', { invitationToken }),
  accept: (request: AcceptInvitationRequest) => api.post<SessionView>('/invitation/accept', request),
};

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => api.get<readonly MemberSession[]>('/account/sessions', {}, signal),
});

export const accountCalls = {
  rename: (name: string) => api.patch<SessionView>('/account', { name }),
  changePassword: (request: ChangePasswordRequest) => api.post<undefined>('/account/password', request),
  endSession: (id: string) => api.delete(`/account/sessions/${encodeURIComponent(id)}`),
  endOtherSessions: () => api.delete('/account/sessions/others'),
};

export const alertsKey = ['alerts'] as const;

export const alertsQuery = queryOptions({
  queryKey: alertsKey,
  queryFn: ({ signal }) => api.get<readonly OwnerAlert[]>('/alerts', {}, signal),
  refetchInterval: 30_000,
});

export const alertCalls = { seen: (id: string) => api.post<undefined>('/alerts/seen', { id }) };
