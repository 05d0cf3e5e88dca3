import { Injectable } from '@nestjs/common';
import type { Language, NotificationKind } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { KINDS_BY_DEFAULT } from './gathering';

export interface OwnChoice {
  readonly kinds: readonly NotificationKind[];
  /** Null: the organisation's. */
  readonly language: Language | null;
}

interface Row {
  readonly kinds: readonly NotificationKind[] | null;
  readonly language: Language | null;
}

/** What a member chose to get by e-mail. */
@Injectable()
export class OwnNotificationsRepository {
  async find(em: EntityManager, key: { readonly tenantId: string; readonly memberId: string }): Promise<OwnChoice> {
    const text = 'select kinds, language from member_notification where tenant_id = $1 and member_id = $2';
    const [row] = await em.query<Row[]>(text, [key.tenantId, key.memberId]);
    return { kinds: row?.kinds ?? KINDS_BY_DEFAULT, language: row?.language ?? null };
  }

  async save(
    em: EntityManager,
    key: { readonly tenantId: string; readonly memberId: string },
    { kinds, language }: OwnChoice,
  ): Promise<void> {
    await em.query(
      `insert into member_notification (tenant_id, member_id, kinds, language) values ($1, $2, $3, $4)
       on conflict (tenant_id, member_id) do update set kinds = excluded.kinds, language = excluded.language`,
      [key.tenantId, key.memberId, kinds, language],
    );
  }
}
