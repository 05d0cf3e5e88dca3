/** Collects the values of a statement; `add` answers the place that stands for the value in its text (SEC-26). */
export class BoundParameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
