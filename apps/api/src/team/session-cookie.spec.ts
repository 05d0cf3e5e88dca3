import { SessionCookie } from './session-cookie';

const cookieAt = (publicUrl: string) => new SessionCookie({ publicUrl, domains: [] });

describe('the session cookie', () => {
  it('SEC-42: over https it is Secure and bound to this very host', () => {
    const cookie = cookieAt('https://rollcall.example');

    expect(cookie.set('s')).toBe('__Host-rollcall=s; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=43200');
    expect(cookie.read('a=1; __Host-rollcall=s; rollcall=other')).toBe('s');
  });

  it('SEC-42: over https a cookie without the prefix, which another host may have set, does not count', () => {
    expect(cookieAt('https://rollcall.example').read('rollcall=s')).toBeUndefined();
  });

  it.each([undefined, '', 'rollcall2=s', 'xrollcall=s', 'rollcall=a; rollcall=b'])('%j carries none', (header) => {
    expect(cookieAt('http://localhost:3000').read(header)).toBeUndefined();
  });
});
