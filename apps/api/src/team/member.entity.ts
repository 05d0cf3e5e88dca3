import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TenantEntity } from '../tenants/tenant.entity';

/** A person of the console's team; never joined with people of the directory (SEC-22). */
@Entity('member')
@Unique('member_email_key', ['tenantId', 'emailKey'])
@Check('member_role_check', `role in ('owner', 'admin', 'support', 'auditor')`)
@Check('member_status_check', `status in ('active', 'suspended')`)
@ForeignKey(() => TenantEntity, ['tenantId'], ['tenantId'], { name: 'member_tenant_fk', onDelete: 'CASCADE' })
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'member_pkey' })
  tenantId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'email_key' })
  emailKey!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text')
  role!: string;

  @Column('text', { default: 'active' })
  status!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  /** The newest alert in the activity log that this person has put away. */
  @Column('bigint', {
    name: 'alerts_seen_id',
    default: 0,
    comment: 'The newest alert in the activity log that this person has put away.',
  })
  alertsSeenId!: string;

  @Column({ type: 'timestamptz', name: 'last_sign_in_at', precision: 3, nullable: true })
  lastSignInAt!: Date | null;
}
