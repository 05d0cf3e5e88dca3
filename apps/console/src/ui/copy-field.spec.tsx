import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startTranslations } from '../i18n/translations';
import { CopyField } from './copy-field';

async function copyWith(execCommand: () => boolean) {
  await startTranslations();
  Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand });
  const user = userEvent.setup();
  render(
    <MantineProvider env="test">
      <CopyField label="Tenant URL" value="https://acme.api.example.com/api/v1/scim" />
    </MantineProvider>,
  );
  // As over plain http: user-event has put a clipboard there.
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: false });
  await user.click(screen.getByRole('button', { name: 'Copy Tenant URL' }));
}

describe('A06: copying', () => {
  it('says that it has copied', async () => {
    await copyWith(() => true);
    expect(await screen.findByRole('status')).toHaveTextContent('Copied');
  });

  it('selects the text where copying is refused, so that the keyboard can do it', async () => {
    await copyWith(() => false);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Tenant URL' });
    expect(field).toHaveFocus();
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
    expect(screen.getByRole('status')).toHaveTextContent('Selected');
  });
});
