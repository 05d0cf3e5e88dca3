import type { RequestFilter } from '@rollcall/admin-contracts';
import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { neighboursQuery } from '../api/requests';
import { useLogWords } from '../i18n/told/use-log-words';
import { useShortcuts } from '../ui/shortcuts';

interface NeighboursProps {
  readonly requestId: string;
  /** Of the list that the request was found in. */
  readonly filter: RequestFilter;
}

/** On to the next request of the list, by button or, where shortcuts are on, by j and k as in a mail program. */
export function Neighbours({ requestId, filter }: NeighboursProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { newer, older } = useQuery(neighboursQuery(requestId, useLogWords(filter))).data ?? {};
  const open = (id: string | undefined) => {
    // Letters typed into a dialog, or meant for its buttons, lead nowhere.
    if (id === undefined || document.querySelector('[role="dialog"]') !== null) return;
    void navigate({ to: '/requests/$requestId', params: { requestId: id }, search: filter, replace: true });
  };
  useShortcuts([
    [
      'j',
      () => {
        open(older);
      },
    ],
    [
      'k',
      () => {
        open(newer);
      },
    ],
  ]);
  return (
    <Group gap={4}>
      <Step label={t('request.newer')} id={newer} onOpen={open}>
        <IconChevronUp size={18} aria-hidden />
      </Step>
      <Step label={t('request.older')} id={older} onOpen={open}>
        <IconChevronDown size={18} aria-hidden />
      </Step>
    </Group>
  );
}

interface StepProps {
  readonly label: string;
  readonly id: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly children: ReactNode;
}

function Step({ label, id, onOpen, children }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        disabled={id === undefined}
        onClick={() => {
          onOpen(id);
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
