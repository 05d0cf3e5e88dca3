import { ROLES, type Role } from '@rollcall/admin-contracts';
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { mayTouch } from './member-menu';

interface RoleChoiceProps {
  readonly label: string;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** The roles that the reader may give, each with what it is for. */
export function RoleChoice({ label, value, onChange }: RoleChoiceProps) {
  const { t } = useTranslation();
  const own = useSession()?.member.role ?? 'auditor';
  return (
    <Radio.Group
      label={label}
      value={value}
      mt="md"
      onChange={(chosen) => {
        onChange(ROLES.find((role) => role === chosen) ?? value);
      }}
    >
      <Stack gap="sm" mt="xs">
        {ROLES.filter((role) => mayTouch(own, role)).map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`shell.roles.${role}`)}
            description={t(`team.roleTexts.${role}`)}
            data-autofocus={role === value || undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
