import { Injectable } from '@nestjs/common';
import type { AsOfView, IgnoredAttribute, Occasion } from '@rollcall/admin-contracts';
import { isJsonObject, type Json } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { sentenceWithoutPersonalValues, withoutPersonalValues } from '../masking/personal-values';
import { groupsAt } from './membership-story';
import { MembershipsRepository, type PersonKey } from './memberships.repository';
import { pastState } from './past-state';
import { PersonFactsRepository, type OccasionRow, type ResourceKey } from './person-facts.repository';

/** A record as it is stored now, in the directory or among the deleted. */
export interface StoredRecord {
  readonly resource: string;
  readonly isPresent: boolean;
}

/** How much of a person a reader sees. */
export interface Reading {
  readonly masked: boolean;
  /** The address under which lists show the person. */
  readonly listedEmail?: string | undefined;
}

export interface AttributeFacts {
  readonly origins: Readonly<Record<string, Occasion>>;
  readonly firstReceived?: Occasion;
  readonly ignored: readonly IgnoredAttribute[];
}

/** One person's or group's story: what changed and why, and what was at an earlier moment. */
@Injectable()
export class PeopleStories {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly facts: PersonFactsRepository,
  ) {}

  async attributeFacts(em: EntityManager, person: PersonKey, { masked }: Reading): Promise<AttributeFacts> {
    const key = resourceKey(person);
    const origins = await this.facts.origins(em, key);
    const arrival = await this.facts.arrival(em, key);
    const ignored = await this.facts.ignored(em, key);
    return {
      origins: Object.fromEntries(origins.map((row) => [row.path, occasion(row)])),
      ...(arrival ? { firstReceived: occasion(arrival) } : {}),
      ignored: ignored.map(({ message, at, requestId }) => ({
        message: masked ? sentenceWithoutPersonalValues(message) : message,
        at: at.toISOString(),
        requestId,
      })),
    };
  }

  async personAsOf(
    em: EntityManager,
    person: PersonKey,
    stored: StoredRecord,
    at: Date,
    reading: Reading,
  ): Promise<AsOfView> {
    const view = hidden(await this.asOf(em, resourceKey(person), stored, at), reading);
    if (view.state !== 'present' && view.state !== 'unknown') return view;
    const inside = [...groupsAt(await this.memberships.events(em, person), at)];
    const names = await this.memberships.groupNames(em, person, inside);
    const groups = inside.map((id) => ({ id, displayName: names.get(id) ?? id }));
    return { ...view, groups: groups.sort((one, other) => one.displayName.localeCompare(other.displayName)) };
  }

  async asOf(em: EntityManager, key: ResourceKey, stored: StoredRecord, at: Date): Promise<AsOfView> {
    const attributes = JSON.parse(stored.resource) as Json;
    const known = { isPresent: stored.isPresent, attributes: isJsonObject(attributes) ? attributes : {} };
    const past = pastState(known, await this.facts.changesSince(em, key, at));
    const moment = at.toISOString();
    if (past.state !== 'present') return { at: moment, state: past.state };
    const { active } = past.attributes;
    return { at: moment, state: 'present', active: active !== false, attributes: past.attributes };
  }
}

function resourceKey({ tenantId, integrationId, userId }: PersonKey): ResourceKey {
  return { tenantId, integrationId, resourceId: userId };
}

function occasion({ at, requestId }: OccasionRow): Occasion {
  return { at: at.toISOString(), ...(requestId === null ? {} : { requestId }) };
}

function hidden(view: AsOfView, { masked, listedEmail }: Reading): AsOfView {
  if (!masked || view.attributes === undefined) return view;
  const attributes = withoutPersonalValues(view.attributes, '', listedEmail) as Readonly<Record<string, unknown>>;
  return { ...view, attributes, masked };
}
