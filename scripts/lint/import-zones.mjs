import fs from 'node:fs';
import path from 'node:path';

const API = './apps/api/src';
const PROTOCOL = './libs/scim-protocol/src';
const CONSOLE = './apps/console/src';
const root = path.resolve(import.meta.dirname, '../..');

/** Folders that every feature stands on; they know none of them. */
const GROUND = ['access', 'config', 'database', 'masking', 'observability'];
const FEATURES = [
  'activity',
  'brake',
  'console',
  'directory',
  'events',
  'integrations',
  'notifications',
  'requests',
  'restoration',
  'scim',
  'team',
  'tenants',
  'tokens',
];

const below = (base, folders) => folders.map((folder) => `${base}/${folder}`);

const api = [
  {
    target: below(API, GROUND),
    from: below(API, FEATURES),
    message: 'Ground floor: access, config, database, masking and observability know no feature.',
  },
  {
    target: `${API}/scim`,
    from: `${API}/tokens`,
    except: ['./token-verifier.ts', './token-use-recorder.ts', './scim-caller.ts', './tokens.module.ts'],
    message: 'Of tokens, scim sees the verifier only.',
  },
  {
    target: `${API}/scim`,
    from: below(API, ['activity', 'console', 'directory', 'integrations', 'notifications', 'team']),
    message: 'What a provider calls knows nothing of the console and its people.',
  },
  {
    target: below(API, ['tokens', 'integrations', 'directory', 'team', 'tenants', 'activity']),
    from: `${API}/scim`,
    message: 'Nobody depends on the SCIM side.',
  },
  { target: `${API}/tokens`, from: `${API}/integrations`, message: 'integrations -> tokens, never back.' },
  {
    target: [`${API}/**/*.controller.ts`, `${API}/**/*.dto.ts`, `${API}/**/*.guard.ts`, `${API}/scim/**/*`],
    from: `${API}/**/*.entity.ts`,
    message: 'Rows never reach the wire: a mapper makes contract types of them.',
  },
];

const ORDER = ['messages', 'schema', 'filter', 'patch', 'dialects'];

/** messages <- schema <- filter <- patch <- dialects */
const protocol = ORDER.slice(0, -1).map((folder, index) => ({
  target: `${PROTOCOL}/${folder}`,
  from: below(PROTOCOL, ORDER.slice(index + 1)),
  message: `${folder} comes before ${ORDER.slice(index + 1).join(', ')} and does not know them.`,
}));

const COMMON = ['api', 'ui', 'i18n', 'app'];

/** Features of the console do not know each other; what they share lies in the common folders, which know no feature. */
function consoleZones() {
  const base = path.join(root, CONSOLE);
  if (!fs.existsSync(base)) return [];
  const folders = fs.readdirSync(base, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const features = folders.map(({ name }) => name).filter((name) => !COMMON.includes(name));
  const apart = features.map((feature) => ({
    target: `${CONSOLE}/${feature}`,
    from: below(
      CONSOLE,
      features.filter((other) => other !== feature),
    ),
    message: 'Features of the console do not import each other.',
  }));
  return [
    ...apart,
    { target: below(CONSOLE, ['ui', 'api']), from: below(CONSOLE, features), message: 'ui and api know no feature.' },
  ];
}

export const importZones = [...api, ...protocol, ...consoleZones()];
