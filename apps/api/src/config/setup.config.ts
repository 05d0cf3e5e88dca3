import type { Environment } from './environment';

/** The first organisation and its Owner, for installations that are set up without a browser. */
export class SetupConfig {
  static readonly variables = [
    'ROLLCALL_SETUP_TENANT',
    'ROLLCALL_SETUP_EMAIL',
    'ROLLCALL_SETUP_PASSWORD',
    'ROLLCALL_SETUP_NAME',
  ] as const;

  /** Undefined unless all three of tenant, e-mail and password are given. */
  readonly owner:
    | { readonly organisation: string; readonly email: string; readonly password: string; readonly name: string }
    | undefined;

  constructor(environment: Environment) {
    const organisation = environment.text('ROLLCALL_SETUP_TENANT');
    const email = environment.text('ROLLCALL_SETUP_EMAIL');
    const password = environment.text('ROLLCALL_SETUP_PASSWORD');
    const name = environment.text('ROLLCALL_SETUP_NAME') ?? email?.split('@')[0] ?? '';
    if (organisation === undefined && email === undefined && password === undefined) return;
    if (organisation !== undefined && email !== undefined && password !== undefined) {
      environment.require(
        /^[^@\s]+@[^@\s]+$/.test(email),
        `ROLLCALL_SETUP_EMAIL must be an e-mail address, but is "${email}".`,
      );
      this.owner = { organisation, email, password, name };
      return;
    }
    environment.faults.push(
      'ROLLCALL_SETUP_TENANT, ROLLCALL_SETUP_EMAIL and ROLLCALL_SETUP_PASSWORD belong together: set all three, or none.',
    );
  }
}
