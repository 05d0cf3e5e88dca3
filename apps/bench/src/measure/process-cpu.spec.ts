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

  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('sees this process working', () => {
    const before = readTreeCpu(process.pid);
    for (const end = performance.now() + 20; performance.now() < end;);
    expect(cpuUsedMs(before, readTreeCpu(process.pid))).toBeGreaterThan(0);
  });

  onLinux('knows who started a process', () => {
    expect(parentPid(process.pid)).toBe(process.ppid);
  });
});
