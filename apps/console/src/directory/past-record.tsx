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
}

/** A person or group as of a moment; what is different now is marked. */
export function PastRecord({ kind, id, at, now }: PastRecordProps) {
  const past = useQuery(asOfQuery(kind, id, at));
  return (
    <ListStates
      loading={past.isPending}
      error={past.data === undefined ? past.error : null}
      empty={false}
      onRetry={() => void past.refetch()}
      whenEmpty={null}
    >
      {past.data !== undefined && <PastBody kind={kind} past={past.data} now={now} />}
    </ListStates>
  );
}

function PastBody({
  kind,
  past,
  now,
}: {
  readonly kind: DeletedKind;
  readonly past: AsOfView;
  readonly now: PastRecordProps['now'];
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Alert color="blue" variant="light" role="status" icon={<IconHistory size={18} aria-hidden />}>
        <Sentence past={past} />
        {kind === 'groups' && past.state === 'present' && ` ${t('past.asOfNoMembers')}`}
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
