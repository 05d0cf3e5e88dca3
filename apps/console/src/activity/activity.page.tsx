import type { ActivityEntry } from '@rollcall/admin-contracts';
import { Button } from '@mantine/core';
import { IconFileDownload, IconHistory, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityQuery } from '../api/activity';
import { useMay } from '../api/session';
import { readActivitySearch } from '../search-params';
import { EmptyFace } from '../ui/faces';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { ActivityDetail } from './activity-detail';
import { ActivityFilters, type Narrow } from './activity-filters';
import { ActivityTable } from './activity-table';
import { ExportDialog } from './export-dialog';
import { SavedViews } from './saved-views';
import { useActivityPages } from './use-activity-pages';

const route = getRouteApi('/app/activity');

/** Who did what (A34): deeds of the console and every change of the directory (A35). */
export function ActivityPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readActivitySearch, structuralSharing: true });
  const navigate = route.useNavigate();
  const mayExport = useMay('exportActivity');
  const [exporting, setExporting] = useState(false);
  const [shown, setShown] = useState<ActivityEntry>();
  const narrow: Narrow = (change) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  return (
    <Page
      title={t('activity.title')}
      intro={t('activity.intro')}
      actions={
        mayExport && (
          <Button
            variant="default"
            leftSection={<IconFileDownload size={16} aria-hidden />}
            onClick={() => {
              setExporting(true);
            }}
          >
            {t('activity.export')}
          </Button>
        )
      }
    >
      <SavedViews
        filter={filter}
        onChoose={(next) => {
          void navigate({ search: next });
        }}
      />
      <ActivityFilters filter={filter} onNarrow={narrow} />
      <Log
        filter={filter}
        onShow={setShown}
        onClear={() => {
          void navigate({ search: {}, replace: true });
        }}
      />
      <ActivityDetail
        entry={shown}
        onNarrow={narrow}
        onClose={() => {
          setShown(undefined);
        }}
      />
      <ExportDialog
        opened={exporting}
        filter={filter}
        onClose={() => {
          setExporting(false);
        }}
      />
    </Page>
  );
}

interface LogProps {
  readonly filter: ReturnType<typeof readActivitySearch>;
  readonly onShow: (entry: ActivityEntry) => void;
  readonly onClear: () => void;
}

function Log({ filter, onShow, onClear }: LogProps) {
  const { t } = useTranslation();
  const activity = useInfiniteQuery(activityQuery(filter));
  const { items, pages, searching } = useActivityPages(activity);
  const filtered = Object.keys(filter).length > 0;
  return (
    <ListStates
      loading={activity.isPending}
      error={activity.data === undefined ? activity.error : null}
      empty={items.length === 0}
      onRetry={() => void activity.refetch()}
      whenEmpty={
        searching ? (
          <EmptyFace icon={<IconHistory size={22} />} title={t('activity.searching')} text={pages.sentence ?? ''} />
        ) : filtered ? (
          <EmptyFace
            icon={<IconSearchOff size={22} />}
            title={t('activity.noHitsTitle')}
            text={t('users.noHitsText')}
            action={
              <Button variant="default" onClick={onClear}>
                {t('users.noHitsClear')}
              </Button>
            }
          />
        ) : (
          <EmptyFace icon={<IconHistory size={22} />} title={t('activity.emptyTitle')} text={t('activity.emptyText')} />
        )
      }
    >
      <ActivityTable entries={items} pages={pages} stale={activity.isPlaceholderData} onShow={onShow} />
    </ListStates>
  );
}
