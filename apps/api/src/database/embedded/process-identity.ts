import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another account.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name in parentheses may hold blanks; the fields after it are regular, and the start time is field 22 of all.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return '';
  }
}
