import type { Role } from './session';

/** An invitation's link works for so long. */
export const INVITATION_HOURS = 24;

export type MemberStatus = 'active' | 'suspended';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly status: MemberStatus;
  readonly createdAt: string;
  readonly lastSignInAt?: string;
  /** Sessions that are open now. */
  readonly sessionCount: number;
}

export interface PendingInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly expired: boolean;
}

/** GET /api/console/team: members by name, then invitations that nobody has accepted, newest first. */
export interface TeamView {
  readonly members: readonly TeamMember[];
  readonly invitations: readonly PendingInvitation[];
}

/** POST /api/console/team/invitations -> IssuedInvitation. Only an Owner, signed in recently, invites an Owner. 409 `alreadyMember`. */
export interface InviteRequest {
  readonly email: string;
  readonly role: Role;
}

/** The only answer that ever has the link; POST …/invitations/{id}/resend makes a new one, and the old one ends. */
export interface IssuedInvitation {
  readonly invitation: PendingInvitation;
  readonly link: string;
}

/** PATCH /api/console/team/members/{id}: ends the member's sessions, so that the next one has the new role. 409 `lastOwner`. */
export interface ChangeRoleRequest {
  readonly role: Role;
}

/** POST /api/console/invitation/open, without a session: what the link's secret stands for. 400 `invitationInvalid`. */
export interface OpenInvitationRequest {
  readonly invitationToken: string;
}

export interface InvitationView {
  readonly tenantName: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly expiresAt: string;
}

/** POST /api/console/invitation/accept, without a session: answers a SessionView and the session cookie. */
export interface AcceptInvitationRequest extends OpenInvitationRequest {
  readonly name: string;
  readonly password: string;
}

/** PATCH /api/console/account -> SessionView */
export interface RenameAccountRequest {
  readonly name: string;
}

/** POST /api/console/account/password: ends all other sessions of the person. 400 `wrongPassword`. */
export interface ChangePasswordRequest {
  readonly password: string;
  readonly newPassword: string;
}

/** GET /api/console/account/sessions, the newest sign of life first; DELETE …/{id} ends one, DELETE …/others all but this one. */
export interface MemberSession {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly address?: string;
  readonly userAgent?: string;
}

/** GET /api/console/alerts, for Owners: tokens that Support has revoked and this Owner has not put away yet (SEC-17). */
export interface OwnerAlert {
  /** The entry of the activity log. POST /api/console/alerts/seen with the newest puts all up to it away. */
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly integrationId: string;
  readonly integrationName: string;
  readonly tokenLastFour?: string;
}

export interface AlertsSeenRequest {
  readonly id: string;
}
