/** The command line was not understood; the message says why. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

export const USAGE = `rollcall: the operator's commands

  npm run -s rollcall -- integration create --name "Entra ID" [--provider entra] [--json]
      Creates an integration and its first token. The token is shown this once.
      Providers: entra (default), okta, onelogin, jumpcloud, ping, other.
  npm run -s rollcall -- integration list [--json]
  npm run -s rollcall -- token list --integration ID [--json]
  npm run -s rollcall -- token create --integration ID [--json]
  npm run -s rollcall -- token revoke TOKEN_ID
  npm run -s rollcall -- check
      Tells whether configuration and database are in order.

  --integration takes an id or a name. --organisation NAME is needed only where there are several.
  The commands work on the database of the running server, or start the built-in one for the moment;
  they read the same environment variables as the server (docs/operate.md).
`;
