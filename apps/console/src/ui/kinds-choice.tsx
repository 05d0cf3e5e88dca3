import { NOTIFICATION_KINDS, type NotificationKind } from '@rollcall/admin-contracts';
import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface KindsChoiceProps {
  readonly label: string;
  readonly kinds: readonly NotificationKind[];
  readonly error?: ReactNode;
  readonly onChange: (kinds: readonly NotificationKind[]) => void;
}

export function KindsChoice({ label, kinds, error, onChange }: KindsChoiceProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={label}
      error={error}
      value={[...kinds]}
      onChange={(values) => {
        onChange(NOTIFICATION_KINDS.filter((kind) => values.includes(kind)));
      }}
    >
      <Stack gap="xs" mt="xs">
        {NOTIFICATION_KINDS.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`notifications.kinds.${kind}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
