import { complex, reference, simple } from './attribute';
import type { Attribute, Schema } from './definitions';
import { ENTERPRISE_USER_URN } from './urns';

/** `value` is an id, so it compares exactly (erratum 8472); the name is looked up, so a client's is ignored. */
const MANAGER_PARTS: readonly Attribute[] = [
  simple('value', 'The id of the manager.', { caseExact: true }),
  reference('$ref', 'The URL of the manager.', ['User']),
  simple('displayName', 'The name of the manager.', { mutability: 'readOnly' }),
];

export const MANAGER = complex('manager', 'The manager of the person.', MANAGER_PARTS);

/** RFC 7643 §4.3. */
export const ENTERPRISE_USER_SCHEMA: Schema = {
  id: ENTERPRISE_USER_URN,
  name: 'EnterpriseUser',
  description: 'What an organisation knows about a person that works for it.',
  attributes: [
    simple('employeeNumber', 'The number or code that the organisation gave the person.'),
    simple('costCenter', 'The cost centre.'),
    simple('organization', 'The organisation.'),
    simple('division', 'The division.'),
    simple('department', 'The department.'),
    MANAGER,
  ],
};
