/** A change of a group that concerns one person: joined, left, or the group itself was deleted. */
export interface MembershipEvent {
  readonly at: Date;
  readonly kind: 'membersAdded' | 'membersRemoved' | 'deleted';
  readonly groupId: string;
}

/** The groups that the person was in at a moment, by changes that are given oldest first. */
export function groupsAt(events: readonly MembershipEvent[], at: Date): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const event of events) {
    if (event.at > at) continue;
    if (event.kind === 'membersAdded') inside.add(event.groupId);
    else inside.delete(event.groupId);
  }
  return inside;
}
