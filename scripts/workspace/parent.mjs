import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'busybox']);
const LOOK_EVERY_MS = 500;

/**
 * Calls back when the npm that started this script is gone. A SIGTERM may end npm only, and a server that nobody can stop any more
 * would stay behind. npm runs scripts through a shell, which may stand between us and it or not.
 */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const before = watched();
  const timer = setInterval(() => {
    if (watched() === before) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** Our parent, and the shell's parent when our parent is a shell. */
function watched() {
  const parent = describe(process.ppid);
  return parent && SHELLS.has(parent.command) ? `${process.ppid} ${parent.parent}` : String(process.ppid);
}

function describe(pid) {
  if (process.platform === 'linux') return describeLinux(pid);
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  const [parent, command] = (stdout ?? '').trim().split(/\s+/, 2);
  return command ? { parent, command: command.split('/').at(-1) } : undefined;
}

function describeLinux(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { command: stat.slice(stat.indexOf('(') + 1, end), parent: stat.slice(end + 2).split(' ')[1] };
  } catch {
    return undefined;
  }
}
