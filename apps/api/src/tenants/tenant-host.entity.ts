import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TenantEntity } from './tenant.entity';

@Entity('tenant_host', { comment: 'Hosts beyond <slug>.api.<domain> that name an organisation.' })
@Unique('tenant_host_host_key', ['host'])
@ForeignKey(() => TenantEntity, ['tenantId'], ['tenantId'], { name: 'tenant_host_tenant_fk', onDelete: 'CASCADE' })
export class TenantHostEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'tenant_host_pkey' })
  tenantId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'tenant_host_pkey' })
  host!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
