import type { EntraSimulator } from '../engine/entra-simulator';
import { leaversDay, namesakeDay, ordinaryDay, purgeDay, returnersDay, type Day } from '../source/working-days';

export const PHASES = ['test', 'initial', 'restart', 'incremental', 'disable', 'enable', 'delete', 'verify'] as const;
export type Phase = (typeof PHASES)[number];

/** The connection test failed: nothing else makes sense. The message is for a person. */
export class NotConnected extends Error {}

export interface EntraRun {
  readonly simulator: EntraSimulator;
  readonly phases: readonly Phase[];
  readonly seed: string;
  readonly domain: string;
  /** Told what happened in the company before each cycle. */
  readonly onNews: (news: string) => void;
}

/** A provider's life in a few cycles, in the order of the phases. */
export async function runEntra(run: EntraRun): Promise<void> {
  for (const phase of PHASES) {
    if (run.phases.includes(phase)) await play(run, phase);
  }
}

async function play(run: EntraRun, phase: Phase): Promise<void> {
  const { simulator } = run;
  switch (phase) {
    case 'test': {
      const result = await simulator.testConnection();
      if (!result.ok) throw new NotConnected(result.problem);
      return;
    }
    case 'initial':
      await simulator.survey();
      return simulator.initialCycle();
    case 'restart':
      return simulator.restart();
    case 'incremental':
      return liveThrough(run, 'incremental', ordinaryDay);
    case 'disable':
      return liveThrough(run, 'disable', leaversDay);
    case 'enable':
      return liveThrough(run, 'enable', returnersDay);
    case 'delete':
      await liveThrough(run, 'delete', purgeDay);
      return liveThrough(run, 'recreate', namesakeDay);
    case 'verify':
      return simulator.verify();
  }
}

async function liveThrough(run: EntraRun, name: string, happens: (day: Day) => readonly string[]): Promise<void> {
  const news = happens({ company: run.simulator.company, seed: run.seed, domain: run.domain });
  for (const line of news) run.onNews(line);
  await run.simulator.incrementalCycle(name);
}
