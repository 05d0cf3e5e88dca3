import { screen, waitFor } from '@testing-library/react';
import { aUser } from '../../test/builders';
import { ok, refused } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

const ANA = ok({ items: [aUser()], total: 1, counts: { all: 1, active: 1, inactive: 0, deleted: 0 } });

describe('exporting a list', () => {
  beforeEach(() => {
    Object.defineProperty(URL, 'createObjectURL', { configurable: true, value: () => 'blob:x' });
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
