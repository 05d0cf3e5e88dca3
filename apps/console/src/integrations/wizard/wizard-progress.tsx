import { useTranslation } from 'react-i18next';
import classes from './wizard.module.css';

const STEPS = ['start', 'name', 'token'] as const;
export type WizardStep = (typeof STEPS)[number];

/** Where one is; not a way to jump, since a step needs what the one before it asked. */
export function WizardProgress({ step }: { readonly step: WizardStep }) {
  const { t } = useTranslation();
  const current = STEPS.indexOf(step);
  return (
    <ol className={classes.progress} aria-label={t('wizard.progress')}>
      {STEPS.map((key, index) => (
        <li
          key={key}
          className={classes.progressStep}
          data-state={index < current ? 'done' : index === current ? 'current' : 'ahead'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={classes.progressNumber} aria-hidden>
            {index + 1}
          </span>
          {t(`wizard.steps.${key}`)}
        </li>
      ))}
    </ol>
  );
}
