import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from './focus-return';

interface DialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** False while closing would lose something that cannot be shown again. */
  readonly dismissible?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  /** Above the dialog whose work it interrupts. */
  readonly onTop?: boolean;
  readonly children: ReactNode;
}

const ON_TOP = 250;

/** The header is a div: a <header> in a portal would be a second banner on the page. */
export function Dialog({
  opened,
  title,
  onClose,
  dismissible = true,
  size = 'md',
  onTop = false,
  children,
}: DialogProps) {
  const { t } = useTranslation();
  useFocusReturn(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      closeOnClickOutside={dismissible}
      closeOnEscape={dismissible}
      padding="lg"
      returnFocus={false}
      {...(onTop ? { zIndex: ON_TOP } : {})}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content radius="lg">
        <Modal.Header component="div">
          <Modal.Title component="h2" fw={600} fz="lg" lh={1.35}>
            {title}
          </Modal.Title>
          {dismissible && <Modal.CloseButton aria-label={t('common.close')} />}
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
