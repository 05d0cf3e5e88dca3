import { act, screen, waitFor } from '@testing-library/react';
import { aUser } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';
import { chooseLanguage } from '../i18n/translations';

const ANA = ok({ items: [aUser()], total: 1, counts: { all: 1, active: 1, inactive: 0, deleted: 0 } });

/** What a browser would write to the disk. */
function textOf(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.readAsText(file);
  });
}

describe('exporting a list', () => {
  const saved: Blob[] = [];
  beforeEach(() => {
    saved.length = 0;
    const createObjectURL = (file: Blob): string => `blob:${saved.push(file)}`;
    Object.defineProperty(URL, 'createObjectURL', { configurable: true, value: createObjectURL });
    Object.defineProperty(URL, 'revokeObjectURL', { configurable: true, value: () => undefined });
    // jsdom cannot follow a link to a file.
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });

  it('A14: asks for what the filters show, saves it and says how many rows it has', async () => {
    const api = signedInApi().on('GET /users', ANA).on('POST /users/export', ok('id\r\n1\r\n2\r\n'));
    const { user } = await renderAt('/users?status=inactive&search=ana&sort=userName', api);
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));

    expect(await screen.findByText('2 rows saved to users.csv')).toBeVisible();
    expect(api.calledWith('POST /users/export').map(({ body }) => body)).toEqual([
      { status: 'inactive', search: 'ana' },
    ]);
  });

  it.each([
    ['en', 'Export CSV', 'Id,User name,Status,Changed\r\n1,ana,Active,2026-03-03T10:00:00Z\r\n2,bo,Inactive,\r\n'],
    [
      'de',
      'CSV exportieren',
      'ID,Benutzername,Status,Geändert\r\n1,ana,Aktiv,2026-03-03T10:00:00Z\r\n2,bo,Inaktiv,\r\n',
    ],
  ] as const)(
    'is a file in the reader’s words, with ids and moments as they are: %s',
    async (language, button, text) => {
      const file = 'id,userName,active,lastModified\r\n1,ana,true,2026-03-03T10:00:00Z\r\n2,bo,false,\r\n';
      const { user } = await renderAt('/users', signedInApi().on('GET /users', ANA).on('POST /users/export', ok(file)));
      await act(() => chooseLanguage(language));
      await user.click(await screen.findByRole('button', { name: button }));
      await waitFor(() => {
        expect(saved).toHaveLength(1);
      });
      await act(() => chooseLanguage('en'));

      expect(await textOf(saved[0] ?? new Blob())).toBe(text);
    },
  );

  it('says what failed, and starts again when asked', async () => {
    const api = signedInApi().on('GET /users', ANA).on('POST /users/export', refused(503, 'unavailable'));
    const { user } = await renderAt('/users', api);
    await user.click(await screen.findByRole('button', { name: 'Export CSV' }));
    expect(await screen.findByText('The export stopped')).toBeVisible();

    api.on('POST /users/export', ok('id\r\n1\r\n'));
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('1 row saved to users.csv')).toBeVisible();
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
  });

  it('A30: is not offered to support', async () => {
    await renderAt('/users', signedInApi({ role: 'support' }).on('GET /users', ANA));
    await screen.findByRole('link', { name: 'Ana Lima' });

    expect(screen.queryByRole('button', { name: 'Export CSV' })).not.toBeInTheDocument();
  });
});
