import { PASSWORD_MAX, PASSWORD_MIN } from '@rollcall/admin-contracts';
import { Group, List, Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './password-rules.module.css';

interface Candidate {
  readonly password: string;
  readonly name: string;
  readonly email: string;
  readonly tenantName: string;
}

type PasswordFault = 'ruleLength' | 'ruleLengthMax' | 'rulePersonal';

/** What a browser can know beforehand (SEC-45); the server also compares with passwords that are known to be guessed. */
export function passwordFaults({ password, name, email, tenantName }: Candidate): readonly PasswordFault[] {
  const length = Array.from(password).length;
  const plain = password.trim().toLowerCase();
  const personal = [name, email, tenantName].some((word) => word.trim() !== '' && word.trim().toLowerCase() === plain);
  return [
    ...(length < PASSWORD_MIN ? (['ruleLength'] as const) : []),
    ...(length > PASSWORD_MAX ? (['ruleLengthMax'] as const) : []),
    ...(personal ? (['rulePersonal'] as const) : []),
  ];
}

/** The rules, before anybody breaks one; they tick while the person types. */
export function PasswordRules({ id, values }: { readonly id: string; readonly values: Candidate }) {
  const { t } = useTranslation();
  const faults = passwordFaults(values);
  const rules = (['ruleLength', 'rulePersonal'] as const).map((rule) => ({
    rule,
    met: values.password !== '' && !faults.includes(rule),
  }));
  return (
    <List id={id} aria-label={t('setup.rules')} listStyleType="none" className={classes.rules}>
      {rules.map(({ rule, met }) => (
        <List.Item key={rule}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            {met ? (
              <IconCircleCheckFilled size={16} className={classes.met} aria-hidden />
            ) : (
              <IconCircle size={16} className={classes.open} aria-hidden />
            )}
            <Text size="xs" c="dimmed">
              {t(`setup.${rule}`, { min: PASSWORD_MIN })}
              <span className="visually-hidden">, {met ? t('setup.ruleMet') : t('setup.ruleOpen')}</span>
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
