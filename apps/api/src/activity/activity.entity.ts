import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('activity', { comment: 'Who did what in the console; written in the transaction of the deed, never changed.' })
@Index('activity_at_idx', { synchronize: false })
@Index('activity_actor_idx', { synchronize: false })
@Index('activity_object_idx', { synchronize: false })
@Index('activity_alert_idx', { synchronize: false })
export class ActivityEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'activity_pkey' })
  tenantId!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    name: 'id',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'activity_pkey',
  })
  id!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;

  @Column('text', { name: 'actor_type' })
  actorType!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  /** The role that the member had at that moment. */
  @Column('text', { name: 'actor_role', nullable: true, comment: 'The role that the member had at that moment.' })
  actorRole!: string | null;

  @Column('text')
  action!: string;

  @Column('text', { name: 'object_type', nullable: true })
  objectType!: string | null;

  @Column('uuid', { name: 'object_id', nullable: true })
  objectId!: string | null;

  @Column('text', { name: 'object_name', nullable: true })
  objectName!: string | null;

  @Column('text', { default: 'success' })
  result!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('jsonb', { default: {} })
  details!: object;
}
