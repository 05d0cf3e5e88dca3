import { ROLES, type Role } from '@rollcall/admin-contracts';
import { mayGive, mayTouch } from './team-rules';

describe('who may change whom', () => {
  const touched: Readonly<Record<Role, readonly Role[]>> = {
    owner: ['owner', 'admin', 'support', 'auditor'],
    admin: ['admin', 'support', 'auditor'],
    support: [],
    auditor: [],
  };

  it.each(ROLES)('A31: a %s touches, and gives, only what the role allows', (actor) => {
    expect(ROLES.filter((target) => mayTouch(actor, target))).toEqual(touched[actor]);
    expect(ROLES.filter((role) => mayGive(actor, role))).toEqual(touched[actor]);
  });
});
