import { ActivityViewEntity } from './activity/activity-view.entity';
import { ActivityEntity } from './activity/activity.entity';
import type { Entities } from './database/data-source';
import { IntegrationEntity } from './integrations/integration.entity';
import { InvitationEntity } from './team/invitation.entity';
import { MemberSessionEntity } from './team/member-session.entity';
import { MemberEntity } from './team/member.entity';
import { TenantHostEntity } from './tenants/tenant-host.entity';
import { TenantEntity } from './tenants/tenant.entity';
import { TokenEntity } from './tokens/token.entity';

/** Every row class of the features, for TypeORM. */
export const entities: Entities = [
  TenantEntity,
  TenantHostEntity,
  MemberEntity,
  MemberSessionEntity,
  InvitationEntity,
  IntegrationEntity,
  TokenEntity,
  ActivityEntity,
  ActivityViewEntity,
];
