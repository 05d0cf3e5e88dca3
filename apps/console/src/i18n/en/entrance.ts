import { common, errors, shell } from './common';
import { account, alerts, invitation, setup, signIn, stepUp, team } from './team';

/** The words of the pages outside a session, which come with the first load. */
export const entrance = {
  common,
  shell,
  errors,
  setup,
  signIn,
  stepUp,
  team,
  invitation,
  account,
  alerts,
} as const;
