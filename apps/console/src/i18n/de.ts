import type { Catalogue } from './en';
import { common, errors, shell } from './de/common';
import { group, groups, request, requests, user, users } from './de/directory';
import { guide } from './de/guide';
import { dialogs, integration, tokens } from './de/integration';
import { discover, integrations, providers, wizard } from './de/integrations';
import { setup, signIn } from './de/team';

/** Every word of the console in German. */
export const de: Catalogue = {
  common,
  shell,
  errors,
  setup,
  signIn,
  integrations,
  discover,
  wizard,
  providers,
  integration,
  tokens,
  dialogs,
  guide,
  users,
  user,
  groups,
  group,
  requests,
  request,
};
