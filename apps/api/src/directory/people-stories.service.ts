import { Injectable } from '@nestjs/common';
import type { AsOfView, ChangeView, IgnoredAttribute, Occasion } from '@rollcall/admin-contracts';
import { isJsonObject, type Json } from '@rollcall/scim-protocol';
import type { EntityManager } from 'typeorm';
import { HistoryRepository } from './history.repository';
import { groupsAt, membershipSteps, type MembershipStep } from './membership-story';
import { MembershipsRepository, type PersonKey } from './memberships.repository';
import { pastState } from './past-state';
import { PersonFactsRepository, type OccasionRow, type ResourceKey } from './person-facts.repository';

const STEPS_SHOWN = 100;

/** A record as it is stored now, in the directory or among the deleted. */
export interface StoredRecord {
  readonly resource: string;
  readonly isPresent: boolean;
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
    private readonly history: HistoryRepository,
    private readonly memberships: MembershipsRepository,
    private readonly facts: PersonFactsRepository,
  ) {}

  /** Own changes and groups joined and left, newest first (C03). */
  async timeLine(em: EntityManager, person: PersonKey): Promise<ChangeView[]> {
    const own = await this.history.of(em, resourceKey(person));
    const steps = membershipSteps(await this.memberships.events(em, person))
      .slice(-STEPS_SHOWN)
      .reverse();
    const names = await this.memberships.groupNames(em, person, [...new Set(steps.map(({ groupId }) => groupId))]);
    const joined = steps.map((step) => stepView(step, names.get(step.groupId)));
    return [...own, ...joined].sort(
      (one, other) => other.at.localeCompare(one.at) || Number(other.id) - Number(one.id),
    );
  }

  async attributeFacts(em: EntityManager, person: PersonKey): Promise<AttributeFacts> {
    const key = resourceKey(person);
    const origins = await this.facts.origins(em, key);
    const arrival = await this.facts.arrival(em, key);
    const ignored = await this.facts.ignored(em, key);
    return {
      origins: Object.fromEntries(origins.map((row) => [row.path, occasion(row)])),
      ...(arrival ? { firstReceived: occasion(arrival) } : {}),
      ignored: ignored.map(({ message, at, requestId }) => ({ message, at: at.toISOString(), requestId })),
    };
  }

  async personAsOf(em: EntityManager, person: PersonKey, stored: StoredRecord, at: Date): Promise<AsOfView> {
    const view = await this.asOf(em, resourceKey(person), stored, at);
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

function stepView({ id, at, step, groupId, requestId }: MembershipStep, name: string | undefined): ChangeView {
  const group = name ?? 'a group that no longer exists';
  return {
    id,
    at: at.toISOString(),
    kind: step,
    summary: stepSentence(step, group),
    ...(requestId === null ? {} : { requestId }),
    ...(name === undefined ? {} : { group: { id: groupId, displayName: name } }),
  };
}

function stepSentence(step: MembershipStep['step'], group: string): string {
  switch (step) {
    case 'joined':
      return `Joined ${group}`;
    case 'left':
      return `Left ${group}`;
    case 'groupDeleted':
      return `Left ${group}: the group was deleted`;
  }
}
