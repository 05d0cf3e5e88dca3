import type { GroupExportRequest, MemberExportRequest, UserExportRequest } from '@rollcall/admin-contracts';
import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence';
import { useMay } from '../api/session';
import { Dialog } from '../ui/dialog';
import { useExport, type ExportState } from './use-export';

export type ExportWish =
  | { readonly list: 'users'; readonly path: '/users/export'; readonly filter: UserExportRequest }
  | { readonly list: 'groups'; readonly path: '/groups/export'; readonly filter: GroupExportRequest }
  | {
      readonly list: 'members';
      readonly path: `/groups/${string}/members/export`;
      readonly filter: MemberExportRequest;
    };

/** The list with its filters as a file in the reader's words; not drawn for those who may not export. */
export function ExportButton({ wish }: { readonly wish: ExportWish }) {
  const { t } = useTranslation();
  const mayExport = useMay('exportDirectory');
  const { state, start, stop } = useExport(wish);
  if (!mayExport) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={start}>
        {t('exports.button')}
      </Button>
      <Dialog opened={state.kind !== 'idle'} title={t('exports.title')} onClose={stop}>
        <Running state={state} />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={stop}>
            {t(state.kind === 'failed' ? 'common.close' : 'common.cancel')}
          </Button>
          {state.kind === 'failed' && <Button onClick={start}>{t('common.retry')}</Button>}
        </Group>
      </Dialog>
    </>
  );
}

function Running({ state }: { readonly state: ExportState }) {
  const { t, i18n } = useTranslation();
  const sentence = useErrorSentence();
  const number = new Intl.NumberFormat(i18n.language);
  if (state.kind === 'idle') return null;
  if (state.kind === 'failed') {
    return (
      <Alert color="red" variant="light" role="alert" title={t('exports.failedTitle')}>
        {sentence(state.error)}
      </Alert>
    );
  }
  const { rows, total } = state.progress;
  return (
    <>
      <Text mb="xs">{t('exports.running')}</Text>
      <Progress
        value={total === 0 ? 0 : Math.min(100, (rows / total) * 100)}
        aria-label={t('exports.running')}
        transitionDuration={200}
      />
      <Text size="sm" c="dimmed" mt="xs" mih="1.4em" className="tabular" role="status">
        {total > 0 && t('exports.progress', { rows: number.format(rows), total: number.format(Math.max(rows, total)) })}
      </Text>
      <Text size="sm" c="dimmed" mt="md">
        {t('exports.keepOpen')}
      </Text>
    </>
  );
}
