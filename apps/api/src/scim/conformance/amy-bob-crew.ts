import { E, type Body, type ScimConnection } from '../../testing/scim-connection';

/** The people and the group that the rules speak of. Amy's manager is Bob, and Amy is the crew. */
export interface AmyBobCrew {
  readonly amy: Body;
  readonly bob: Body;
  readonly crew: Body;
}

export async function givenAmyBobCrew(scim: ScimConnection, suffix = ''): Promise<AmyBobCrew> {
  const bob = await scim.createUser({
    userName: `bob${suffix}`,
    userType: 'Intern',
    title: 'Lead',
    active: false,
    emails: [{ value: 'bob@home.ex', type: 'home' }],
  });
  const amy = await scim.createUser({ ...amyAttributes(suffix), [E]: enterprise(bob.id) });
  const crew = await scim.createGroup(`Crew${suffix}`, [amy.id]);
  return { amy, bob, crew };
}

function amyAttributes(suffix: string): Readonly<Record<string, unknown>> {
  return {
    userName: `Amy@Ex.org${suffix}`,
    externalId: 'X-1',
    displayName: 'Amy A',
    userType: 'Employee',
    active: true,
    name: { givenName: 'Amy', familyName: 'Abel' },
    emails: [
      { value: 'amy@work.ex', type: 'work', primary: true },
      { value: 'amy@home.ex', type: 'home' },
    ],
  };
}

const enterprise = (managerId: string) => ({
  employeeNumber: '7',
  department: 'R&D',
  manager: { value: managerId },
});
