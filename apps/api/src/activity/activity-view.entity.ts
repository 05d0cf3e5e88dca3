import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from '../team/member.entity';

@Entity('activity_view', { comment: 'Filters of the activity log that a member saved under a name.' })
@Unique('activity_view_name_key', ['tenantId', 'memberId', 'name'])
@ForeignKey(() => MemberEntity, ['tenantId', 'memberId'], ['tenantId', 'id'], {
  name: 'activity_view_member_fk',
  onDelete: 'CASCADE',
})
export class ActivityViewEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'activity_view_pkey' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'member_id', primaryKeyConstraintName: 'activity_view_pkey' })
  memberId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_view_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  filter!: object;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
