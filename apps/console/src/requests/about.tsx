import type { RequestView } from '@rollcall/admin-contracts';
import { TextLink } from '../ui/text-link';
import { visibleText } from '../ui/visible-text';

interface AboutProps {
  readonly type: 'User' | 'Group';
  readonly id: string;
  readonly name: string;
}

/** A person or group by name, leading to its page. */
export function About({ type, id, name }: AboutProps) {
  if (type === 'Group') {
    return (
      <TextLink to="/groups/$groupId" params={{ groupId: id }}>
        {visibleText(name)}
      </TextLink>
    );
  }
  return (
    <TextLink to="/users/$userId" params={{ userId: id }}>
      {visibleText(name)}
    </TextLink>
  );
}

export function aboutOf({ type, id, name }: NonNullable<RequestView['resource']>): AboutProps {
  return { type, id, name: name ?? id };
}
