import type { ActivityEntry } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';
import { visibleText } from '../ui/visible-text';

/** What was done in the reader's words; a deed that the catalogue does not know yet is shown by its name. */
export function useActivitySentence(): (entry: ActivityEntry) => string {
  const name = useActionName();
  return ({ action, object }) => {
    const subject = object?.name;
    return subject === undefined ? name(action) : `${name(action)}: ${visibleText(subject)}`;
  };
}

export function useActionName(): (action: string) => string {
  const { t, i18n } = useTranslation();
  return (action) => {
    const key = `activity.actions.${action}`;
    // The contract may know a deed before the catalogue does; a test tells.
    return i18n.exists(key) ? t(key as 'activity.actions.user.created') : action;
  };
}
