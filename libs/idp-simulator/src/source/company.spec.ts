import { mapUser, userMappings } from '../mapping/user-mapping';
import { Company } from './company';
import { leaversDay, ordinaryDay, purgeDay } from './working-days';

const SIZE = { users: 200, groups: 20, seed: 'x', domain: 'corp.example' };

describe('a simulated company', () => {
  it('is the same in every run with the same seed, and person n does not depend on its size', () => {
    const [once, again, larger] = [new Company(SIZE), new Company(SIZE), new Company({ ...SIZE, users: 300 })];

    expect(again.directory.users).toEqual(once.directory.users);
    expect(again.directory.groups).toEqual(once.directory.groups);
    expect(larger.directory.users.slice(0, 200)).toEqual(once.directory.users);
    expect(new Company({ ...SIZE, seed: 'y' }).directory.users).not.toEqual(once.directory.users);
  });

  it('gives everybody a user name of their own, whatever the letter case', () => {
    const names = new Company({ ...SIZE, users: 3000 }).directory.users.map(
      (user) => user.attributes.userPrincipalName,
    );

    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3000);
  });

  it('has names that break careless servers: apostrophes, spaces, accents, other scripts, plus signs', () => {
    const everything = JSON.stringify(new Company({ ...SIZE, users: 500 }).directory.users);

    for (const trap of ["o'neil", "O'Neil", 'Mary Ann', 'Łukasz', '山田', '+mail@', '\\r\\n'])
      expect(everything).toContain(trap);
  });

  it('fills all 22 default mappings, manager included', () => {
    const filled = new Set(
      new Company(SIZE).directory.users.flatMap((user) => [...mapUser(user, userMappings('objectId')).keys()]),
    );

    expect(filled.size).toBe(21);
    expect(new Company(SIZE).directory.users.filter((user) => user.managerId !== undefined)).toHaveLength(199);
  });

  it('lives through days that are the same in every run', () => {
    const live = (): Company => {
      const company = new Company(SIZE);
      for (const day of [ordinaryDay, leaversDay, purgeDay]) day({ company, seed: 'x', domain: 'corp.example' });
      return company;
    };
    const company = live();

    expect(live().directory.users).toEqual(company.directory.users);
    const standings = new Set(company.directory.users.map((user) => user.standing));
    expect(standings).toEqual(new Set(['enabled', 'disabled', 'unassigned', 'purged']));
  });
});
