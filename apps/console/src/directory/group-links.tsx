import { List, Text } from '@mantine/core';
import { TextLink } from '../ui/text-link';

interface GroupLinksProps {
  readonly groups: readonly { readonly id: string; readonly displayName: string }[];
  readonly whenNone: string;
}

export function GroupLinks({ groups, whenNone }: GroupLinksProps) {
  if (groups.length === 0) return <Text c="dimmed">{whenNone}</Text>;
  return (
    <List listStyleType="none" spacing={6}>
      {groups.map((group) => (
        <List.Item key={group.id}>
          <TextLink to="/groups/$groupId" params={{ groupId: group.id }}>
            {group.displayName}
          </TextLink>
        </List.Item>
      ))}
    </List>
  );
}
