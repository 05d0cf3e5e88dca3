import { Badge, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AboutOneProps {
  /** What the list is narrowed to. */
  readonly text: string;
  readonly onClear: () => void;
}

/** That a list shows only what is about one thing, and the way back to all of it. */
export function AboutOne({ text, onClear }: AboutOneProps) {
  const { t } = useTranslation();
  return (
    <Badge
      size="lg"
      color="gray"
      rightSection={<CloseButton size="xs" aria-label={t('users.noHitsClear')} onClick={onClear} />}
    >
      {text}
    </Badge>
  );
}
