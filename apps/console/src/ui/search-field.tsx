import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
  readonly delayMs?: number;
}

/** Reports what was typed once the typing pauses; follows `value` when it changes from outside (Back, "Clear filters"). */
export function SearchField({ label, value, onSearch, delayMs = 250 }: SearchFieldProps) {
  const { t } = useTranslation();
  const { text, type } = useDebouncedText(value, onSearch, delayMs);
  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t('common.clear')}
            onClick={() => {
              type('');
            }}
          />
        )
      }
      styles={{ input: { appearance: 'none' } }}
      flex="1 1 16rem"
      maw={420}
      miw={0}
    />
  );
}

function useDebouncedText(value: string, onSearch: (value: string) => void, delayMs: number) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [reported, setReported] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Our own report coming back must not overwrite what has been typed since.
  if (value !== known) {
    setKnown(value);
    if (value !== reported) setText(value);
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const type = (next: string): void => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setReported(next.trim());
      onSearch(next.trim());
    }, delayMs);
  };
  return { text, type };
}
