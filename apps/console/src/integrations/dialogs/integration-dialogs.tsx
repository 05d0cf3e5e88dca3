import { DeleteDialog } from './delete-dialog';
import { PauseDialog } from './pause-dialog';
import { RenameDialog } from './rename-dialog';
import { RevokeDialog } from './revoke-dialog';
import { RotateDialog } from './rotate-dialog';
import type { IntegrationDialogsState } from './use-integration-dialogs';

interface IntegrationDialogsProps {
  readonly state: IntegrationDialogsState;
  readonly onDeleted?: () => void;
}

export function IntegrationDialogs({ state, onDeleted }: IntegrationDialogsProps) {
  const { opened, subject, close } = state;
  if (subject === undefined) return null;
  return (
    <>
      <RenameDialog opened={opened === 'rename'} integration={subject} onClose={close} />
      <RotateDialog opened={opened === 'rotate'} integration={subject} onClose={close} />
      <RevokeDialog opened={opened === 'revoke'} integration={subject} onClose={close} />
      <PauseDialog opened={opened === 'pause'} integration={subject} onClose={close} />
      <DeleteDialog opened={opened === 'delete'} integration={subject} onClose={close} onDeleted={onDeleted} />
    </>
  );
}
