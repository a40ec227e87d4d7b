import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { cx } from './cx.ts';
import css from './Dialog.module.css';

export interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Can only be left by one of its own buttons. */
  insistent?: boolean;
  wide?: boolean;
}

/** A dialog over the window. Escape closes it and the focus goes back to where it was. */
export function Dialog({ title, open, onClose, children, insistent, wide }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isKeyboardDismissDisabled={insistent ?? false}
    >
      <Modal className={cx(css.modal, wide && css.wide)} data-modal>
        <AriaDialog className={css.dialog ?? ''}>
          <div className={css.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {insistent ? null : (
              <Button kind="quiet" icon small label={t('close')} onPress={onClose}>
                <X />
              </Button>
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the foot of a dialog; the main one stands last. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className={css.foot}>{children}</div>;
}

export interface FormFootProps extends Pick<ButtonProps, 'children' | 'pending' | 'unavailable' | 'describedBy'> {
  onCancel: () => void;
}

/** The foot of a dialog that is a form: the way out, and the button that sends it. */
export function FormFoot({ onCancel, ...send }: FormFootProps) {
  const t = useText();
  return (
    <DialogFoot>
      <Button kind="quiet" onPress={onCancel}>
        {t('cancel')}
      </Button>
      <Button kind="main" type="submit" {...send} />
    </DialogFoot>
  );
}
