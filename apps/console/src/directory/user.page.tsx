import type { UserView } from '@rollcall/admin-contracts';
import { Badge, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { userQuery } from '../api/directory';
import { readUserPageSearch } from '../search-params';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { Trail } from '../ui/trail';
import { AsOfField } from './as-of-field';
import { AttributePanels } from './attribute-panels';
import { DeletedBanner } from './deleted-banner';
import { GroupLinks } from './group-links';
import { History } from './history';
import { PastRecord } from './past-record';
import classes from './detail.module.css';
import { StatusBadge } from './status-badge';

const route = getRouteApi('/app/users/$userId');

export function UserPage() {
  const { t } = useTranslation();
  const { userId } = route.useParams();
  const { asOf } = route.useSearch({ select: readUserPageSearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const user = useQuery(userQuery(userId));
  const showAsOf = (at: string | undefined): void => {
    void navigate({ search: at === undefined ? {} : { asOf: at }, replace: true });
  };
  return (
    <Page
      title={user.data?.displayName ?? t('users.title')}
      trail={<Trail to="/users">{t('users.title')}</Trail>}
      width="reading"
      badge={user.data !== undefined && <UserBadge user={user.data} />}
      intro={user.data !== undefined && t('user.readOnly', { origin: user.data.integrationName })}
      actions={<AsOfField at={asOf} onChange={showAsOf} />}
    >
      <ListStates
        loading={user.isPending}
        error={user.data === undefined ? user.error : null}
        empty={false}
        onRetry={() => void user.refetch()}
        whenEmpty={null}
      >
        {user.data !== undefined && <UserBody user={user.data} asOf={asOf} onAsOf={showAsOf} />}
      </ListStates>
    </Page>
  );
}

function UserBadge({ user }: { readonly user: UserView }) {
  const { t } = useTranslation();
  if (user.deleted === undefined) return <StatusBadge active={user.active} />;
  return <Badge color="yellow">{t('past.deletedBadge')}</Badge>;
}

interface UserBodyProps {
  readonly user: UserView;
  readonly asOf: string | undefined;
  readonly onAsOf: (at: string) => void;
}

function UserBody({ user, asOf, onAsOf }: UserBodyProps) {
  const { t } = useTranslation();
  return (
    <>
      {user.deleted !== undefined && <DeletedBanner kind="users" record={user} deletion={user.deleted} />}
      <div className={classes.columns}>
        {asOf === undefined ? (
          <AttributePanels attributes={user.attributes} origins={user.origins} />
        ) : (
          <PastRecord kind="users" id={user.id} at={asOf} now={user.attributes} />
        )}
        <Stack gap="md" miw={0}>
          {asOf === undefined && (
            <Panel title={t('user.groups')}>
              <GroupLinks groups={user.groups} whenNone={t('user.noGroups')} />
            </Panel>
          )}
          <Panel title={t('user.history')}>
            <History changes={user.history} onAsOf={onAsOf} />
          </Panel>
          <Ignored user={user} />
          <TextLink to="/requests" search={{ resourceId: user.id }} size="sm">
            {t('integration.seeRequests')}
          </TextLink>
        </Stack>
      </div>
    </>
  );
}

/** What the identity provider sent and Rollcall did not keep (B07). */
function Ignored({ user: { ignored } }: { readonly user: UserView }) {
  const { t } = useTranslation();
  if (ignored.length === 0) return null;
  return (
    <Panel title={t('user.ignored')} text={t('user.ignoredText')}>
      <List listStyleType="none" spacing={6}>
        {ignored.map(({ message, at, requestId }) => (
          <List.Item key={message}>
            <Text size="sm">{message}</Text>
            <Text size="xs" c="dimmed">
              <RelativeTime at={at} />{' '}
              <TextLink to="/requests/$requestId" params={{ requestId }} size="xs">
                {t('user.showRequest')}
              </TextLink>
            </Text>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
