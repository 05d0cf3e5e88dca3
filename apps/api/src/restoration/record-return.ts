import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeletedRecordsRepository, type DeletedRow } from './deleted-records.repository';
import { causeOf, type RecordScope, type Restored, type Restorer, type RestoreOutcome } from './restore-outcome';

/** How the records of one type become rows again. */
export interface ReturningType<Row extends { readonly id: string }> {
  readonly type: 'User' | 'Group';
  /** $1 tenant, $2 integration, $3 rows as JSON, $4 cause; answers the ids that came back. Whoever's name is taken stays out. */
  readonly insert: string;
  /** $1 tenant, $2 integration, $3 keys of names: who has them, as HolderRow. */
  readonly holders: string;
  row(deleted: DeletedRow): Row;
  /** What nobody else of the integration may have. */
  nameKey(row: Row): string;
  /** Brings the memberships of these back, or has them wait for the other side; says how many are back. */
  memberships(em: EntityManager, scope: RecordScope, ids: readonly string[], restorer: Restorer): Promise<number>;
}

interface HolderRow {
  readonly id: string;
  readonly key: string;
  readonly displayName: string;
}

interface Returned {
  readonly outcomes: ReadonlyMap<string, RestoreOutcome>;
  /** Those that are back, without their memberships. */
  readonly ids: readonly string[];
}

/** Deleted records as rows of their table again: the same ids and texts, nobody's name taken away. */
@Injectable()
export class RecordReturn {
  constructor(private readonly deleted: DeletedRecordsRepository) {}

  /** One bundle of statements for all of them; nobody else restores them until the transaction ends. */
  async restore<Row extends { readonly id: string }>(
    em: EntityManager,
    scope: RecordScope,
    ids: readonly string[],
    restorer: Restorer,
    kind: ReturningType<Row>,
  ): Promise<Restored> {
    const { outcomes, ids: back } = await this.insert(em, scope, ids, restorer, kind);
    if (back.length === 0) return { outcomes, memberships: 0 };
    const memberships = await kind.memberships(em, scope, back, restorer);
    await this.deleted.drop(em, scope, back);
    return { outcomes, memberships };
  }

  private async insert<Row extends { readonly id: string }>(
    em: EntityManager,
    scope: RecordScope,
    ids: readonly string[],
    restorer: Restorer,
    kind: ReturningType<Row>,
  ): Promise<Returned> {
    const rows = await this.deleted.lock(em, scope, kind.type, ids);
    const outcomes = new Map<string, RestoreOutcome>(ids.map((id) => [id, { kind: 'missing' }]));
    for (const row of rows) if (row.expired) outcomes.set(row.id, { kind: 'expired' });
    const given = rows.filter((row) => !row.expired).map((row) => kind.row(row));
    if (given.length === 0) return { outcomes, ids: [] };
    const key = [scope.tenantId, scope.integrationId];
    const made = await em.query<{ id: string }[]>(kind.insert, [...key, JSON.stringify(given), causeOf(restorer)]);
    for (const { id } of made) outcomes.set(id, { kind: 'restored' });
    const refused = given.filter(({ id }) => outcomes.get(id)?.kind !== 'restored');
    const keys = refused.map((row) => kind.nameKey(row));
    const holders = keys.length === 0 ? [] : await em.query<HolderRow[]>(kind.holders, [...key, keys]);
    for (const row of refused) {
      const holder = holders.find((each) => each.key === kind.nameKey(row));
      if (!holder) continue;
      const { id, displayName } = holder;
      outcomes.set(row.id, { kind: 'nameTaken', holder: { type: kind.type, id, displayName } });
    }
    return { outcomes, ids: made.map(({ id }) => id) };
  }
}
