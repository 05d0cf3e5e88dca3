import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('token')
@Unique('token_digest_key', ['digest'])
@ForeignKey('IntegrationEntity', ['tenantId', 'integrationId'], ['tenantId', 'id'], {
  name: 'token_integration_fk',
  onDelete: 'CASCADE',
})
export class TokenEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id', primaryKeyConstraintName: 'token_pkey' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'integration_id', primaryKeyConstraintName: 'token_pkey' })
  integrationId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'token_pkey' })
  id!: string;

  @Column('text', { name: 'public_id' })
  publicId!: string;

  @Column('bytea', {
    comment: 'HMAC-SHA-256 of the secret under a pepper that is kept outside the database (SEC-02).',
  })
  digest!: Buffer;

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'expires_at',
    precision: 3,
    nullable: true,
    comment: "End of a rotation's overlap, or an end date that the admin chose; null lives until revoked.",
  })
  expiresAt!: Date | null;

  @Column({
    type: 'timestamptz',
    name: 'expires_set_at',
    precision: 3,
    nullable: true,
    comment: 'When its end was chosen: nobody is warned of a moment that had passed by then.',
  })
  expiresSetAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column('text', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column('boolean', {
    name: 'integration_deleted',
    default: false,
    comment: 'Kept by triggers: a token of a deleted integration is refused.',
  })
  integrationDeleted!: boolean;

  @Column({
    type: 'timestamptz',
    name: 'integration_paused_until',
    precision: 3,
    nullable: true,
    comment: 'Kept by triggers: until then requests are told to come back (503).',
  })
  integrationPausedUntil!: Date | null;
}
