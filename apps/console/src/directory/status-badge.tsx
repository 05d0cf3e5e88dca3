import { useTranslation } from 'react-i18next';
import classes from './status-badge.module.css';

/** A word with a dot: nearly every row says "Active", so it must not shout. */
export function StatusBadge({ active }: { readonly active: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.status} data-active={active || undefined}>
      {active ? t('users.active') : t('users.inactive')}
    </span>
  );
}
