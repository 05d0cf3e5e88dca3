import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** A process that was killed and that nobody has waited for yet still has its number, but does nothing any more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another account.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return process.platform !== 'linux' || !['Z', 'X'].includes(linuxStat(pid)[0] ?? '');
}

/**
 * Tells a process from a later one that got the same number: the moment of its start as the system counts it. Empty where the system
 * does not say, which compares equal, so that in doubt a process counts as the one it claims to be.
 */
export function startMark(pid: number): string {
  if (process.platform === 'linux') return linuxStartMark(pid);
  if (process.platform === 'win32') return '';
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return typeof stdout === 'string' ? stdout.trim() : '';
}

function linuxStartMark(pid: number): string {
  const ticks = linuxStat(pid)[19];
  if (ticks === undefined) return '';
  return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
}

/** The fields from the third one (the state) on; the name before them stands in parentheses and may hold blanks. */
function linuxStat(pid: number): string[] {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
