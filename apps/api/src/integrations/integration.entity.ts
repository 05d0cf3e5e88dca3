import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TenantEntity } from '../tenants/tenant.entity';

@Entity('integration')
@Check('integration_provider_check', `provider in ('entra', 'okta', 'onelogin', 'jumpcloud', 'ping', 'other')`)
@Index('integration_name_key', ['tenantId', 'nameKey'], { unique: true, where: 'deleted_at IS NULL' })
@ForeignKey(() => TenantEntity, ['tenantId'], ['tenantId'], { name: 'integration_tenant_fk', onDelete: 'CASCADE' })
export class IntegrationEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'integration_pkey' })
  tenantId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integration_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'name_key' })
  nameKey!: string;

  @Column('text')
  provider!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById!: string | null;

  @Column({ type: 'timestamptz', name: 'paused_until', precision: 3, nullable: true })
  pausedUntil!: Date | null;

  @Column({
    type: 'timestamptz',
    name: 'paused_since',
    precision: 3,
    nullable: true,
    comment: 'When the pause began, however often it was renewed since: the clock by which a provider backs off.',
  })
  pausedSince!: Date | null;

  @Column('text', { name: 'paused_by', nullable: true })
  pausedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column('text', { name: 'deleted_by', nullable: true })
  deletedBy!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'purge_began_at',
    precision: 3,
    nullable: true,
    comment:
      'From then on it is no longer whole: it cannot be restored, and a pause of the purge comes too late for it.',
  })
  purgeBeganAt!: Date | null;
}
