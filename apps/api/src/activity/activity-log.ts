import { Injectable } from '@nestjs/common';
import type { ActivityAction } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ActivityEntity } from './activity.entity';
import type { Actor } from './actor';

export interface Deed {
  readonly action: ActivityAction;
  readonly object?: { readonly type: string; readonly id: string; readonly name?: string };
  readonly result?: 'success' | 'failure';
  /** Old and new values; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes who did what, in the transaction of the deed itself: neither exists without the other. */
@Injectable()
export class ActivityLog {
  async record(em: EntityManager, actor: Actor, deed: Deed): Promise<void> {
    await em.insert(ActivityEntity, {
      tenantId: actor.tenantId,
      actorType: actor.type,
      actorId: actor.id ?? null,
      actorName: actor.name,
      actorRole: actor.role ?? null,
      action: deed.action,
      objectType: deed.object?.type ?? null,
      objectId: deed.object?.id ?? null,
      objectName: deed.object?.name ?? null,
      result: deed.result ?? 'success',
      address: actor.address ?? null,
      requestId: actor.requestId ?? null,
      details: { ...deed.details },
    });
  }
}
