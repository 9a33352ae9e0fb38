/** Words how the program is called, from the table of settings and of commands, so that nothing is left out. */

import { EDITOR_SCOPES, SCOPES } from '../store/tokens.ts';
import { nameVariable, type Setting } from './read-settings.ts';
import { SERVE_SETTINGS } from './settings.ts';

const WIDTH = 110;
const INDENT = 26;

const COMMANDS: readonly (readonly [string, string])[] = [
  ['[serve]', 'serves; the settings below are for it'],
  [
    'token add --name NAME --site HOST [--scope SCOPE[,SCOPE]]',
    'prints an editor’s token, once. It covers the site HOST and its subdomains, and is good for ' +
      `${EDITOR_SCOPES.join(', ')}, or for what --scope names of ${SCOPES.join(', ')}.`,
  ],
  ['token list', 'shows whose tokens there are, for which site, made and revoked when'],
  ['token revoke --name NAME [--site HOST]', 'ends an editor’s tokens: those for HOST, or all'],
  [
    'site add --site HOST [--posts-per-minute N]',
    'sets how many reports a minute are taken for HOST and its subdomains together, whoever sends them',
  ],
  ['site list', 'shows what is set for sites'],
  ['site remove --site HOST', 'takes away what is set for HOST; its reports stay'],
  [
    'channel add --site HOST --mail ADDRESS|--webhook URL|--slack URL [--every report|hour|day] [--at HH:MM] [--language TAG]',
    'tells editors of what comes about HOST and its subdomains: of each mistake at once, or in a digest each hour or ' +
      'day (at 06:00 UTC, or when --at says). A webhook’s secret is printed once.',
  ],
  ['channel list', 'shows who is told of what, and what could not be sent'],
  ['channel test --id ID', 'sends a test message'],
  ['channel remove --id ID', 'ends a channel'],
  ['migrate', 'brings the tables up to date and ends'],
  [
    'backup FILE',
    'copies the SQLite database, also while the endpoint runs, and checks the copy. For PostgreSQL there is pg_dump.',
  ],
  [
    'export --out FILE',
    'writes all that is stored as JSON Lines, to take it to another database; - is the output. ' +
      'The file holds everything, keys included: keep it as you keep the database.',
  ],
  [
    'import FILE',
    'brings an export into an empty database, or goes on where an import was interrupted; - is the input',
  ],
];

export const USAGE = composeUsage();

function composeUsage(): string {
  const commands = COMMANDS.flatMap(([call, says]) => [
    ...wrap(`npm run endpoint -- ${call}`, WIDTH - 10).map(
      (line, i) => (i === 0 ? '  ' : '          ') + line,
    ),
    ...wrap(says, WIDTH - 6).map((line) => `      ${line}`),
  ]);
  const settings = Object.entries<Setting<unknown>>(SERVE_SETTINGS).flatMap(describeSetting);
  return [
    'Usage:',
    ...commands,
    '',
    'Settings (every command takes --data and --database-url):',
    ...settings,
    '',
    ...wrap(
      `Each can be given by a variable of the environment, ${nameVariable('port')} for --port and so on; a flag beats ` +
        'it. One that may hold a password is better kept off the command line: by its variable, or in a file ' +
        `that is named by the variable with _FILE at its end, such as ${nameVariable('database-url')}_FILE.`,
      WIDTH,
    ),
  ].join('\n');
}

function describeSetting([flag, { sign, says }]: [string, Setting<unknown>]): string[] {
  const call = `  --${flag}${sign === '' ? '' : ` ${sign}`}`;
  const lines = wrap(says, WIDTH - INDENT).map((line) => ' '.repeat(INDENT) + line);
  if (call.length > INDENT - 2) return [call, ...lines];
  const [first = '', ...rest] = lines;
  return [call.padEnd(INDENT) + first.trimStart(), ...rest];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
