import type { RequestView } from '@rollcall/admin-contracts';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../i18n/told/use-tell';
import { TextLink } from '../ui/text-link';
import { visibleText } from '../ui/visible-text';
import { sentName } from './sent-name';

/** Why it was refused and what to change in the identity provider, in its own words, before anything else on the page. */
export function Refusal({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const tell = useTell();
  const { error } = request.trail;
  if (error === undefined) return null;
  return (
    <Alert
      color={request.outcome === 'failed' ? 'red' : 'yellow'}
      variant="light"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      title={error.scimType === undefined ? t('request.refused') : `${t('request.refused')} (${error.scimType})`}
    >
      <Text>{visibleText(tell(error.detail))}</Text>
      {error.remedy !== undefined && (
        <Text mt="xs">
          <strong>{t('request.remedy')}:</strong> <Remedy remedy={error.remedy} provider={request.provider} />
        </Text>
      )}
      {request.status === 409 && <Holder request={request} />}
    </Alert>
  );
}

/** Who has the name that was to be given once more. */
function Holder({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation();
  const sent = sentName(request);
  if (sent === undefined) return null;
  return (
    <Text mt="xs">
      <TextLink to={sent.type === 'User' ? '/users' : '/groups'} search={{ search: sent.name }} inherit>
        {t('request.holder', { name: visibleText(sent.name) })}
      </TextLink>
    </Text>
  );
}

interface RemedyProps {
  readonly remedy: NonNullable<NonNullable<RequestView['trail']['error']>['remedy']>;
  readonly provider: RequestView['provider'];
}

function Remedy({ remedy, provider = 'other' }: RemedyProps) {
  const { t } = useTranslation();
  return t(`request.remedies.${remedy}`, {
    provider: provider === 'other' ? t('providers.other.short') : t(`providers.${provider}.name`),
    tokenLabel: t(`providers.${provider}.token`),
    urlLabel: t(`providers.${provider}.url`),
  });
}
