import { passwordFault } from './password-rules';

const ABOUT = ['Acme Rockets', 'Olga Owner', 'olga@acme.example'];

describe('passwords', () => {
  it.each([
    'seven quiet otters at dawn',
    'Xk#9vQ2!mLp4@wRz',
    '正しい馬の電池のホッチキスを食べる人',
    'пятнадцать-букв-и-ещё',
  ])('SEC-45: %j is good enough', (password) => {
    expect(passwordFault(password, ABOUT)).toBeUndefined();
  });

  it.each([
    ['fourteen chars', 'at least 15'],
    ['x'.repeat(257), 'at most 256'],
    ['aaaaaaaaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabcabcabc', 'repeats'],
    ['abcdefghijklmnopqrst', 'repeats'],
    ['passwordpassword', 'repeats'],
    ['RollcallPassword2026!', 'guess first'],
    ['AcmeRockets-Acme-1', 'guess first'],
    ['olga.owner@acme.example', 'guess first'],
    ['correcthorsebatterystaple', 'guess first'],
  ])('SEC-45: %j is refused', (password, reason) => {
    expect(passwordFault(password, ABOUT)).toContain(reason);
  });

  it('SEC-45: length counts characters, not bytes or halves of them', () => {
    expect(passwordFault('😀😁😂🤣😃😄😅😆😉😊😋😎😍😘', [])).toContain('at least 15');
    expect(passwordFault('😀😁😂🤣😃😄😅😆😉😊😋😎😍😘🥰 and', [])).toBeUndefined();
  });
});
