import { useState } from 'react';
import { NotConfirmed } from '../api/step-up';

interface Action<Arguments extends readonly unknown[]> {
  readonly busy: boolean;
  readonly error: unknown;
  readonly run: (...args: Arguments) => void;
  readonly reset: () => void;
}

/**
 * One call at a time, with its failure. Unlike a mutation it keeps no answer, so a secret goes to `work` alone and
 * into no cache.
 */
export function useAction<Arguments extends readonly unknown[]>(
  work: (...args: Arguments) => Promise<void>,
): Action<Arguments> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);

  const attempt = async (args: Arguments): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work(...args);
    } catch (failure) {
      // Whoever does not confirm has changed their mind: everything stays as it was.
      if (!(failure instanceof NotConfirmed)) setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    error,
    run: (...args) => {
      if (!busy) void attempt(args);
    },
    reset: () => {
      setError(undefined);
    },
  };
}
