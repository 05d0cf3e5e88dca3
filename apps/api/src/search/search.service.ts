import { Injectable } from '@nestjs/common';
import type { NoGroupsReason, PersonHit, SearchAnswer, SearchTrace } from '@rollcall/admin-contracts';
import type { EntityManager } from 'typeorm';
import { ConsoleDatabase } from '../database/console-database';
import { visibleIntegrations, type VisibleIntegration } from '../directory/visible-integrations';
import type { Reader } from '../masking/who-sees';
import { PeopleHitsRepository, type PersonHitRow } from './people-hits.repository';
import { searchScope, type SearchScope } from './search-scope';
import {
  askedForTrace,
  deletedTrace,
  groupHit,
  integrationTrace,
  noGroupsReason,
  personHit,
  refusedTrace,
  requestHit,
  searchSource,
} from './search.mapper';
import { ThingHitsRepository } from './thing-hits.repository';
import { TracesRepository } from './traces.repository';

const NOTHING: SearchAnswer = { people: [], groups: [], integrations: [], requests: [], traces: [], sources: [] };

/** Finds, and says why somebody is not found, inactive or in no group (C04). */
@Injectable()
export class SearchService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly people: PeopleHitsRepository,
    private readonly things: ThingHitsRepository,
    private readonly traces: TracesRepository,
  ) {}

  answer(reader: Reader, typed: string): Promise<SearchAnswer> {
    if (typed.trim() === '') return Promise.resolve(NOTHING);
    const { tenantId, masked } = reader;
    return this.database.inTenant(tenantId, async (em) => {
      const integrations = await visibleIntegrations(em, tenantId);
      const names = new Map(integrations.map(({ id, name }) => [id, name]));
      const scope = searchScope(reader, [...names.keys()], typed);
      const people = await this.people.find(em, scope);
      const groups = await this.things.groups(em, scope);
      const sources = await this.things.sources(em, tenantId);
      return {
        people: await this.peopleHits(em, scope, people, integrations),
        groups: groups.map((row) => groupHit(row, names.get(row.integrationId) ?? '')),
        integrations: sources
          .filter(({ id, name }) => id === scope.id || name.toLowerCase().includes(scope.folded))
          .map(({ id, name, provider }) => ({ id, name, provider })),
        requests: (await this.things.requests(em, scope)).map((row) => requestHit(row, masked)),
        traces: await this.tracesOf(em, scope, people.length > 0),
        sources: sources.map(searchSource),
      };
    });
  }

  private async peopleHits(
    em: EntityManager,
    scope: SearchScope,
    rows: readonly PersonHitRow[],
    integrations: readonly VisibleIntegration[],
  ): Promise<PersonHit[]> {
    const hits: PersonHit[] = [];
    for (const row of rows) {
      const origin = integrations.find(({ id }) => id === row.integrationId);
      const noGroups =
        row.groupCount > 0 ? undefined : await this.noGroups(em, scope.tenantId, row, origin?.groupCount ?? 0);
      hits.push(personHit(row, origin?.name ?? '', noGroups));
    }
    return hits;
  }

  private async noGroups(
    em: EntityManager,
    tenantId: string,
    { integrationId, id: userId }: PersonHitRow,
    groupsSent: number,
  ): Promise<NoGroupsReason> {
    return noGroupsReason(await this.people.lastLeaving(em, { tenantId, integrationId, userId }), groupsSent);
  }

  /** Deleted and refused ones always: who searches "Ana" may mean the Ana that is gone. The rest only when nobody is found. */
  private async tracesOf(em: EntityManager, scope: SearchScope, isFound: boolean): Promise<SearchTrace[]> {
    const deleted = (await this.traces.deleted(em, scope)).map(deletedTrace);
    const refused = (await this.traces.refused(em, scope)).map((row) => refusedTrace(row, scope.masked));
    if (isFound) return [...deleted, ...refused];
    const integrations = (await this.traces.inDeletedIntegrations(em, scope)).map(integrationTrace);
    const known = [...deleted, ...integrations, ...refused];
    if (known.length > 0) return known;
    const asked = await this.traces.askedFor(em, scope);
    return asked ? [askedForTrace(asked)] : [];
  }
}
