/** What to do in the identity provider about a refused request (C02); undefined where the error's own sentence says all. */
export function remedyFor(status: number, scimType: string | undefined): string | undefined {
  if (status === 401) {
    return 'Rotate the token on the page of the integration and paste the new one into the identity provider as its secret token.';
  }
  if (status === 409) {
    return 'Another record of this integration has the same name. Make the name unique in the identity provider, or delete the other record there.';
  }
  if (status === 404) {
    return 'The record is gone here. Most providers create it again by themselves; restart provisioning for this person if yours does not.';
  }
  if (status === 429) return 'Nothing: the identity provider waits and tries again by itself.';
  if (status === 503) return 'Nothing: the identity provider tries again by itself, and nothing is lost.';
  switch (scimType) {
    case 'invalidFilter':
      return 'Check the matching attribute in the attribute mapping: it must be one that this server knows, such as userName or externalId.';
    case 'invalidPath':
      return 'Check the target attribute in the attribute mapping: its name or path is not one of the User or Group schema.';
    case 'invalidValue':
      return 'Check the mapping of the attribute that the error names: the value that it sends has the wrong type or is missing.';
    case 'mutability':
      return 'Remove the attribute from the mapping: it is set by the server and cannot be changed.';
    default:
      return undefined;
  }
}
