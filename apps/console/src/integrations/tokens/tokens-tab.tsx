import type { IntegrationView, TokenView } from '@rollcall/admin-contracts';
import { Alert, Button } from '@mantine/core';
import { IconKey, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session';
import { EmptyFace } from '../../ui/faces';
import { Panel } from '../../ui/panel';
import { RevokeDialog } from '../dialogs/revoke-dialog';
import type { IntegrationAction } from '../dialogs/use-integration-dialogs';
import { useNow } from '../../ui/relative-time';
import { useShortMoment } from '../moment';
import { capitalised, useProviderWords } from '../provider-words';
import { rotationOf } from './token-state';
import { TokenEndDialog } from './token-end-dialog';
import { TokensTable } from './tokens-table';

interface TokensTabProps {
  readonly view: IntegrationView;
  readonly onRotate: (action: IntegrationAction, integration: IntegrationView) => void;
}

export function TokensTab({ view, onRotate }: TokensTabProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const [chosen, setChosen] = useState<TokenView>();
  const [revoking, setRevoking] = useState(false);
  const [changingEnd, setChangingEnd] = useState(false);
  return (
    <>
      <RotationAdvice view={view} />
      <Panel
        title={t('tokens.title')}
        text={t('tokens.intro')}
        flush
        aside={
          mayManage && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => {
                onRotate('rotate', view);
              }}
            >
              {t('integrations.rotate')}
            </Button>
          )
        }
      >
        {view.tokens.length === 0 ? (
          <EmptyFace icon={<IconKey size={22} />} title={t('tokens.empty')} text={t('tokens.emptyText')} />
        ) : (
          <TokensTable
            tokens={view.tokens}
            onRevoke={(token) => {
              setChosen(token);
              setRevoking(true);
            }}
            onChangeEnd={(token) => {
              setChosen(token);
              setChangingEnd(true);
            }}
          />
        )}
      </Panel>
      {chosen !== undefined && (
        <TokenEndDialog
          opened={changingEnd}
          integration={view}
          token={chosen}
          onClose={() => {
            setChangingEnd(false);
          }}
        />
      )}
      <RevokeDialog
        opened={revoking}
        integration={view}
        tokenId={chosen?.id}
        onClose={() => {
          setRevoking(false);
        }}
      />
    </>
  );
}

/** Says when the old token may go (A11), from first use of the new and last use of the old. */
function RotationAdvice({ view }: { readonly view: IntegrationView }) {
  const { t } = useTranslation();
  const words = useProviderWords(view.provider);
  const moment = useShortMoment();
  const rotation = rotationOf(view.tokens, useNow());
  if (rotation === undefined) return null;
  return (
    <Alert
      mb="md"
      variant="light"
      color={rotation.advice === 'safeNow' ? 'green' : 'yellow'}
      title={t('tokens.safeTitle')}
      role="status"
    >
      {capitalised(
        t(`tokens.${rotation.advice}`, {
          provider: words.inSentence,
          next: rotation.next.lastFour,
          old: rotation.old.lastFour,
          until: rotation.safeAt === undefined ? '' : moment(rotation.safeAt.toISOString()),
        }),
      )}
    </Alert>
  );
}
