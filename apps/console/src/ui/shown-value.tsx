import { HIDDEN_VALUE } from '@rollcall/admin-contracts';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { visibleText } from './visible-text';

/** A value as it came, with marks that would turn a text around made visible; one that is hidden is said to be, not spelled in dots. */
export function ShownValue({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  if (text !== HIDDEN_VALUE) return visibleText(text);
  return (
    <>
      <span aria-hidden>{HIDDEN_VALUE}</span>
      <VisuallyHidden>{t('request.hiddenValue')}</VisuallyHidden>
    </>
  );
}
