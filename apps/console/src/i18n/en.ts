import { activity } from './en/activity';
import { brake } from './en/brake';
import { changes } from './en/changes';
import { common, errors, shell } from './en/common';
import { group, groups, user, users } from './en/directory';
import { exports } from './en/exports';
import { guide } from './en/guide';
import { diagnostics } from './en/diagnostics';
import { health } from './en/health';
import { dialogs, integration, tokens } from './en/integration';
import { deleted, pause, settings } from './en/lifecycle';
import { discover, integrations, providers, wizard } from './en/integrations';
import { notifications } from './en/notifications';
import { request, requests } from './en/requests';
import { past } from './en/past';
import { removal } from './en/removal';
import { search } from './en/search';
import { tokenEnd } from './en/token-end';
import { sentences } from './en/sentences';
import { account, alerts, invitation, setup, signIn, stepUp, team } from './en/team';

/** Every word of the console in English; its shape is the shape of every other language. */
export const en = {
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
} as const;

type Words<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Words<Tree[Key]> };

/** A language is complete or does not compile. */
export type Catalogue = Words<typeof en>;
