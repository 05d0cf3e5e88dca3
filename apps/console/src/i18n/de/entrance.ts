import type { Catalogue } from '../en';
import type { entrance as english } from '../en/entrance';
import { common, errors, shell } from './common';
import { account, alerts, invitation, setup, signIn, stepUp, team } from './team';

/** The words of the pages outside a session in German. */
export const entrance: Pick<Catalogue, keyof typeof english> = {
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
};
