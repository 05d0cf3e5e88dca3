import type { RequestView } from '@rollcall/admin-contracts';
import { Button, Code, Text } from '@mantine/core';
import { IconTerminal2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../ui/copy-text';
import { Dialog } from '../ui/dialog';
import { useNotify } from '../ui/notify';
import { curlOf, needsBodyFile } from './curl';
import classes from './trail-panel.module.css';

/** Where copying is refused the command is shown to be selected (A06). */
export function CopyCurl({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [shown, setShown] = useState(false);
  const hint = needsBodyFile(request) ? ` ${t('request.curlBody')}` : '';
  const copy = async (): Promise<void> => {
    if (await copyText(curlOf(request))) notify(t('request.curlCopied') + hint);
    else setShown(true);
  };
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconTerminal2 size={16} aria-hidden />}
        onClick={() => void copy()}
      >
        {t('request.copyCurl')}
      </Button>
      <Dialog
        opened={shown}
        title={t('request.curlTitle')}
        size="lg"
        onClose={() => {
          setShown(false);
        }}
      >
        <Text mb="sm">{t('request.curlText') + hint}</Text>
        <Code block className={classes.json} tabIndex={0}>
          {curlOf(request)}
        </Code>
      </Dialog>
    </>
  );
}
