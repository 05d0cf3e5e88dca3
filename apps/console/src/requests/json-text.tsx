import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './trail-panel.module.css';

/** A value as it was on the wire, with its side of the comparison above it. */
export function JsonText({ label, value }: { readonly label: string; readonly value: unknown }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Code block className={classes.json}>
        {value === undefined ? t('request.empty') : JSON.stringify(value, null, 2)}
      </Code>
    </div>
  );
}
