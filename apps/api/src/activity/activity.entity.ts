import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('activity', { comment: 'Who did what in the console; written in the transaction of the deed, never changed.' })
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
