import type { IntegrationSummary } from '@rollcall/admin-contracts';
import { useCallback, useState } from 'react';

export type IntegrationAction = 'rename' | 'rotate' | 'revoke' | 'pause' | 'delete';

/** Which dialog is open about which integration. The subject stays while its dialog closes, so that nothing flickers. */
export interface IntegrationDialogsState {
  readonly opened: IntegrationAction | undefined;
  readonly subject: IntegrationSummary | undefined;
  readonly open: (action: IntegrationAction, subject: IntegrationSummary) => void;
  readonly close: () => void;
}

export function useIntegrationDialogs(): IntegrationDialogsState {
  const [opened, setOpened] = useState<IntegrationAction>();
  const [subject, setSubject] = useState<IntegrationSummary>();
  const open = useCallback((action: IntegrationAction, about: IntegrationSummary) => {
    setSubject(about);
    setOpened(action);
  }, []);
  const close = useCallback(() => {
    setOpened(undefined);
  }, []);
  return { opened, subject, open, close };
}
