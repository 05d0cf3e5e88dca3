import { act, renderHook } from '@testing-library/react';
import { chooseLanguage, startTranslations, type Language } from '../i18n/translations';
import { ApiError } from './api-error';
import { useErrorSentence } from './error-sentence';
import { useFieldErrors } from './field-errors';

const GUESSED = 'This password is one that others guess first. Use a sentence of your own.';
const LIMIT = 'You have revoked three tokens within the hour. An Admin or Owner can revoke more.';

async function speaking(language: Language): Promise<void> {
  await act(async () => {
    await startTranslations();
    await chooseLanguage(language);
  });
}

const atFields = (fields: Record<string, string>) =>
  renderHook(() => useFieldErrors()).result.current(new ApiError(400, 'badRequest', 'x', fields));
const said = (error: unknown) => renderHook(() => useErrorSentence()).result.current(error);

describe('what the API refuses, in the reader’s language', () => {
  it('at a field says what the server said, and one plain sentence for a check without words of its own', async () => {
    const fields = { password: GUESSED, reason: 'reason must be a string' };
    await speaking('de');
    expect(atFields(fields)).toEqual({
      password: 'Dieses Passwort erraten andere zuerst. Verwenden Sie einen eigenen Satz.',
      reason: 'Dieser Wert lässt sich hier nicht verwenden.',
    });

    await speaking('en');
    expect(atFields(fields)).toEqual(fields);
  });

  it('elsewhere gives the one reason of a code that has many', async () => {
    await speaking('de');
    expect(said(new ApiError(403, 'notAllowed', LIMIT))).toMatch(/^Sie haben innerhalb einer Stunde drei Tokens/);
    expect(said(new ApiError(409, 'conflict', 'A reason of a newer server.'))).toMatch(/^Jemand hat dies gleichzeitig/);
    expect(said(new ApiError(403, 'notAllowed', 'Your role does not allow this.'))).toMatch(/^Ihre Rolle erlaubt das/);
    expect(said(new Error('x is not a function'))).toMatch(/^Auf dem Server ist ein unerwarteter Fehler/);

    await speaking('en');
    expect(said(new ApiError(403, 'notAllowed', LIMIT))).toBe(LIMIT);
  });
});
