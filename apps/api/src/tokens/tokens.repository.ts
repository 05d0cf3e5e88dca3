import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { TokenEntity } from './token.entity';
import type { TokenRow } from './token.mapper';

/** The integration whose tokens are meant. */
export interface IntegrationKey {
  readonly tenantId: string;
  readonly integrationId: string;
}

export type NewToken = Pick<
  TokenEntity,
  'tenantId' | 'integrationId' | 'id' | 'publicId' | 'digest' | 'lastFour' | 'createdBy' | 'createdById' | 'expiresAt'
>;

const LIVE = `revoked_at is null and (expires_at is null or expires_at > now())`;

/** So many of the integration's newest requests say where a token is used from. */
const LOOKED_AT = 500;
const ADDRESSES_MAX = 5;

/** Tokens with their last use, newest first. */
const LIST = `
  with recent as materialized (
    select token_id, address, at from scim_request
     where tenant_id = $1 and integration_id = $2 order by at desc limit ${LOOKED_AT}
  )
  select t.id, t.last_four as "lastFour", t.created_at as "createdAt", t.created_by as "createdBy", t.expires_at as "expiresAt",
         t.revoked_at as "revokedAt", t.revoked_by as "revokedBy", u.first_used_at as "firstUsedAt", u.last_used_at as "lastUsedAt",
         u.last_address as "lastAddress", u.last_client as "lastClient",
         array(select address from recent where token_id = t.id and address is not null
                group by address order by max(at) desc limit ${ADDRESSES_MAX}) as "recentAddresses"
    from token t
    left join token_use u on u.tenant_id = t.tenant_id and u.integration_id = t.integration_id and u.token_id = t.id
   where t.tenant_id = $1 and t.integration_id = $2 and ($3::uuid is null or t.id = $3)
   order by t.created_at desc, t.id desc`;

@Injectable()
export class TokensRepository {
  /**
   * The integration's name, and nobody else changes its tokens until the transaction ends. Undefined when there is no such integration
   * (any more).
   */
  async lockIntegration(em: EntityManager, key: IntegrationKey): Promise<string | undefined> {
    const rows = await em.query<{ name: string }[]>(
      `select name from integration where tenant_id = $1 and id = $2 and deleted_at is null for update`,
      [key.tenantId, key.integrationId],
    );
    return rows[0]?.name;
  }

  async insert(em: EntityManager, token: NewToken): Promise<void> {
    await em.insert(TokenEntity, { ...token, expiresSetAt: token.expiresAt === null ? null : () => 'now()' });
  }

  async list(em: EntityManager, key: IntegrationKey, tokenId?: string): Promise<TokenRow[]> {
    return em.query<TokenRow[]>(LIST, [key.tenantId, key.integrationId, tokenId ?? null]);
  }

  /** Ids of the tokens that open something now, newest first. */
  async liveIds(em: EntityManager, key: IntegrationKey): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>(
      `select id from token where tenant_id = $1 and integration_id = $2 and ${LIVE} order by created_at desc, id desc`,
      [key.tenantId, key.integrationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Lets live tokens end in so many seconds, unless they end earlier already. */
  async endIn(em: EntityManager, key: IntegrationKey, tokenIds: readonly string[], seconds: number): Promise<void> {
    await em
      .createQueryBuilder()
      .update(TokenEntity)
      .set({
        expiresAt: () => `least(expires_at, now() + make_interval(secs => ${Math.trunc(seconds)}))`,
        expiresSetAt: () => 'now()',
      })
      .where({ ...key, id: In([...tokenIds]) })
      .execute();
  }

  /** Gives a live token another end, or none; says whether it was live. */
  async setEnd(em: EntityManager, key: IntegrationKey, tokenId: string, expiresAt: Date | null): Promise<boolean> {
    const result = await em
      .createQueryBuilder()
      .update(TokenEntity)
      .set({ expiresAt, expiresSetAt: () => 'now()' })
      .where({ ...key, id: tokenId })
      .andWhere(LIVE)
      .execute();
    return result.affected === 1;
  }

  /** Ends live tokens at once, and says how many of them there were. */
  async revoke(em: EntityManager, key: IntegrationKey, tokenIds: readonly string[], by: string): Promise<number> {
    const result = await em
      .createQueryBuilder()
      .update(TokenEntity)
      .set({ revokedAt: () => 'now()', revokedBy: by })
      .where({ ...key, id: In([...tokenIds]) })
      .andWhere(LIVE)
      .execute();
    return result.affected ?? 0;
  }
}
