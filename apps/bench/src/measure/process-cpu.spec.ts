import { cpuUsedMs, parentPid, readTreeCpu } from './process-cpu';

describe('CPU of a tree of processes', () => {
  it('adds what each process used, new ones from their start', () => {
    const before = new Map([
      [1, 100],
      [2, 50],
    ]);
    const after = new Map([
      [1, 130],
      [2, 50],
      [3, 7],
    ]);
    expect(cpuUsedMs(before, after)).toBe(37);
  });

  it('takes nothing away for a process that ended', () => {
    expect(
      cpuUsedMs(
        new Map([
          [1, 100],
          [2, 5_000],
        ]),
        new Map([[1, 110]]),
      ),
    ).toBe(10);
  });

  it('is unknown where the kernel does not tell', () => {
    expect(cpuUsedMs(undefined, new Map())).toBeUndefined();
  });

  const kernelTells = process.platform === 'linux';

  it('sees this process working, where the kernel tells', () => {
    const before = readTreeCpu(process.pid);
    for (const end = performance.now() + 20; performance.now() < end;);
    const used = cpuUsedMs(before, readTreeCpu(process.pid));
    expect(kernelTells ? (used ?? 0) > 0 : used === undefined).toBe(true);
  });

  it('knows who started a process, where the kernel tells', () => {
    expect(parentPid(process.pid)).toBe(kernelTells ? process.ppid : undefined);
  });
});
