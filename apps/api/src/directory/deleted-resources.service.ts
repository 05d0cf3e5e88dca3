import { Injectable } from '@nestjs/common';
import type { DeletedQuery, DeletedSummary, Page } from '@rollcall/admin-contracts';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import { deletedSummary } from './deleted.mapper';
import { DeletedResourcesRepository, type DeletedSelection, type DeletedType } from './deleted-resources.repository';
import { visibleIntegrations } from './visible-integrations';

/** People and groups that were deleted within 30 days, and can be restored until then (A19, C09). */
@Injectable()
export class DeletedResourcesService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly deleted: DeletedResourcesRepository,
  ) {}

  list(
    tenantId: string,
    type: DeletedType,
    wish: DeletedQuery & { readonly limit: number },
  ): Promise<Page<DeletedSummary>> {
    const cursor = decodeCursor(wish.cursor, ['string', 'uuid']) as [string, string] | undefined;
    const after = cursor && { at: cursor[0], id: cursor[1] };
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId, wish.integrationId);
      const names = new Map(integrations.map(({ id, name }) => [id, name]));
      const text = wish.search?.trim() ?? '';
      const own = { tenantId, integrationIds: [...names.keys()], type };
      const selection: DeletedSelection = text === '' ? own : { ...own, search: text };
      const rows = await this.deleted.page(em, selection, wish.limit + 1, after);
      const last = rows[wish.limit - 1];
      return {
        items: rows.slice(0, wish.limit).map((row) => deletedSummary(row, names.get(row.integrationId) ?? '')),
        total: await this.deleted.count(em, selection),
        ...(rows.length > wish.limit && last
          ? { nextCursor: encodeCursor([last.deletedAt.toISOString(), last.id]) }
          : {}),
      };
    });
  }
}
