import type { GeneratedToken } from '@rollcall/admin-contracts';
import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../ui/copy-field';
import type { ProviderWords } from '../provider-words';

interface SecretShownOnceProps {
  readonly generated: GeneratedToken;
  readonly words: ProviderWords;
  readonly onDone: () => void;
}

/**
 * URL and token under the provider's own words. The token lives in the caller's component state and nowhere else; a page
 * that the browser keeps for its Back button must not hold it either (SEC-05).
 */
export function SecretShownOnce({ generated, words, onDone }: SecretShownOnceProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useReloadWhenRevived();
  return (
    <Stack gap="md">
      <CopyField label={words.urlLabel} value={generated.scimUrl} />
      <CopyField label={words.tokenLabel} value={generated.token} />
      <Group justify="space-between" mt="xs">
        <Checkbox
          label={t('wizard.confirm')}
          checked={copied}
          onChange={(event) => {
            setCopied(event.currentTarget.checked);
          }}
        />
        <Button disabled={!copied} onClick={onDone}>
          {t('wizard.done')}
        </Button>
      </Group>
    </Stack>
  );
}

function useReloadWhenRevived(): void {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('pageshow', onShow);
    };
  }, []);
}
