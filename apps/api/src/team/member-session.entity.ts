import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity';

@Entity('member_session')
@Unique('member_session_digest_key', ['digest'])
@Index('member_session_member_idx', ['tenantId', 'memberId'])
@ForeignKey(() => MemberEntity, ['tenantId', 'memberId'], ['tenantId', 'id'], {
  name: 'member_session_member_fk',
  onDelete: 'CASCADE',
})
export class MemberSessionEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'member_session_pkey' })
  tenantId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_session_pkey' })
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('bytea')
  digest!: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at', precision: 3, default: () => 'now()' })
  lastSeenAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'confirmed_at',
    precision: 3,
    default: () => 'now()',
    comment: 'When the password was last given; sensitive deeds need it to be recent (SEC-49).',
  })
  confirmedAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;
}
