/** A change of a group that concerns one person: joined, left, or the group itself was deleted. */
export interface MembershipEvent {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'membersAdded' | 'membersRemoved' | 'deleted';
  readonly groupId: string;
  readonly requestId: string | null;
}

export interface MembershipStep extends MembershipEvent {
  readonly step: 'joined' | 'left' | 'groupDeleted';
}

/** The steps of one person through groups, oldest first as they came in: deletions of groups that the person was not in leave no step. */
export function membershipSteps(events: readonly MembershipEvent[]): readonly MembershipStep[] {
  const inside = new Set<string>();
  const steps: MembershipStep[] = [];
  for (const event of events) {
    const wasInside = inside.has(event.groupId);
    if (event.kind === 'membersAdded') inside.add(event.groupId);
    else inside.delete(event.groupId);
    if (event.kind === 'membersAdded') steps.push({ ...event, step: 'joined' });
    else if (event.kind === 'membersRemoved') steps.push({ ...event, step: 'left' });
    else if (wasInside) steps.push({ ...event, step: 'groupDeleted' });
  }
  return steps;
}

/** The groups that the person was in at a moment. */
export function groupsAt(events: readonly MembershipEvent[], at: Date): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const event of events) {
    if (event.at > at) continue;
    if (event.kind === 'membersAdded') inside.add(event.groupId);
    else inside.delete(event.groupId);
  }
  return inside;
}
