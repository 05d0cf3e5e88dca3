import type { SourceDirectory, SourceGroup, SourceUser } from '../source/source-directory';
import { probe } from './connection-test';
import type { EngineContext } from './engine-context';
import { GroupProvisioner } from './group-provisioner';
import { inParallel } from './in-parallel';
import { ObjectFailed, Quarantined } from './object-failed';
import { ReferenceProvisioner } from './reference-provisioner';
import { UserProvisioner } from './user-provisioner';

/** This many objects failing one after another mean a broken server rather than broken objects. */
const FAILURES_IN_A_ROW_MAX = 50;

type Stage = 'users' | 'groups' | 'managers' | 'members';

interface CycleName {
  readonly name: string;
  readonly figures: 'per stage' | 'per cycle';
}

/** Users, then groups, then references: what changed since the last cycle, or everything (entra 13, 20.5). */
export class ProvisioningCycle {
  private readonly users: UserProvisioner;
  private readonly groups: GroupProvisioner;
  private readonly references: ReferenceProvisioner;
  /** Object ids that failed or wait for another object; the next cycle takes them along (entra 14.2). */
  private readonly escrow = new Set<string>();
  private watermark = 0;
  private failuresInARow = 0;

  constructor(
    private readonly context: EngineContext,
    private readonly source: SourceDirectory,
  ) {
    this.users = new UserProvisioner(context);
    this.groups = new GroupProvisioner(context);
    this.references = new ReferenceProvisioner(context);
  }

  /** Whether the next cycle would find something new. */
  get hasWork(): boolean {
    return this.escrow.size > 0 || this.source.watermark > this.watermark;
  }

  /**
   * Throws Quarantined where Entra would stop the job, and ServerSilent. Figures are kept per stage when `scope` is
   * everything for the first time, otherwise for the cycle as a whole.
   */
  async run(name: string, scope: 'all' | 'changes'): Promise<void> {
    const figures = this.watermark === 0 && scope === 'all' ? 'per stage' : 'per cycle';
    const cycle = { name, figures } as const;
    this.context.report.enterPhase(phaseOf(cycle, 'users'));
    await probe(this.context);
    const due = (objectId: string): boolean =>
      scope === 'all' || this.escrow.has(objectId) || this.source.changedSince(this.watermark, objectId);
    const users = this.source.users.filter((user) => due(user.objectId));
    const groups = this.source.groups.filter((group) => due(group.objectId));
    this.refuseTooManyDeletes(users, groups);
    const startedAt = this.source.watermark;
    this.escrow.clear();
    await this.stage(cycle, 'users', users, (user) => this.users.evaluate(user, this.context.nextDialect()));
    await this.stage(cycle, 'groups', groups, (group) => this.groups.evaluate(group, this.context.nextDialect()));
    await this.stage(cycle, 'managers', users, (user) => this.writeManager(user));
    await this.stage(cycle, 'members', groups, (group) => this.writeMembers(group));
    this.watermark = startedAt;
  }

  private async writeManager(user: SourceUser): Promise<void> {
    const settled = await this.references.writeManager(user, this.context.nextDialect());
    if (!settled) this.escrow.add(user.objectId);
  }

  private async writeMembers(group: SourceGroup): Promise<void> {
    const settled = await this.references.writeMembers(group, this.context.nextDialect());
    if (!settled) this.escrow.add(group.objectId);
  }

  private async stage<T extends { readonly objectId: string }>(
    cycle: CycleName,
    stage: Stage,
    items: readonly T[],
    work: (item: T) => Promise<void>,
  ): Promise<void> {
    if (items.length === 0) return;
    const { report, settings } = this.context;
    report.enterPhase(phaseOf(cycle, stage));
    const phase = `${cycle.name}: ${stage}`;
    let done = 0;
    settings.onProgress({ phase, done, total: items.length });
    await inParallel(items, settings.parallel, async (item) => {
      await this.guarded(item.objectId, () => work(item));
      done += 1;
      settings.onProgress({ phase, done, total: items.length });
    });
  }

  /** One object's failure is its own, until too many fail in a row. */
  private async guarded(objectId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failuresInARow = 0;
    } catch (error) {
      if (!(error instanceof ObjectFailed)) throw error;
      this.escrow.add(objectId);
      this.failuresInARow += 1;
      if (this.failuresInARow < FAILURES_IN_A_ROW_MAX) return;
      throw new Quarantined(
        `${FAILURES_IN_A_ROW_MAX} objects failed in a row (the last: ${error.message}). The run stops here.`,
      );
    }
  }

  private refuseTooManyDeletes(users: readonly SourceUser[], groups: readonly SourceGroup[]): void {
    const { links, settings } = this.context;
    const losing = users.filter((user) => {
      const link = links.users.get(user.objectId);
      return link !== undefined && user.standing !== 'enabled' && link.written.get('active') === true;
    });
    const doomed = groups.filter((group) => group.deleted && links.groups.has(group.objectId));
    const count = losing.length + doomed.length;
    if (count <= settings.deleteThreshold) return;
    throw new Quarantined(
      `${count} objects would be disabled or deleted, more than the threshold of ${settings.deleteThreshold}.`,
    );
  }
}

/** The name under which the report counts. */
function phaseOf({ name, figures }: CycleName, stage: Stage): string {
  return figures === 'per stage' ? `${name}: ${stage}` : name;
}
