import { PASSWORD_MIN } from '@rollcall/admin-contracts';
import { passwordFaults } from './password-rules';

const who = { name: 'Mara Keller', email: 'mara.keller@example.com', tenantName: 'Example Works Ltd' };

describe('SEC-45: passwords', () => {
  it('counts characters as people do', () => {
    expect(passwordFaults({ ...who, password: 'é'.repeat(PASSWORD_MIN) })).toEqual([]);
    expect(passwordFaults({ ...who, password: '🦢'.repeat(PASSWORD_MIN - 1) })).toEqual(['ruleLength']);
    expect(passwordFaults({ ...who, password: 'x'.repeat(257) })).toEqual(['ruleLengthMax']);
  });

  it('refuses the person, the address and the organisation themselves', () => {
    expect(passwordFaults({ ...who, password: 'Mara.Keller@example.com' })).toEqual(['rulePersonal']);
    expect(passwordFaults({ ...who, password: 'example works ltd' })).toEqual(['rulePersonal']);
  });
});
