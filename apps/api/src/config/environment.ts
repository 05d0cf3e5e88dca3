/** Reads variables and remembers every fault, so that all are told at once. An empty or blank value counts as absent. */
export class Environment {
  readonly faults: string[] = [];

  constructor(private readonly variables: Readonly<Record<string, string | undefined>>) {}

  text(name: string): string | undefined {
    const value = this.variables[name]?.trim();
    return value === '' ? undefined : value;
  }

  list(name: string): readonly string[] {
    const items = this.text(name)?.split(',') ?? [];
    return items.map((item) => item.trim()).filter((item) => item !== '');
  }

  integer(name: string, range: { readonly absent: number; readonly min: number; readonly max: number }): number {
    const text = this.text(name);
    if (text === undefined) return range.absent;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= range.min && value <= range.max) return value;
    this.faults.push(`${name} must be a whole number from ${range.min} to ${range.max}, but is "${text}".`);
    return range.absent;
  }

  choice<Option extends string>(name: string, options: readonly Option[], absent: Option): Option {
    const text = this.text(name);
    if (text === undefined) return absent;
    const found = options.find((option) => option === text.toLowerCase());
    if (found !== undefined) return found;
    this.faults.push(`${name} must be one of ${options.join(', ')}, but is "${text}".`);
    return absent;
  }

  /** Adds a fault unless the condition holds. Never put a secret's value into the sentence. */
  require(condition: boolean, fault: string): void {
    if (!condition) this.faults.push(fault);
  }
}
