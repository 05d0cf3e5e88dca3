import { complex, flag, plural, primary, reference, simple } from './attribute';
import type { Attribute, ResourceType, Schema } from './definitions';
import { ENTERPRISE_USER_SCHEMA } from './enterprise-user';
import { USER_URN } from './urns';

const NAME: readonly Attribute[] = [
  simple('formatted', 'The whole name, ready to be shown.'),
  simple('familyName', 'The family name.'),
  simple('givenName', 'The given name.'),
  simple('middleName', 'The middle names.'),
  simple('honorificPrefix', 'A title before the name, such as "Dr.".'),
  simple('honorificSuffix', 'A suffix after the name, such as "III".'),
];

const ADDRESS: readonly Attribute[] = [
  simple('formatted', 'The whole address, ready to be shown; may have several lines.'),
  simple('streetAddress', 'Street and house number; may have several lines.'),
  simple('locality', 'The city.'),
  simple('region', 'The state or region.'),
  simple('postalCode', 'The postal code.'),
  simple('country', 'The country.'),
  simple('type', 'What the address is for.', { canonicalValues: ['work', 'home', 'other'] }),
  primary(),
];

/** Membership is changed through the groups; here it is read (RFC 7643 §4.1.2, erratum 8471). */
const GROUPS: readonly Attribute[] = [
  simple('value', 'The id of the group.', { caseExact: true, mutability: 'readOnly' }),
  reference('$ref', 'The URL of the group.', ['Group'], { mutability: 'readOnly' }),
  simple('display', 'The name of the group.', { mutability: 'readOnly' }),
  simple('type', 'How the user belongs to the group.', {
    mutability: 'readOnly',
    canonicalValues: ['direct', 'indirect'],
  }),
];

const VALUE = simple('value', 'The value.');

/** Without canonical values of `type`, so that Entra derives its own name for it: `roles[primary eq "True"].value`. */
export const ROLES = plural('roles', 'Roles of the user.', VALUE);

/** The type of an e-mail, phone number or address is published so that Entra derives paths like `emails[type eq "work"].value`. */
const PLURALS: readonly Attribute[] = [
  plural('emails', 'E-mail addresses.', simple('value', 'The e-mail address.'), {
    kinds: ['work', 'home', 'other'],
    displayUnadvertised: true,
  }),
  plural('phoneNumbers', 'Phone numbers.', simple('value', 'The phone number.'), {
    kinds: ['work', 'home', 'mobile', 'fax', 'pager', 'other'],
  }),
  plural('ims', 'Instant messaging addresses.', simple('value', 'The instant messaging address.'), {
    kinds: ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo'],
  }),
  plural('photos', 'Pictures of the user.', reference('value', 'The URL of the picture.', ['external']), {
    kinds: ['photo', 'thumbnail'],
  }),
  complex('addresses', 'Postal addresses.', ADDRESS, { multiValued: true }),
  complex('groups', 'The groups that the user belongs to; changed through the groups.', GROUPS, {
    multiValued: true,
    mutability: 'readOnly',
  }),
  plural('entitlements', 'Things that the user is entitled to.', VALUE),
  ROLES,
  plural(
    'x509Certificates',
    'Certificates of the user.',
    simple('value', 'The DER certificate, in base64.', { type: 'binary', caseExact: true }),
  ),
];

/** RFC 7643 §4.1. A password is understood and dropped: nobody signs in with it here. */
export const USER_SCHEMA: Schema = {
  id: USER_URN,
  name: 'User',
  description: 'A person of the directory.',
  attributes: [
    simple(
      'userName',
      'The name that identifies the user to the provisioning client; unique, compared without regard to case.',
      {
        required: true,
        uniqueness: 'server',
      },
    ),
    complex('name', 'The parts of the name.', NAME),
    simple('displayName', 'The name that is shown.'),
    simple('nickName', 'The casual name.'),
    reference('profileUrl', 'The URL of a page about the user.', ['external']),
    simple('title', 'The job title.'),
    simple('userType', 'The relation to the organisation, such as "Employee".'),
    simple('preferredLanguage', 'The preferred language, as in Accept-Language.'),
    simple('locale', 'The locale, for formats of numbers and dates.'),
    simple('timezone', 'The time zone, such as "Europe/London".'),
    flag('active', 'Whether the user may use the service.'),
    simple('password', 'Accepted and dropped.', {
      caseExact: true,
      mutability: 'writeOnly',
      returned: 'never',
      unadvertised: true,
    }),
    ...PLURALS,
  ],
};

export const USER: ResourceType = {
  name: 'User',
  endpoint: '/Users',
  description: 'People of the directory.',
  schema: USER_SCHEMA,
  extensions: [{ schema: ENTERPRISE_USER_SCHEMA, required: false }],
};
