import { screen, within } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { aUserView, minutesAgo } from '../../test/builders';
import { ok } from '../../test/fake-api';
import { renderAt, signedInApi } from '../../test/render-at';

const AT = '2026-03-03T12:00:00.000Z';
const change = (id: string, summary: string) => ({ id, at: minutesAgo(Number(id)), kind: 'updated', summary });
const withNick = (nickName: string, summary: string, masked: boolean) =>
  aUserView({
    attributes: { userName: 'ana', nickName },
    history: { items: [change('1', summary)], nextCursor: 'c2' },
    masked,
  });
const HIDDEN = withNick('••••', 'nickName changed', true);
const WHOLE = withNick('Annie', 'nickName set to "Annie"', false);
const supportApi = () => signedInApi({ role: 'support' }).on('GET /users/u1', ok(HIDDEN));

async function reveal(user: ReturnType<typeof userEvent.setup>, reason: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Reveal' }));
  const dialog = await screen.findByRole('dialog', { name: 'Reveal personal values' });
  if (reason !== '') await user.type(within(dialog).getByLabelText('Reason (optional)'), reason);
  await user.click(within(dialog).getByRole('button', { name: 'Reveal' }));
}

describe('A30 SEC-54: personal values of a person', () => {
  it('are shown to Support on request, with a reason, in the time line too, and in no cache', async () => {
    const api = supportApi().on('POST /users/u1/reveal', ({ body }) =>
      ok(
        (body as { cursor?: string }).cursor === 'c2'
          ? { user: WHOLE, earlier: { items: [change('2', 'Older')] } }
          : { user: WHOLE },
      ),
    );
    const { user, queryClient } = await renderAt('/users/u1', api);
    expect(await screen.findByText('••••')).toBeVisible();
    await reveal(user, 'ticket 7');

    expect(await screen.findByText('Annie')).toBeVisible();
    expect(screen.getByText('nickName set to "Annie"')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show earlier' }));
    expect(await screen.findByText('Older')).toBeVisible();
    expect(api.calledWith('POST /users/u1/reveal').map(({ body }) => body)).toEqual([
      { reason: 'ticket 7' },
      { cursor: 'c2', reason: 'ticket 7' },
    ]);
    const cached = queryClient.getQueryCache().getAll();
    expect(JSON.stringify(cached.map((query) => query.state.data))).not.toContain('Annie');
  });

  it('of an earlier moment are revealed by themselves', async () => {
    const past = (nickName: string, masked: boolean) => ({
      at: AT,
      state: 'present',
      attributes: { userName: 'ana', nickName },
      groups: [],
      ...(masked ? { masked } : {}),
    });
    const api = supportApi()
      .on('GET /users/u1/as-of', ok(past('••••', true)))
      .on('POST /users/u1/reveal', ok({ user: WHOLE, asOf: past('Ann', false) }));
    const { user } = await renderAt(`/users/u1?asOf=${AT}`, api);
    await reveal(user, '');

    expect((await screen.findByText('Ann')).closest('dd')).toHaveTextContent('different now');
    expect(api.calledWith('POST /users/u1/reveal')[0]?.body).toEqual({ at: AT });
  });

  it('are open to an Auditor, who needs no button', async () => {
    await renderAt('/users/u1', signedInApi({ role: 'auditor' }).on('GET /users/u1', ok(WHOLE)));

    expect(await screen.findByText('Annie')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reveal' })).not.toBeInTheDocument();
  });
});
