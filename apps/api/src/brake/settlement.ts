import { Injectable } from '@nestjs/common';
import type { BrakeAction, BrakeOutcome, BrakeRefusal } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ChangeUndo, type UndoOutcome } from '../restoration/change-undo';
import { GroupRestoration } from '../restoration/group-restoration';
import type { Restorer, RestoreOutcome } from '../restoration/restore-outcome';
import { UserRestoration } from '../restoration/user-restoration';
import type { AttributeChange } from '../scim/wire/exchange';
import { NOTHING_DONE, refusalOf, sumOf } from './outcome';
import { EFFECTS_OF, EVENTS_OF, LABELS_OF, LET_GO, REJOIN, SETTLE } from './settlement-statements';
import type { TripKey } from './trip-key';

interface EffectRow {
  readonly personId: string;
  readonly effect: string;
  readonly resourceId: string;
  readonly xid: string;
  readonly eventId: string;
}

/** Decides about people of a trip: what was done to them is undone, or let go. All within the transaction it is given. */
@Injectable()
export class Settlement {
  constructor(
    private readonly users: UserRestoration,
    private readonly groups: GroupRestoration,
    private readonly changes: ChangeUndo,
  ) {}

  settle(
    em: EntityManager,
    trip: TripKey,
    personIds: readonly string[],
    by: { readonly action: BrakeAction; readonly actor: Restorer },
  ): Promise<BrakeOutcome> {
    return by.action === 'release' ? this.release(em, trip, personIds) : this.restore(em, trip, personIds, by.actor);
  }

  /** What was held is let go: the purge takes it when its 30 days are over. */
  private async release(em: EntityManager, trip: TripKey, personIds: readonly string[]): Promise<BrakeOutcome> {
    const settled = await mark(em, trip, personIds, 'released');
    await em.query(LET_GO, [...keyOf(trip), personIds]);
    return { ...NOTHING_DONE, people: settled, released: settled };
  }

  /** Groups first, then people, then their changes, the newest first, then memberships: each stands on the one before. */
  private async restore(
    em: EntityManager,
    trip: TripKey,
    personIds: readonly string[],
    actor: Restorer,
  ): Promise<BrakeOutcome> {
    const effects = await em.query<EffectRow[]>(EFFECTS_OF, [...keyOf(trip), personIds]);
    const labels = await em.query<{ id: string; label: string }[]>(LABELS_OF, [...keyOf(trip), personIds]);
    const groups = await this.groups.restore(em, trip, idsOf(effects, 'groupDeleted'), actor);
    const users = await this.users.restore(em, trip, idsOf(effects, 'deleted'), actor);
    const undone = await this.undo(em, trip, effects);
    const [rejoined] = await em.query<{ memberships: number }[]>(REJOIN, [
      ...keyOf(trip),
      personIds,
      JSON.stringify({ restoredBy: actor.name }),
    ]);
    const refusals = refusalsOf(effects, { groups: groups.outcomes, users: users.outcomes, undone }, labels);
    const refusedIds = new Set(refusals.map(({ id }) => id));
    const decided = [...new Set(effects.map(({ personId }) => personId))].filter((id) => !refusedIds.has(id));
    await mark(em, trip, decided, 'restored');
    await em.query(LET_GO, [...keyOf(trip), decided]);
    return sumOf({
      effects,
      decided,
      refusals,
      groups: groups.outcomes,
      users: users.outcomes,
      undone,
      memberships: groups.memberships + users.memberships + (rejoined?.memberships ?? 0),
    });
  }

  private async undo(
    em: EntityManager,
    trip: TripKey,
    effects: readonly EffectRow[],
  ): Promise<ReadonlyMap<string, UndoOutcome>> {
    const changed = effects.filter(({ effect }) => effect === 'deactivated' || effect === 'identity');
    if (changed.length === 0) return new Map();
    const events = await em.query<{ personId: string; data: AttributeChange[] }[]>(EVENTS_OF, [
      trip.tenantId,
      trip.integrationId,
      changed.map(({ resourceId }) => resourceId),
      changed.map(({ xid }) => xid),
      changed.map(({ eventId }) => eventId),
    ]);
    const wish = new Map<string, AttributeChange[][]>();
    for (const { personId, data } of events) wish.set(personId, [...(wish.get(personId) ?? []), data]);
    return this.changes.undo(em, trip, wish);
  }
}

interface Outcomes {
  readonly groups: ReadonlyMap<string, RestoreOutcome>;
  readonly users: ReadonlyMap<string, RestoreOutcome>;
  readonly undone: ReadonlyMap<string, UndoOutcome>;
}

/** One refusal a person: the first thing that could not come back. */
function refusalsOf(
  effects: readonly EffectRow[],
  { groups, users, undone }: Outcomes,
  labels: readonly { id: string; label: string }[],
): BrakeRefusal[] {
  const names = new Map(labels.map(({ id, label }) => [id, label]));
  const refusals = new Map<string, BrakeRefusal>();
  for (const { personId, effect, resourceId } of effects) {
    const outcome =
      effect === 'groupDeleted'
        ? groups.get(resourceId)
        : effect === 'deleted'
          ? users.get(personId)
          : undone.get(personId);
    const refusal = refusalOf(outcome, { id: personId, displayName: names.get(personId) ?? '' });
    if (refusal && !refusals.has(personId)) refusals.set(personId, refusal);
  }
  return [...refusals.values()];
}

async function mark(
  em: EntityManager,
  trip: TripKey,
  personIds: readonly string[],
  settled: 'released' | 'restored',
): Promise<number> {
  const [row] = await em.query<{ people: number }[]>(SETTLE, [...keyOf(trip), personIds, settled]);
  return row?.people ?? 0;
}

function idsOf(effects: readonly EffectRow[], effect: string): string[] {
  return [...new Set(effects.filter((each) => each.effect === effect).map(({ resourceId }) => resourceId))].sort();
}

function keyOf({ tenantId, integrationId, tripId }: TripKey): string[] {
  return [tenantId, integrationId, tripId];
}
