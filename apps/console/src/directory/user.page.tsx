import type { UserView } from '@rollcall/admin-contracts';
import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/text-link';
import { userQuery } from '../api/directory';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { Trail } from '../ui/trail';
import { AttributePanels } from './attribute-panels';
import { History } from './history';
import classes from './detail.module.css';
import { StatusBadge } from './status-badge';

const route = getRouteApi('/app/users/$userId');

export function UserPage() {
  const { t } = useTranslation();
  const { userId } = route.useParams();
  const user = useQuery(userQuery(userId));
  return (
    <Page
      title={user.data?.displayName ?? t('users.title')}
      trail={<Trail to="/users">{t('users.title')}</Trail>}
      width="reading"
      badge={user.data !== undefined && <StatusBadge active={user.data.active} />}
      intro={user.data !== undefined && t('user.readOnly', { origin: user.data.integrationName })}
    >
      <ListStates
        loading={user.isPending}
        error={user.data === undefined ? user.error : null}
        empty={false}
        onRetry={() => void user.refetch()}
        whenEmpty={null}
      >
        {user.data !== undefined && <UserBody user={user.data} />}
      </ListStates>
    </Page>
  );
}

function UserBody({ user }: { readonly user: UserView }) {
  const { t } = useTranslation();
  return (
    <div className={classes.columns}>
      <AttributePanels attributes={user.attributes} />
      <Stack gap="md" miw={0}>
        <Panel title={t('user.groups')}>
          <Groups groups={user.groups} />
        </Panel>
        <Panel title={t('user.history')}>
          <History changes={user.history} />
        </Panel>
        <TextLink to="/requests" search={{ resourceId: user.id }} size="sm">
          {t('integration.seeRequests')}
        </TextLink>
      </Stack>
    </div>
  );
}

function Groups({ groups }: { readonly groups: UserView['groups'] }) {
  const { t } = useTranslation();
  if (groups.length === 0) return <Text c="dimmed">{t('user.noGroups')}</Text>;
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
