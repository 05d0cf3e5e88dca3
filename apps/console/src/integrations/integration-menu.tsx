import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconEye,
  IconKeyOff,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuLink } from '../ui/menu-link';
import { useMay } from '../api/session';
import type { IntegrationAction } from './dialogs/use-integration-dialogs';
import classes from './integration-menu.module.css';
import { useResume } from './pause/use-resume';

interface IntegrationMenuProps {
  readonly integration: IntegrationSummary;
  /** The page of the integration itself needs no way to it. */
  readonly withDetails?: boolean;
  readonly onAction: (action: IntegrationAction, integration: IntegrationSummary) => void;
}

/** The ellipsis menu (A07); what the person's role may not do is not in it. */
export function IntegrationMenu({ integration, withDetails = false, onAction }: IntegrationMenuProps) {
  const { t } = useTranslation();
  const mayManage = useMay('manageIntegrations');
  const mayRevoke = useMay('revokeTokens');
  const dots = useRef<HTMLButtonElement>(null);
  const act = (action: IntegrationAction) => () => {
    // The entry is gone when the dialog closes; the focus comes back to where it was when the dialog opened.
    dots.current?.focus();
    onAction(action, integration);
  };
  if (!withDetails && !mayManage && !mayRevoke) return null;
  return (
    <Menu position="bottom-end" width={196}>
      <Menu.Target>
        <ActionIcon
          ref={dots}
          size="lg"
          className={classes.dots}
          aria-label={t('integrations.menu', { name: integration.name })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {withDetails && (
          <MenuLink
            to="/integrations/$integrationId"
            params={{ integrationId: integration.id }}
            leftSection={<IconEye size={16} aria-hidden />}
          >
            {t('integrations.viewDetails')}
          </MenuLink>
        )}
        {mayManage && (
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={act('rename')}>
            {t('integrations.rename')}
          </Menu.Item>
        )}
        {mayManage && (
          <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={act('rotate')}>
            {t('integrations.rotate')}
          </Menu.Item>
        )}
        {mayRevoke && (
          <Menu.Item leftSection={<IconKeyOff size={16} aria-hidden />} onClick={act('revoke')}>
            {t('integrations.revoke')}
          </Menu.Item>
        )}
        {mayManage && <PauseItems integration={integration} onPause={act('pause')} />}
        {mayManage && <Menu.Divider />}
        {mayManage && (
          <Menu.Item
            className={classes.danger}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={act('delete')}
          >
            {t('integrations.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface PauseItemsProps {
  readonly integration: IntegrationSummary;
  readonly onPause: () => void;
}

function PauseItems({ integration, onPause }: PauseItemsProps) {
  const { t } = useTranslation();
  const resume = useResume();
  const paused = integration.state === 'paused';
  return (
    <>
      {paused && (
        <Menu.Item
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => {
            resume(integration);
          }}
        >
          {t('pause.resume')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={onPause}>
        {paused ? t('pause.renew') : t('pause.action')}
      </Menu.Item>
    </>
  );
}
