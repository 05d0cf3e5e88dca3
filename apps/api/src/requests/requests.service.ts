import { Injectable } from '@nestjs/common';
import { REQUESTS_COUNTED_MAX, type RequestPage, type RequestQuery, type RequestView } from '@rollcall/admin-contracts';
import { notFound } from '../console/console-error';
import { decodeCursor, encodeCursor } from '../console/cursor';
import { ConsoleDatabase } from '../database/console-database';
import { requestSummary, requestView } from './request.mapper';
import { RequestsRepository } from './requests.repository';

/** What identity providers asked and how it was answered (C01, C02). */
@Injectable()
export class RequestsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly requests: RequestsRepository,
  ) {}

  list(tenantId: string, query: RequestQuery & { readonly limit: number }): Promise<RequestPage> {
    const cursor = decodeCursor(query.cursor, ['string', 'uuid']) as [string, string] | undefined;
    const wish = {
      ...query,
      tenantId,
      limit: query.limit + 1,
      ...(cursor ? { after: { at: cursor[0], id: cursor[1] } } : {}),
    };
    return this.database.inTenant(tenantId, async (em) => {
      const rows = await this.requests.page(em, wish);
      const count = await this.requests.count(em, wish);
      const last = rows[query.limit - 1];
      return {
        items: rows.slice(0, query.limit).map(requestSummary),
        total: Math.min(count, REQUESTS_COUNTED_MAX),
        ...(count > REQUESTS_COUNTED_MAX ? { totalIsMinimum: true as const } : {}),
        ...(rows.length > query.limit && last ? { nextCursor: encodeCursor([last.at.toISOString(), last.id]) } : {}),
      };
    });
  }

  get(tenantId: string, id: string): Promise<RequestView> {
    return this.database.inTenant(tenantId, async (em) => {
      const row = await this.requests.find(em, tenantId, id);
      if (!row) throw notFound('request');
      return requestView(row);
    });
  }
}
