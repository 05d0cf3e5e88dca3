import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { SetupRequest } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ActivityLog } from '../activity/activity-log';
import { HostsConfig } from '../config/hosts.config';
import { SetupConfig } from '../config/setup.config';
import { StartupFault } from '../config/startup-fault';
import { badInput, setupDone, setupLinkInvalid } from '../console/console-error';
import { ConsoleDatabase } from '../database/console-database';
import { slugFor } from '../tenants/slug';
import { TenantHosts } from '../tenants/tenant-hosts';
import { MembersRepository } from './members.repository';
import { PasswordHasher } from './password-hasher';
import { passwordFault } from './password-rules';
import { newSecret, secretDigest } from './session-secret';
import { Sessions, type Origin } from './sessions.service';

/** Whoever sets up takes this lock; the second one finds the work done. */
const SETUP_LOCK = 7_262_005;
const LINK_PREFIX = 'rci_';

/** A link counts until it is used or a newer one was made. */
const USABLE = `redeemed_at is null and not exists (select from setup_link newer where newer.created_at > setup_link.created_at)`;

/** Newer than all others, even of the same millisecond, and when the clock was put back. */
const NEW_LINK = `insert into setup_link (digest, created_at)
  select $1, greatest(clock_timestamp(), max(created_at) + interval '1 millisecond') from setup_link`;

interface FirstOwner {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface NewOrganisation {
  readonly tenantId: string;
  readonly memberId: string;
}

/** Makes the first organisation and its Owner: through the printed one-time link, or from the environment. Happens once. */
@Injectable()
export class SetupService implements OnApplicationBootstrap {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly tenants: TenantHosts,
    private readonly passwords: PasswordHasher,
    private readonly members: MembersRepository,
    private readonly sessions: Sessions,
    private readonly activity: ActivityLog,
    private readonly hosts: HostsConfig,
    private readonly config: SetupConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.owner && (await this.isNeeded())) await this.setUpFromEnvironment(this.config.owner);
  }

  async isNeeded(): Promise<boolean> {
    const rows = await this.database.query<{ needed: boolean }>(`select not exists (select from tenants()) as needed`);
    return rows[0]?.needed ?? false;
  }

  /** A new link that makes all older ones invalid; undefined once there is an organisation. Only its digest is kept. */
  async issueSetupLink(): Promise<string | undefined> {
    if (!(await this.isNeeded())) return undefined;
    const token = LINK_PREFIX + newSecret();
    await this.database.query(NEW_LINK, [secretDigest(token)]);
    return `${this.hosts.publicUrl}/setup?token=${token}`;
  }

  /** Makes organisation and Owner and signs the Owner in: the session's secret. @throws setupDone, setupLinkInvalid, badInput */
  async redeem(request: SetupRequest, origin: Origin): Promise<string> {
    const digest = secretDigest(request.setupToken);
    if (!(await this.isNeeded())) throw setupDone();
    await this.requireUsable(digest);
    const owner = { ...request, organisation: request.tenantName };
    const fault = faultOf(owner);
    if (fault !== undefined) throw badInput({ password: fault });
    const passwordHash = await this.passwords.hash(owner.password);
    const secret = await this.create(owner, passwordHash, async (em, made) => {
      await this.useUp(em, digest);
      return this.sessions.open(em, made, origin);
    });
    await this.tenants.refresh();
    return secret;
  }

  private async setUpFromEnvironment(owner: FirstOwner): Promise<void> {
    const fault = faultOf(owner);
    if (fault !== undefined) throw new StartupFault(`ROLLCALL_SETUP_PASSWORD cannot be used: ${fault}`);
    const passwordHash = await this.passwords.hash(owner.password);
    await this.create(owner, passwordHash, async () => undefined).catch((error: unknown) => {
      if (!isSetupDone(error)) throw error;
    });
    await this.tenants.refresh();
  }

  private create<Result>(
    owner: FirstOwner,
    passwordHash: string,
    andThen: (em: EntityManager, made: NewOrganisation) => Promise<Result>,
  ): Promise<Result> {
    const made = { tenantId: uuid(), memberId: uuid() };
    return this.database.inTenant(made.tenantId, async (em) => {
      const slug = await this.claim(em, owner.organisation);
      await this.members.insertTenant(em, { tenantId: made.tenantId, slug, name: owner.organisation.trim() });
      await this.members.insert(em, {
        ...made,
        name: owner.name.trim(),
        email: owner.email.trim(),
        passwordHash,
        role: 'owner',
      });
      await this.activity.record(
        em,
        { tenantId: made.tenantId, type: 'member', id: made.memberId, name: owner.name.trim() },
        {
          action: 'organisation.created',
          object: { type: 'tenant', id: made.tenantId, name: owner.organisation.trim() },
        },
      );
      return andThen(em, made);
    });
  }

  /** Waits for others who set up at this moment, and goes on only if none of them succeeded. */
  private async claim(em: EntityManager, organisation: string): Promise<string> {
    await em.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
    const taken = await em.query<{ slug: string }[]>(`select slug from tenants()`);
    if (taken.length > 0) throw setupDone();
    return slugFor(organisation, new Set());
  }

  private async requireUsable(digest: Buffer): Promise<void> {
    const found = await this.database.query(`select 1 from setup_link where digest = $1 and ${USABLE}`, [digest]);
    if (found.length === 0) throw setupLinkInvalid();
  }

  private async useUp(em: EntityManager, digest: Buffer): Promise<void> {
    const [, used] = await em.query<[unknown[], number]>(
      `update setup_link set redeemed_at = now() where digest = $1 and ${USABLE}`,
      [digest],
    );
    if (used === 0) throw setupLinkInvalid();
  }
}

function faultOf(owner: FirstOwner): string | undefined {
  return passwordFault(owner.password, [owner.organisation, owner.name, owner.email]);
}

function isSetupDone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'setupDone';
}
