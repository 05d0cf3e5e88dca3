import { Button } from '@mantine/core';
import { IconSearchOff, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { integrationsQuery } from '../api/integrations';
import type { UserSearch } from '../search-params';
import { EmptyFace } from '../ui/faces';

interface NoUsersProps {
  readonly filter: UserSearch;
  readonly onClear: () => void;
}

/** Three causes, three ways on: filtered away, nothing connected yet, connected but nothing sent yet. */
export function NoUsers({ filter, onClear }: NoUsersProps) {
  const { t } = useTranslation();
  const integrations = useQuery(integrationsQuery);
  const { sort: _sort, direction: _direction, ...narrowing } = filter;
  const filtered = Object.keys(narrowing).length > 0;
  if (filtered) {
    return (
      <EmptyFace
        icon={<IconSearchOff size={22} />}
        title={t('users.noHitsTitle')}
        text={t('users.noHitsText')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('users.noHitsClear')}
          </Button>
        }
      />
    );
  }
  const connected = integrations.data !== undefined && integrations.data.length > 0;
  return (
    <EmptyFace
      icon={<IconUsersGroup size={22} />}
      title={t('users.emptyTitle')}
      text={connected ? t('users.emptyText') : t('users.emptyNoIntegration')}
      action={
        <Button
          component={Link}
          to={connected ? '/integrations' : '/integrations/discover'}
          variant={connected ? 'default' : 'filled'}
        >
          {connected ? t('users.emptyIntegrations') : t('users.emptyConnect')}
        </Button>
      }
    />
  );
}
