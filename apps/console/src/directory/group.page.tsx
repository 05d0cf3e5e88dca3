import type { GroupView } from '@rollcall/admin-contracts';
import { Badge, Box, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GROUP_TABS as TABS, readGroupTab } from '../search-params';
import { groupQuery } from '../api/directory';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { Trail } from '../ui/trail';
import { AsOfField } from './as-of-field';
import { AttributePanels } from './attribute-panels';
import { DeletedBanner } from './deleted-banner';
import { GroupLinks } from './group-links';
import { GroupMembers } from './group-members';
import { History } from './history';
import { PastMembers } from './past-members';
import { PastRecord } from './past-record';
import { useHistory } from './use-history';

const route = getRouteApi('/app/groups/$groupId');

export function GroupPage() {
  const { t } = useTranslation();
  const { groupId } = route.useParams();
  const group = useQuery(groupQuery(groupId));
  return (
    <Page
      title={group.data?.displayName ?? t('groups.title')}
      trail={<Trail to="/groups">{t('groups.title')}</Trail>}
      width="reading"
      badge={
        group.data !== undefined &&
        (group.data.deleted === undefined ? (
          <Badge color="gray">{t('groups.memberCount', { count: group.data.memberCount })}</Badge>
        ) : (
          <Badge color="yellow">{t('past.deletedBadge')}</Badge>
        ))
      }
      intro={group.data !== undefined && t('user.readOnly', { origin: group.data.integrationName })}
    >
      <ListStates
        loading={group.isPending}
        error={group.data === undefined ? group.error : null}
        empty={false}
        onRetry={() => void group.refetch()}
        whenEmpty={null}
      >
        {group.data?.deleted !== undefined && (
          <DeletedBanner kind="groups" record={group.data} deletion={group.data.deleted} />
        )}
        {group.data !== undefined && <GroupTabs group={group.data} />}
      </ListStates>
    </Page>
  );
}

function GroupTabs({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation();
  const { tab, search, asOf } = route.useSearch({ select: readGroupTab, structuralSharing: true });
  const navigate = route.useNavigate();
  const history = useHistory('groups', group.id, group.history);
  const showAsOf = (at: string | undefined, on: 'members' | 'attributes' = 'attributes'): void => {
    const shown = on === 'members' ? {} : { tab: on };
    void navigate({ search: { ...shown, ...(at === undefined ? {} : { asOf: at }) }, replace: true });
  };
  return (
    <Tabs
      value={tab ?? 'members'}
      keepMounted={false}
      onChange={(chosen) => {
        const next = TABS.find((candidate) => candidate === chosen);
        void navigate({ search: next === undefined || next === 'members' ? {} : { tab: next }, replace: true });
      }}
    >
      <Tabs.List mb="lg">
        {TABS.map((key) => (
          <Tabs.Tab key={key} value={key}>
            {t(`group.tabs.${key}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="members">
        <Members
          group={group}
          search={search}
          asOf={asOf}
          onSearch={(next) => {
            void navigate({ search: next === '' ? {} : { search: next }, replace: true });
          }}
          onAsOf={(at) => {
            showAsOf(at, 'members');
          }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="attributes">
        <Box mb="md">
          <AsOfField at={asOf} onChange={showAsOf} />
        </Box>
        <Stack gap="md">
          {asOf === undefined ? (
            <AttributePanels attributes={group.attributes} />
          ) : (
            <PastRecord kind="groups" id={group.id} at={asOf} now={group.attributes} />
          )}
          {group.groups.length > 0 && (
            <Panel title={t('group.memberOf')}>
              <GroupLinks groups={group.groups} whenNone="" />
            </Panel>
          )}
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <Panel>
          <History {...history} onAsOf={showAsOf} />
        </Panel>
      </Tabs.Panel>
    </Tabs>
  );
}

interface MembersProps {
  readonly group: GroupView;
  readonly search: string | undefined;
  readonly asOf: string | undefined;
  readonly onSearch: (search: string) => void;
  readonly onAsOf: (at: string | undefined) => void;
}

/** Who is in the group now, or was at a moment; of a deleted group only the past has members. */
function Members({ group, search, asOf, onSearch, onAsOf }: MembersProps) {
  const { t } = useTranslation();
  return (
    <>
      <Box mb="md">
        <AsOfField at={asOf} onChange={onAsOf} />
      </Box>
      {asOf !== undefined ? (
        <PastMembers groupId={group.id} at={asOf} />
      ) : group.deleted === undefined ? (
        <GroupMembers groupId={group.id} search={search} onSearch={onSearch} />
      ) : (
        <Text c="dimmed">{t('group.membersGone')}</Text>
      )}
    </>
  );
}
