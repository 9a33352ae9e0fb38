/** Words how the program is called, from the table of settings and of commands, so that nothing is left out. */
import { nameVariable, type Setting } from './read-settings.ts';
import { SERVE_SETTINGS } from './settings.ts';

const WIDTH = 110;
const INDENT = 26;

const COMMANDS: readonly (readonly [string, string])[] = [
  ['[serve]', 'serves; the settings below are for it'],
  [
    'token add --name NAME --site HOST',
    'prints an editor’s token, once. It covers the site HOST and its subdomains.',
  ],
  ['token list', 'shows whose tokens there are, for which site, made and revoked when'],
  ['token revoke --name NAME [--site HOST]', 'ends an editor’s tokens: those for HOST, or all'],
];

export const USAGE = composeUsage();

function composeUsage(): string {
  const commands = COMMANDS.flatMap(([call, says]) => [
    `  npm run endpoint -- ${call}`,
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
