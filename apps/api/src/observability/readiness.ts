import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '../database/worker-database';

export type ReadyState = 'ready' | 'stopping' | 'databaseDown';

/** Whether new requests should come here. */
@Injectable()
export class Readiness {
  private stopping = false;

  constructor(private readonly database: WorkerDatabase) {}

  /** From now on a balancer is told to send nobody here. */
  turnRed(): void {
    this.stopping = true;
  }

  async state(): Promise<ReadyState> {
    if (this.stopping) return 'stopping';
    try {
      await this.database.query('select 1');
      return 'ready';
    } catch {
      return 'databaseDown';
    }
  }
}
