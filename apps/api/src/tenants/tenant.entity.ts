import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('tenant')
@Unique('tenant_slug_key', ['slug'])
export class TenantEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'tenant_pkey' })
  tenantId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
