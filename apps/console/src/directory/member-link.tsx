import type { GroupMemberSummary } from '@rollcall/admin-contracts';
import { RowLink } from '../ui/row-link';

/** A member by name, leading to the page of the person or group that it is. */
export function MemberLink({ member }: { readonly member: GroupMemberSummary }) {
  if (member.type === 'Group') {
    return (
      <RowLink to="/groups/$groupId" params={{ groupId: member.id }}>
        {member.displayName}
      </RowLink>
    );
  }
  return (
    <RowLink to="/users/$userId" params={{ userId: member.id }}>
      {member.displayName}
    </RowLink>
  );
}
