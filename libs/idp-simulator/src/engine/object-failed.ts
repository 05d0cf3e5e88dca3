/** The evaluation of one object cannot go on; its deviation is in the report, and a later cycle tries again (entra 14.2). */
export class ObjectFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ObjectFailed';
  }
}

/** Entra would stop the job and tell the admin (entra 14.3). */
export class Quarantined extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Quarantined';
  }
}
