import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text';
import classes from './copy-field.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hideLabel?: boolean;
}

const FEEDBACK_MS = 2_500;

type Outcome = 'idle' | 'copied' | 'selected';

/** A value to carry elsewhere. Where copying is refused the text is selected, so that the keyboard can do it (A06). */
export function CopyField({ label, value, hideLabel = false }: CopyFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { outcome, show } = useOutcome();

  const copy = async (): Promise<void> => {
    if (await copyText(value)) {
      show('copied');
      return;
    }
    input.current?.focus();
    input.current?.select();
    show('selected');
  };

  return (
    <div>
      {!hideLabel && (
        <Text component="label" htmlFor={id} fw={500} size="sm" display="block" mb={4}>
          {label}
        </Text>
      )}
      <Group gap="xs" wrap="nowrap" align="stretch">
        <TextInput
          id={id}
          ref={input}
          value={value}
          readOnly
          spellCheck={false}
          autoComplete="off"
          aria-label={hideLabel ? label : undefined}
          className={classes.field}
          classNames={{ input: classes.input }}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <CopyButton label={label} outcome={outcome} onCopy={() => void copy()} />
      </Group>
      <Text size="xs" c="dimmed" role="status" className={outcome === 'selected' ? undefined : 'visually-hidden'}>
        {outcome === 'copied' && t('common.copied')}
        {outcome === 'selected' && t('common.copySelected')}
      </Text>
    </div>
  );
}

function CopyButton({ label, outcome, onCopy }: { label: string; outcome: Outcome; onCopy: () => void }) {
  const { t } = useTranslation();
  const copied = outcome === 'copied';
  return (
    <Button
      variant={copied ? 'light' : 'default'}
      className={classes.button}
      leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      aria-label={t('common.copyNamed', { name: label })}
      onClick={onCopy}
    >
      {copied ? t('common.copied') : t('common.copy')}
    </Button>
  );
}

function useOutcome() {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return undefined;
    const timer = setTimeout(() => {
      setOutcome('idle');
    }, FEEDBACK_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);
  return { outcome, show: setOutcome };
}
