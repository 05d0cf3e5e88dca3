import type { RequestView } from '@rollcall/admin-contracts';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import { BodyText, WireText } from './json-text';

/** Headers and bodies as they were, of a request that did not succeed. */
export function WirePanel({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const { headers, requestBody, responseBody } = request.message;
  const isKept = headers !== undefined || requestBody !== undefined || responseBody !== undefined;
  return (
    <Panel title={t('request.wire')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {isKept ? t('request.wireText') : t('request.wireNone')}
        </Text>
        {headers !== undefined && <WireText label={t('request.headers')} text={linesOf(headers)} />}
        {requestBody !== undefined && <BodyText label={t('request.requestBody')} body={requestBody} />}
        {responseBody !== undefined && <BodyText label={t('request.responseBody')} body={responseBody} />}
      </Stack>
    </Panel>
  );
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
