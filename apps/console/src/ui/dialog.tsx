import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** False while closing would lose something that cannot be shown again. */
  readonly dismissible?: boolean;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}

/** The header is a div: a <header> in a portal would be a second banner on the page. */
export function Dialog({ opened, title, onClose, dismissible = true, size = 'md', children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      closeOnClickOutside={dismissible}
      closeOnEscape={dismissible}
      padding="lg"
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="lg">
        <Modal.Header component="div">
          <Modal.Title component="h2" fw={600} fz="lg">
            {title}
          </Modal.Title>
          {dismissible && <Modal.CloseButton aria-label={t('common.close')} />}
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
