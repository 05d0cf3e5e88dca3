import { readConfig } from '../config/app.config';
import { SealedAddresses } from './sealed-address';

const sealedBy = (secret: string): SealedAddresses =>
  new SealedAddresses(readConfig({ ROLLCALL_SECRET: secret }).secrets);

describe('a sealed address', () => {
  const owner = { tenantId: 't1', channelId: 'c1' };
  const ours = sealedBy('a'.repeat(32));
  const sealed = ours.seal('https://hooks.slack.com/services/x', owner);

  it('is read again by whoever sealed it, for the same channel', () => {
    expect(ours.open(sealed, owner)).toBe('https://hooks.slack.com/services/x');
  });

  it('SEC-38: opens for no other channel, organisation or installation', () => {
    expect(ours.open(sealed, { ...owner, channelId: 'c2' })).toBeUndefined();
    expect(ours.open(sealed, { ...owner, tenantId: 't2' })).toBeUndefined();
    expect(sealedBy('b'.repeat(32)).open(sealed, owner)).toBeUndefined();
  });

  it('opens no more once any byte of it is another one, or it is cut', () => {
    for (let index = 0; index < sealed.length; index += 1) {
      const broken = Buffer.from(sealed);
      broken[index] = (broken[index] ?? 0) ^ 1;
      expect(ours.open(broken, owner)).toBeUndefined();
      expect(ours.open(sealed.subarray(0, index), owner)).toBeUndefined();
    }
  });

  it('never looks the same twice', () => {
    expect(ours.seal('x', owner).equals(ours.seal('x', owner))).toBe(false);
  });
});
