import type { RequestView } from '@rollcall/admin-contracts';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestQuery, revealRequest } from '../api/requests';
import { useRequestSentence } from '../i18n/request-sentence';
import { readRequestSearch } from '../search-params';
import { ListStates } from '../ui/list-states';
import { Page } from '../ui/page';
import { Panel } from '../ui/panel';
import { Reveal } from '../ui/reveal';
import { Trail } from '../ui/trail';
import { AnswerBadge } from './answer-badge';
import { CopyCurl } from './copy-curl';
import { Facts } from './facts';
import { headlineOf } from './headline';
import { Neighbours } from './neighbours';
import { Refusal } from './refusal';
import { TrailPanel } from './trail-panel';
import { WirePanel } from './wire-panel';

const route = getRouteApi('/app/requests/$requestId');

export function RequestPage() {
  const { t } = useTranslation();
  const say = useRequestSentence();
  const { requestId } = route.useParams();
  const filter = route.useSearch({ select: readRequestSearch, structuralSharing: true });
  const query = useQuery(requestQuery(requestId));
  const { shown, revealed, setRevealed } = useRevealed(requestId, query.data);
  return (
    <Page
      title={shown === undefined ? t('request.titleFallback') : headlineOf(shown, say)}
      trail={
        <Trail to="/requests" search={filter}>
          {t('requests.title')}
        </Trail>
      }
      width="reading"
      badge={shown !== undefined && <AnswerBadge status={shown.status} outcome={shown.outcome} />}
      actions={
        <>
          {shown !== undefined && <CopyCurl request={shown} />}
          <Neighbours requestId={requestId} filter={filter} />
        </>
      }
    >
      <ListStates
        loading={query.isPending}
        error={shown === undefined ? query.error : null}
        empty={false}
        onRetry={() => void query.refetch()}
        whenEmpty={null}
      >
        {shown !== undefined && (
          <Stack gap="md">
            <Refusal request={shown} />
            <Reveal
              masked={shown.masked}
              revealed={revealed}
              onReveal={async (reason) => {
                setRevealed(await revealRequest(requestId, reason));
              }}
            />
            <TrailPanel request={shown} />
            <WirePanel request={shown} />
            <Panel title={t('request.facts')}>
              <Facts request={shown} />
            </Panel>
          </Stack>
        )}
      </ListStates>
    </Page>
  );
}

/** Revealed values live in this page alone, and only while it shows the request that they belong to. */
function useRevealed(requestId: string, known: RequestView | undefined) {
  const [view, setRevealed] = useState<RequestView>();
  const revealed = view?.id === requestId;
  return { shown: revealed ? view : known, revealed, setRevealed };
}
