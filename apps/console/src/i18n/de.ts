import type { Catalogue } from './en';
import { activity } from './de/activity';
import { brake } from './de/brake';
import { changes } from './de/changes';
import { common, errors, shell } from './de/common';
import { group, groups, user, users } from './de/directory';
import { exports } from './de/exports';
import { guide } from './de/guide';
import { diagnostics } from './de/diagnostics';
import { health } from './de/health';
import { dialogs, integration, tokens } from './de/integration';
import { deleted, pause, settings } from './de/lifecycle';
import { discover, integrations, providers, wizard } from './de/integrations';
import { notifications } from './de/notifications';
import { request, requests } from './de/requests';
import { past } from './de/past';
import { removal } from './de/removal';
import { search } from './de/search';
import { tokenEnd } from './de/token-end';
import { sentences } from './de/sentences';
import { account, alerts, invitation, setup, signIn, stepUp, team } from './de/team';

/** Every word of the console in German. */
export const de: Catalogue = {
  common,
  shell,
  errors,
  setup,
  signIn,
  stepUp,
  team,
  activity,
  invitation,
  account,
  alerts,
  integrations,
  discover,
  wizard,
  providers,
  integration,
  tokens,
  tokenEnd,
  notifications,
  dialogs,
  brake,
  pause,
  settings,
  deleted,
  health,
  diagnostics,
  guide,
  users,
  user,
  groups,
  group,
  requests,
  request,
  sentences,
  search,
  past,
  changes,
  removal,
  exports,
};
