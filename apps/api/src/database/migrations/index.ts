import { Roles1764000000001 } from './1764000000001-roles';
import { Organisation1764000000002 } from './1764000000002-organisation';
import { Integrations1764000000003 } from './1764000000003-integrations';
import { Directory1764000000004 } from './1764000000004-directory';
import { Requests1764000000005 } from './1764000000005-requests';
import { RowLevelSecurity1764000000006 } from './1764000000006-row-level-security';
import { ConsoleLists1764000000007 } from './1764000000007-console-lists';
import { TokenState1764000000008 } from './1764000000008-token-state';
import { CustomResources1764000000009 } from './1764000000009-custom-resources';
import { IntegrationLifecycle1764000000010 } from './1764000000010-integration-lifecycle';
import { RequestRetention1764000000012 } from './1764000000012-request-retention';
import { DirectoryAnswers1764000000013 } from './1764000000013-directory-answers';
import { TeamAndActivity1764000000011 } from './1764000000011-team-and-activity';
import { RestorationAndBrake1764000000014 } from './1764000000014-restoration-and-brake';
import { PurgePause1764000000015 } from './1764000000015-purge-pause';
import { Notifications1764000000016 } from './1764000000016-notifications';
import { TimeLinesAndViews1764000000017 } from './1764000000017-time-lines-and-views';
import { NamesWithIds1764000000018 } from './1764000000018-names-with-ids';
import { UserNamesWithIds1764000000019 } from './1764000000019-user-names-with-ids';

/** In the order in which they run. */
export const migrations = [
  Roles1764000000001,
  Organisation1764000000002,
  Integrations1764000000003,
  Directory1764000000004,
  Requests1764000000005,
  RowLevelSecurity1764000000006,
  ConsoleLists1764000000007,
  TokenState1764000000008,
  CustomResources1764000000009,
  IntegrationLifecycle1764000000010,
  RequestRetention1764000000012,
  DirectoryAnswers1764000000013,
  TeamAndActivity1764000000011,
  RestorationAndBrake1764000000014,
  PurgePause1764000000015,
  Notifications1764000000016,
  TimeLinesAndViews1764000000017,
  NamesWithIds1764000000018,
  UserNamesWithIds1764000000019,
];
