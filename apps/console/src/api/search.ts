import type { SearchAnswer } from '@rollcall/admin-contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client';

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/search', { q: text }, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
