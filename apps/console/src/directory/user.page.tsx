import type { UserView } from '@rollcall/admin-contracts';
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { userQuery } from '../api/directory';
import { readUserPageSearch } from '../search-params';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Trail } from '../ui/trail';
import { AsOfField } from './as-of-field';
import { StatusBadge } from './status-badge';
import { UserBody } from './user-body';

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
      actions={user.data !== undefined && <AsOfField at={asOf} onChange={showAsOf} />}
    >
      <ListStates
        loading={user.isPending}
        error={user.data === undefined ? user.error : null}
        empty={false}
        onRetry={() => void user.refetch()}
        whenEmpty={null}
      >
        {user.data !== undefined && <UserBody key={userId} user={user.data} asOf={asOf} onAsOf={showAsOf} />}
      </ListStates>
    </Page>
  );
}

function UserBadge({ user }: { readonly user: UserView }) {
  const { t } = useTranslation();
  if (user.deleted === undefined) return <StatusBadge active={user.active} />;
  return <Badge color="yellow">{t('past.deletedBadge')}</Badge>;
}
