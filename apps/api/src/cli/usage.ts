/** The command line was not understood; the message says why. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

export const USAGE = `rollcall: the operator's commands

  npm run -s rollcall -- integration create --name "Entra ID" [--provider entra] [--expires 180d] [--json]
      Creates an integration and its first token. The token is shown this once.
      Providers: entra (default), okta, onelogin, jumpcloud, ping, other.
  npm run -s rollcall -- integration list [--json]
  npm run -s rollcall -- token list --integration ID [--json]
  npm run -s rollcall -- token create --integration ID [--expires 180d] [--json]
  npm run -s rollcall -- token revoke TOKEN_ID
  npm run -s rollcall -- check
      Tells whether configuration and database are in order.

  --expires ends the token after so many hours, days or weeks (12h, 90d, 26w), with the last second of a date
  in UTC (2027-03-31) or at a moment (2027-03-31T12:00Z), at most ten years ahead; without it the token has no end.
  --integration takes an id or a name. --organisation NAME is needed only where there are several.
  The commands work on the database of the running server, or start the built-in one for the moment;
  they read the same environment variables as the server (docs/operate.md).
`;
