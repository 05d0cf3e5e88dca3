import { Injectable } from '@nestjs/common';
import type { SessionView } from '@rollcall/admin-contracts';
import { signedOut } from '../console/console-error';
import { Sessions, type Origin } from './sessions.service';
import type { SignedInMember } from './signed-in-member';

/** What the console may know about its own session. */
@Injectable()
export class SessionViews {
  constructor(private readonly sessions: Sessions) {}

  of(member: SignedInMember): SessionView {
    const { id, name, email, role, tenantId, tenantName, tenantSlug } = member;
    return { member: { id, name, email, role }, tenant: { id: tenantId, name: tenantName, slug: tenantSlug } };
  }

  /** Of a session that was opened a moment ago. */
  async ofSecret(secret: string, origin: Origin): Promise<SessionView> {
    const member = await this.sessions.find(secret, origin);
    if (!member) throw signedOut();
    return this.of(member);
  }
}
