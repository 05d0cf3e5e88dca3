import type { AsOfView } from '@rollcall/admin-contracts';
import { Alert, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asOfQuery, type DeletedKind } from '../api/directory';
import { ListStates } from '../ui/list-states';
import { Panel } from '../ui/panel';
import { exactTime } from '../ui/relative-time';
import { AttributePanels } from './attribute-panels';
import { GroupLinks } from './group-links';

interface PastRecordProps {
  readonly kind: DeletedKind;
  readonly id: string;
  readonly at: string;
  readonly now: Readonly<Record<string, unknown>>;
  /** The record with nothing hidden, where it has been revealed. */
  readonly revealed?: AsOfView | undefined;
}

/** A person or group as of a moment; what is different now is marked. */
export function PastRecord({ kind, id, at, now, revealed }: PastRecordProps) {
  const past = useQuery(asOfQuery(kind, id, at));
  const shown = revealed ?? past.data;
  return (
    <ListStates
      loading={shown === undefined && past.isPending}
      error={shown === undefined ? past.error : null}
      empty={false}
      onRetry={() => void past.refetch()}
      whenEmpty={null}
    >
      {shown !== undefined && <PastBody past={shown} now={now} />}
    </ListStates>
  );
}

function PastBody({ past, now }: { readonly past: AsOfView; readonly now: PastRecordProps['now'] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Alert color="blue" variant="light" role="status" icon={<IconHistory size={18} aria-hidden />}>
        <Sentence past={past} />
      </Alert>
      {past.attributes !== undefined && <AttributePanels attributes={past.attributes} now={now} />}
      {past.groups !== undefined && (
        <Panel title={t('user.groups')}>
          <GroupLinks groups={past.groups} whenNone={t('past.asOfNoGroups')} />
        </Panel>
      )}
    </Stack>
  );
}

function Sentence({ past }: { readonly past: AsOfView }) {
  const { t, i18n } = useTranslation();
  const when = exactTime(past.at, i18n.language);
  switch (past.state) {
    case 'present':
      return t('past.asOfBanner', { when });
    case 'notYet':
      return t('past.asOfNotYet', { when });
    case 'deleted':
      return t('past.asOfDeleted', { when });
    case 'unknown':
      return t('past.asOfUnknown', { when });
  }
}
