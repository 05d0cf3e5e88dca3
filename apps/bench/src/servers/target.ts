import type { Address } from '../load/connection';

export type TargetName = 'rollcall' | 'floor';

/** A server that is measured. */
export interface Target {
  readonly name: TargetName;
  readonly pid: number;
  /** The name of its database on the shared PostgreSQL. */
  readonly database: string;
  /** An empty directory that no other load touches: an integration at Rollcall, a set of tables at the floor. */
  openDirectory(label: string): Promise<Address>;
  stop(): Promise<void>;
}
