import { ScimError } from '../scim-error';

/** The protocol error that the work ends in, as "400 invalidValue: title: expected a text"; anything else fails the test. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ScimError) return `${error.status} ${error.scimType ?? '-'}: ${error.detail}`;
    throw error;
  }
  return 'accepted';
}
