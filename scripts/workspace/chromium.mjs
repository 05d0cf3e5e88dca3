import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser for the browser tests: CHROMIUM, else one of the system, else Debian's package when we may install it. */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given && !fs.existsSync(given)) throw new Fault(`CHROMIUM is "${given}", and there is no such file.`);
  const found = given ?? installed();
  if (found) return found;
  if (mayInstall()) install();
  const after = installed();
  if (after) return after;
  throw new Fault(
    'The browser tests need Chromium or Google Chrome: install one (Debian and Ubuntu: "sudo apt-get install chromium"), or set CHROMIUM to its path.',
  );
}

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin');
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...candidates, MAC].find((file) => fs.existsSync(file));
}

function mayInstall() {
  return process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}

function install() {
  console.log('No Chromium here: installing the package chromium ...');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}
