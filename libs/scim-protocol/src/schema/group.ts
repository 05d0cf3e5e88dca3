import { complex, reference, simple } from './attribute';
import type { Attribute, ResourceType, Schema } from './definitions';
import { GROUP_URN } from './urns';

const immutable = { mutability: 'immutable' } as const;

/** A member comes and goes as a whole: its parts never change (RFC 7643 §4.2). */
const MEMBER_PARTS: readonly Attribute[] = [
  simple('value', 'The id of the member.', { ...immutable, required: true, caseExact: true }),
  reference('$ref', 'The URL of the member.', ['User', 'Group'], immutable),
  simple('type', 'What the member is.', { ...immutable, canonicalValues: ['User', 'Group'] }),
  simple('display', 'The name of the member.', immutable),
];

export const MEMBERS = complex('members', 'The users and groups that belong to the group.', MEMBER_PARTS, {
  multiValued: true,
});

/** RFC 7643 §4.2; the name is required (erratum 5368) and, here, unique. */
export const GROUP_SCHEMA: Schema = {
  id: GROUP_URN,
  name: 'Group',
  description: 'A group of users and other groups.',
  attributes: [
    simple('displayName', 'The name of the group; unique, compared without regard to case.', {
      required: true,
      uniqueness: 'server',
    }),
    MEMBERS,
  ],
};

export const GROUP: ResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  description: 'Groups of the directory.',
  schema: GROUP_SCHEMA,
  extensions: [],
};
