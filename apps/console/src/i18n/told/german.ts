import { deeds, fields } from './german-console';
import { bodies, filters, patches, values } from './german-refusals';
import { notes, service } from './german-service';

/** What the server says in English, in German. */
export const germanPhrases: Readonly<Record<string, string>> = {
  ...filters,
  ...patches,
  ...values,
  ...bodies,
  ...service,
  ...notes,
  ...fields,
  ...deeds,
};
