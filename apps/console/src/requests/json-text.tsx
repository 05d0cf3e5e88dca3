import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { visibleText } from '../ui/visible-text';
import classes from './trail-panel.module.css';

/** A value as it was on the wire, with its side of the comparison above it. */
export function JsonText({ label, value }: { readonly label: string; readonly value: unknown }) {
  const { t } = useTranslation();
  return <WireText label={label} text={value === undefined ? t('request.empty') : JSON.stringify(value, null, 2)} />;
}

/** A body as text: laid out where it is JSON; one that was cut is shown as it is. */
export function BodyText({ label, body }: { readonly label: string; readonly body: string }) {
  return <WireText label={label} text={laidOut(body)} />;
}

/** Takes the focus, so that the keyboard can scroll what is too wide or too long. */
export function WireText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {label}
      </Text>
      <Code block className={classes.json} tabIndex={0} role="region" aria-label={label}>
        {visibleText(text)}
      </Code>
    </div>
  );
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
