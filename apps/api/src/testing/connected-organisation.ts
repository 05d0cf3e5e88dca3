import { givenOrganisation, type TestOrganisation } from './organisation';
import type { ScimConnection } from './scim-connection';

export interface ConnectedOrganisation {
  readonly acme: TestOrganisation;
  /** Its one integration. */
  readonly entra: ScimConnection;
}

/**
 * One server for the tests of a `describe`; before each of them the organisation is as on its first day, connected to one provider, and
 * `tell` is told. Nothing that was deleted before can be restored any more.
 */
export function givenConnectedOrganisation(tell: (given: ConnectedOrganisation) => void): void {
  let acme: TestOrganisation;
  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(async () => {
    await acme.startAfresh();
    await acme.sql('truncate deleted_resource, purge_pause');
    tell({ acme, entra: acme.scim(await acme.connect()) });
  });
  afterAll(() => acme.stop());
}
