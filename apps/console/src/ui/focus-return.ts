import { useLayoutEffect } from 'react';

/** After the browser has taken the focus off what is gone. */
const AFTER_CLOSING_MS = 10;

/**
 * When a dialog closes, the focus goes back to where it was when the dialog opened, unless somebody has moved it on. Also for a dialog that is
 * open from its first moment, for which the component library remembers nothing.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const before = document.activeElement;
    return () => {
      const atClose = document.activeElement;
      setTimeout(() => {
        const now = document.activeElement;
        const isNowhere = now === null || now === document.body || now === atClose;
        if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      }, AFTER_CLOSING_MS);
    };
  }, [opened]);
}
