import { common, errors, shell } from './en/common';
import { group, groups, request, requests, user, users } from './en/directory';
import { guide } from './en/guide';
import { dialogs, integration, tokens } from './en/integration';
import { discover, integrations, providers, wizard } from './en/integrations';
import { setup, signIn } from './en/team';

/** Every word of the console in English; its shape is the shape of every other language. */
export const en = {
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
} as const;

type Words<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Words<Tree[Key]> };

/** A language is complete or does not compile. */
export type Catalogue = Words<typeof en>;
