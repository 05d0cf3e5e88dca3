import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

export interface Fact {
  /** Where two facts share a term. */
  readonly key?: string;
  readonly term: string;
  readonly value: ReactNode;
}

/** Names beside values; below each other where there is no room. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map((fact) => (
        <div key={fact.key ?? fact.term} className={classes.fact}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
