import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TenantEntity } from '../tenants/tenant.entity';

@Entity('invitation', {
  comment:
    'Pending invitations; only the SHA-256 of a link is kept. Accepted and revoked ones are gone: the activity log tells of them.',
})
@Unique('invitation_email_key', ['tenantId', 'emailKey'])
@Unique('invitation_digest_key', ['digest'])
@Check('invitation_role_check', `role in ('owner', 'admin', 'support', 'auditor')`)
@ForeignKey(() => TenantEntity, ['tenantId'], ['tenantId'], { name: 'invitation_tenant_fk', onDelete: 'CASCADE' })
export class InvitationEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'invitation_pkey' })
  tenantId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'email_key' })
  emailKey!: string;

  @Column('text')
  role!: string;

  @Column('bytea')
  digest!: Buffer;

  @Column('text', { name: 'invited_by' })
  invitedBy!: string;

  @Column('uuid', { name: 'invited_by_id' })
  invitedById!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;
}
