import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/api-error';
import { sessionKey } from './api/session';

/** Whoever's session ended is asked to sign in again: every page watches this one key. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof ApiError && error.code === 'signedOut') client.setQueryData(sessionKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: retryAfter } },
  });
  return client;
}

/** What the server refused it will refuse again; what never reached it is worth one more try. */
function retryAfter(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiError && error.status === 0;
}
