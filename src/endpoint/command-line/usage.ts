/** Words how the program is called, from the table of settings and of commands, so that nothing is left out. */

import { EDITOR_SCOPES, SCOPES } from '../store/tokens.ts';
import { nameVariable, type Setting } from './read-settings.ts';
import { SERVE_SETTINGS, STORE_SETTINGS } from './settings.ts';

const WIDTH = 110;
const INDENT = 26;

const COMMANDS: readonly (readonly [string, string])[] = [
  ['[serve]', 'serves; the settings below are for it'],
  [
    'token add --name NAME --site HOST [--scope SCOPE[,SCOPE]] [--public-url URL]',
    'prints an editor’s token, once. It covers the site HOST and its subdomains, and is good for ' +
      `${EDITOR_SCOPES.join(', ')}, or for what --scope names of ${SCOPES.join(', ')}. ` +
      'With --scope feed, the addresses of the feed are printed as well; URL is where clients reach the endpoint.',
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
    'source import FILE --site HOST',
    'puts the sources of a list, as `npm run audit -- --collect` writes it, on the list of HOST and its subdomains, ' +
      'against which editors check their pages',
  ],
  ['source list --site HOST', 'shows the sources on the lists of HOST and its subdomains'],
  [
    'source remove --site HOST [--url URL]',
    'takes the source at URL from the list of HOST, or all that are on it',
  ],
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

/** The words that a command may begin with. */
export const COMMAND_WORDS: readonly string[] = [
  ...new Set(['serve', ...COMMANDS.slice(1).map(([call]) => call.split(' ')[0] ?? '')]),
];

/** All that there is. */
export const USAGE = composeUsage([]);

/**
 * Finds what help would be about.
 * @param args what was typed
 * @returns the command's words, such as `channel test`, as far as there are commands that begin so; none for `serve`
 */
export function findTopic(args: readonly string[]): readonly string[] {
  for (let count = 2; count > 0; count--) {
    const words = args.slice(0, count);
    if (words.length === count && listCommands(words).length > 0) return words;
  }
  return [];
}

/** @param topic the words of a command, or of several; none for all that there is */
export function composeUsage(topic: readonly string[]): string {
  const isAll = topic.length === 0;
  return [
    'Usage:',
    ...listCommands(topic).flatMap(describeCommand),
    '',
    isAll ? 'Settings (every command takes --data and --database-url):' : 'Where the data lies:',
    ...Object.entries<Setting<unknown>>(isAll ? SERVE_SETTINGS : STORE_SETTINGS).flatMap(
      describeSetting,
    ),
    '',
    ...wrap(
      `Each can be given by a variable of the environment, ${nameVariable('data')} for --data and so on; a flag beats ` +
        'it. One that may hold a password is better kept off the command line: by its variable, or in a file ' +
        `that is named by the variable with _FILE at its end, such as ${nameVariable('database-url')}_FILE.`,
      WIDTH,
    ),
  ].join('\n');
}

function listCommands(words: readonly string[]): typeof COMMANDS {
  return COMMANDS.filter(([call]) => words.every((word, i) => call.split(' ')[i] === word));
}

function describeCommand([call, says]: readonly [string, string]): string[] {
  return [
    ...wrap(`npm run endpoint -- ${call}`, WIDTH - 10).map(
      (line, i) => (i === 0 ? '  ' : '          ') + line,
    ),
    ...wrap(says, WIDTH - 6).map((line) => `      ${line}`),
  ];
}

function describeSetting([flag, { sign, says, byDefault }]: [string, Setting<unknown>]): string[] {
  const call = `  --${flag}${sign === '' ? '' : ` ${sign}`}`;
  const text = byDefault === undefined ? says : `${says} (default: ${byDefault})`;
  const lines = wrap(text, WIDTH - INDENT).map((line) => ' '.repeat(INDENT) + line);
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
