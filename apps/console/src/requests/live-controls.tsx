import { Button } from '@mantine/core';
import { IconArrowUp, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './live-controls.module.css';
import type { LiveTail } from './live-tail';

export function LiveButton({ live, setLive }: Pick<LiveTail, 'live' | 'setLive'>) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      aria-pressed={live}
      title={live ? t('requests.livePause') : t('requests.liveResume')}
      leftSection={live ? <span className={classes.pulse} aria-hidden /> : <IconPlayerPause size={14} aria-hidden />}
      onClick={() => {
        setLive(!live);
      }}
    >
      {t('requests.live')}
    </Button>
  );
}

/** "12 new requests" above the reader, who goes there when it suits. */
export function WaitingPill({ waiting, showWaiting }: Pick<LiveTail, 'waiting' | 'showWaiting'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.pill} role="status">
      {waiting > 0 && (
        <Button radius="xl" size="xs" leftSection={<IconArrowUp size={14} aria-hidden />} onClick={showWaiting}>
          {waiting === Infinity ? t('requests.manyNewRequests') : t('requests.newRequests', { count: waiting })}
        </Button>
      )}
    </div>
  );
}
