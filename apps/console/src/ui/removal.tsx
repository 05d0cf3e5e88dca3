import { lazy, Suspense } from 'react';

const RemovalNote = lazy(() => import('./removal-note').then((module) => ({ default: module.RemovalNote })));

/** Above each list of what was deleted; loaded when one is looked at. */
export function Removal() {
  return (
    <Suspense fallback={null}>
      <RemovalNote />
    </Suspense>
  );
}
