import type { TokenView } from '@rollcall/admin-contracts';
import { Badge, Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session';
import { RelativeTime } from '../../ui/relative-time';
import { TwoLines } from '../../ui/two-lines';
import { tokenAdvice } from './token-hygiene';
import { isLive, TOKEN_STATE_COLORS } from './token-state';
import classes from './tokens-table.module.css';

interface TokensTableProps {
  readonly tokens: readonly TokenView[];
  readonly onRevoke: (token: TokenView) => void;
  readonly onChangeEnd: (token: TokenView) => void;
}

export function TokensTable({ tokens, onRevoke, onChangeEnd }: TokensTableProps) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table} mt="sm" aria-label={t('tokens.title')}>
      <Table.Thead>
        <Table.Tr className={classes.head}>
          <Table.Th>{t('tokens.columns.token')}</Table.Th>
          <Table.Th>{t('tokens.columns.state')}</Table.Th>
          <Table.Th>{t('tokens.columns.created')}</Table.Th>
          <Table.Th>{t('tokens.columns.used')}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t('tokens.columns.actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={onRevoke} onChangeEnd={onChangeEnd} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface TokenRowProps extends Omit<TokensTableProps, 'tokens'> {
  readonly token: TokenView;
}

function TokenRow({ token, onRevoke, onChangeEnd }: TokenRowProps) {
  const { t } = useTranslation();
  const mayRevoke = useMay('revokeTokens');
  const mayManage = useMay('manageIntegrations');
  return (
    <Table.Tr>
      <Table.Td className={classes.token}>…{token.lastFour}</Table.Td>
      <Table.Td>
        <TokenStateCell token={token} />
      </Table.Td>
      <Table.Td data-label={t('tokens.columns.created')}>
        <TwoLines first={<RelativeTime at={token.createdAt} />} second={token.createdBy} />
      </Table.Td>
      <Table.Td data-label={t('tokens.columns.used')}>
        <LastUse token={token} />
      </Table.Td>
      <Table.Td className={classes.actions}>
        {mayManage && isLive(token) && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('tokenEnd.changeNamed', { lastFour: token.lastFour })}
            onClick={() => {
              onChangeEnd(token);
            }}
          >
            {t('tokenEnd.change')}
          </Button>
        )}
        {mayRevoke && isLive(token) && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            className={classes.revoke}
            aria-label={t('tokens.revokeNamed', { lastFour: token.lastFour })}
            onClick={() => {
              onRevoke(token);
            }}
          >
            {t('integrations.revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** The date beside the state is the one at which the state ends or ended. */
function TokenStateCell({ token }: { readonly token: TokenView }) {
  const { t } = useTranslation();
  const at = token.state === 'revoked' ? token.revokedAt : token.expiresAt;
  const advice = tokenAdvice(token, new Date());
  return (
    <>
      <Badge color={TOKEN_STATE_COLORS[token.state]}>{t(`tokens.states.${token.state}`)}</Badge>
      {at !== undefined && (
        <Text size="xs" c="dimmed" mt={2}>
          <RelativeTime at={at} />
        </Text>
      )}
      {token.state === 'live' && (
        <Text size="xs" c="dimmed" mt={2}>
          {t('tokens.noEnd')}
        </Text>
      )}
      {advice !== undefined && (
        <Text size="xs" c="var(--mantine-color-yellow-light-color)" mt={2} maw={220}>
          {t(`tokens.advice.${advice}`)}
        </Text>
      )}
    </>
  );
}

function LastUse({ token }: { readonly token: TokenView }) {
  const { t } = useTranslation();
  if (token.lastUsedAt === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('tokens.neverUsed')}
      </Text>
    );
  const from = token.lastAddress === undefined ? undefined : t('tokens.usedFrom', { address: token.lastAddress });
  const others = token.recentAddresses.filter((address) => address !== token.lastAddress);
  return (
    <>
      <TwoLines
        first={<RelativeTime at={token.lastUsedAt} />}
        second={[from, token.lastClient].filter(Boolean).join(' · ')}
      />
      {others.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('tokens.usedFromAlso', { addresses: others.join(', ') })}
        </Text>
      )}
    </>
  );
}
