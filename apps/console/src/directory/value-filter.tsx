import { Select, type ComboboxItem } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupQuery, groupSuggestionsQuery, workValuesQuery } from '../api/directory';

interface FilterProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const PAUSE_MS = 200;

/** Departments or titles that there are, searched on the server. */
export function WorkFilter({ field, value, onChange }: FilterProps & { readonly field: 'department' | 'title' }) {
  const { t } = useTranslation();
  const typing = useTyping(value ?? '');
  const found = useQuery(workValuesQuery(field, typing.wanted)).data ?? [];
  if (found.length === 0 && value === undefined && typing.wanted === '') return null;
  const words =
    field === 'department'
      ? ([t('users.department'), t('users.departmentAll')] as const)
      : ([t('users.jobTitle'), t('users.jobTitleAll')] as const);
  return (
    <SearchedSelect words={words} typing={typing} data={withChosen(found, value)} value={value} onChange={onChange} />
  );
}

/** Groups by name, searched on the server. */
export function GroupFilter({ value, onChange }: FilterProps) {
  const { t } = useTranslation();
  const chosen = useQuery({ ...groupQuery(value ?? ''), enabled: value !== undefined }).data;
  const typing = useTyping(chosen?.displayName ?? '');
  const groups = useQuery(groupSuggestionsQuery(typing.wanted)).data?.items ?? [];
  if (groups.length === 0 && value === undefined && typing.wanted === '') return null;
  const data = groups.map(({ id, displayName }) => ({ value: id, label: displayName }));
  if (chosen !== undefined && value !== undefined && !groups.some(({ id }) => id === value))
    data.unshift({ value, label: chosen.displayName });
  return (
    <SearchedSelect
      words={[t('users.group'), t('users.groupAll')]}
      typing={typing}
      data={data}
      value={value}
      onChange={onChange}
    />
  );
}

interface Typing {
  readonly text: string;
  readonly wanted: string;
  readonly type: (text: string) => void;
}

/** What was typed to search with; the chosen value standing in the field is no search. */
function useTyping(chosen: string): Typing {
  const [text, type] = useState('');
  const [paused] = useDebouncedValue(text, PAUSE_MS);
  return { text, type, wanted: paused === chosen ? '' : paused.trim() };
}

interface SearchedSelectProps extends FilterProps {
  readonly words: readonly [label: string, all: string];
  readonly typing: Typing;
  readonly data: readonly (string | ComboboxItem)[];
}

function SearchedSelect({ words: [label, all], typing, data, value, onChange }: SearchedSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={all}
      searchable
      clearable
      flex="1 1 10rem"
      maw={{ base: '100%', xs: 210 }}
      miw={0}
      data={[...data]}
      value={value ?? null}
      onSearchChange={typing.type}
      filter={({ options }) => options}
      nothingFoundMessage={t('users.filterNothing')}
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ 'aria-label': all }}
      onChange={(chosen) => {
        onChange(chosen ?? undefined);
      }}
    />
  );
}

function withChosen(found: readonly string[], value: string | undefined): readonly string[] {
  return value === undefined || found.includes(value) ? found : [value, ...found];
}
