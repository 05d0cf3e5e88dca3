import { attributeSections } from './attribute-sections';

const lines = (attributes: Record<string, unknown>) =>
  [...attributeSections(attributes)].flatMap(([section, found]) =>
    found.map((line) => `${section}: ${line.name} = ${line.value}${line.primary === true ? ' (primary)' : ''}`),
  );

describe('attributes of a person', () => {
  it('A16: names values of several kinds as a mapping does, and marks the primary one', () => {
    const emails = [
      { type: 'work', value: 'ana@example.com', primary: true },
      { type: 'home', value: 'ana@example.org' },
    ];
    expect(lines({ emails })).toEqual([
      'contact: emails[type eq "work"] = ana@example.com (primary)',
      'contact: emails[type eq "home"] = ana@example.org',
    ]);
  });

  it('A16: shows the enterprise extension among work, without its URN', () => {
    const enterprise = { department: 'Platform', manager: { value: 'u2', displayName: 'Ben' } };
    expect(lines({ 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': enterprise })).toEqual([
      'work: department = Platform',
      'work: manager = u2',
      'work: manager.displayName = Ben',
    ]);
  });

  it('A16: keeps what nobody knows, whole and in sight', () => {
    expect(lines({ 'urn:example:ext': { badge: 7, on: true } })).toEqual([
      'other: urn:example:ext.badge = 7',
      'other: urn:example:ext.on = true',
    ]);
  });

  it('leaves groups and members to their own place on the page', () => {
    expect(lines({ groups: [{ value: 'g1' }], members: [] })).toEqual([]);
  });
});
