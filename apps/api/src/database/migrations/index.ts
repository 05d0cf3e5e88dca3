import { Roles1764000000001 } from './1764000000001-roles';
import { Organisation1764000000002 } from './1764000000002-organisation';
import { Integrations1764000000003 } from './1764000000003-integrations';
import { Directory1764000000004 } from './1764000000004-directory';
import { Requests1764000000005 } from './1764000000005-requests';
import { RowLevelSecurity1764000000006 } from './1764000000006-row-level-security';
import { ConsoleLists1764000000007 } from './1764000000007-console-lists';

/** In the order in which they run. */
export const migrations = [
  Roles1764000000001,
  Organisation1764000000002,
  Integrations1764000000003,
  Directory1764000000004,
  Requests1764000000005,
  RowLevelSecurity1764000000006,
  ConsoleLists1764000000007,
];
