import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lockDataFolder, serverOfDataFolder } from './data-folder-lock';

describe('the lock of a data folder', () => {
  let folder: string;
  const file = (): string => path.join(folder, 'rollcall.lock');

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rollcall-lock-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('lets one process in and tells the next one which process that is', async () => {
    const lock = await lockDataFolder(folder, 'server');

    await expect(lockDataFolder(folder, 'server')).rejects.toThrow(
      `Rollcall already runs on the data folder ${folder} (process ${process.pid})`,
    );
    expect(serverOfDataFolder(folder)).toBe(process.pid);
    lock.release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('waits for a command of the operator, which ends by itself', async () => {
    const command = await lockDataFolder(folder, 'command');
    setTimeout(() => command.release(), 100);

    const server = await lockDataFolder(folder, 'server');

    expect(serverOfDataFolder(folder)).toBe(process.pid);
    server.release();
  });

  it('takes over the lock of a process that is gone', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    fs.writeFileSync(file(), JSON.stringify({ pid: gone, started: 'then', purpose: 'server' }));

    const lock = await lockDataFolder(folder, 'server');

    expect(serverOfDataFolder(folder)).toBe(process.pid);
    lock.release();
  });

  it('takes over the lock of an earlier process with the number of one that lives', async () => {
    fs.writeFileSync(file(), JSON.stringify({ pid: process.pid, started: 'another boot/1', purpose: 'server' }));

    const lock = await lockDataFolder(folder, 'server');

    lock.release();
    expect(fs.existsSync(file())).toBe(false);
  });

  it('takes over a lock that was cut short', async () => {
    fs.writeFileSync(file(), '{"pid":');

    const lock = await lockDataFolder(folder, 'server');

    expect(serverOfDataFolder(folder)).toBe(process.pid);
    lock.release();
  });
});
