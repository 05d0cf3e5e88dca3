import type { ReactNode } from 'react';
import { FailedFace, LoadingFace } from './faces';
import { Panel } from './panel';

interface ListStatesProps {
  readonly loading: boolean;
  readonly error: unknown;
  readonly empty: boolean;
  readonly onRetry: () => void;
  readonly whenEmpty: ReactNode;
  readonly children: ReactNode;
}

/** The four faces of every list: loading, failed, empty, full. What was read before stays in view when a refresh fails. */
export function ListStates({ loading, error, empty, onRetry, whenEmpty, children }: ListStatesProps) {
  if (loading) {
    return (
      <Panel flush>
        <LoadingFace rows={8} />
      </Panel>
    );
  }
  if (error !== null && error !== undefined) {
    return (
      <Panel flush>
        <FailedFace error={error} onRetry={onRetry} />
      </Panel>
    );
  }
  if (empty) return <Panel flush>{whenEmpty}</Panel>;
  return children;
}
