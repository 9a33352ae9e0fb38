/** Takes the command's arguments apart, and says in a sentence what is wrong with them. */
import { parseArgs } from 'node:util';

export type Command =
  | { kind: 'help' }
  | {
      kind: 'audit';
      inputs: string[];
      sources: string;
      isJson: boolean;
      isCommercial: boolean;
      language: string;
    }
  | { kind: 'collect'; inputs: string[]; out: string }
  | { kind: 'wrong'; message: string };

const OPTIONS = {
  sources: { type: 'string' },
  json: { type: 'boolean' },
  commercial: { type: 'boolean' },
  language: { type: 'string' },
  collect: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readArguments(args: string[]): Command {
  const wrong = (message: string): Command => ({ kind: 'wrong', message });
  try {
    const { values, positionals: inputs } = parseArgs({
      args,
      options: OPTIONS,
      allowPositionals: true,
    });
    if (values.help === true) return { kind: 'help' };
    if (inputs.length === 0) return wrong('Name the pages to look at.');
    if (values.collect === true) {
      if (values.sources !== undefined)
        return wrong('Either --collect makes a list, or --sources names one.');
      if (values.out === undefined) return wrong('--collect needs --out FILE.');
      return { kind: 'collect', inputs, out: values.out };
    }
    if (values.out !== undefined) return wrong('--out goes with --collect.');
    if (values.sources === undefined) return wrong('Name the list of sources: --sources FILE.');
    const language = values.language ?? 'en';
    if (!isLanguage(language)) return wrong(`${language} is no language tag.`);
    return {
      kind: 'audit',
      ...{ inputs, language, sources: values.sources },
      isJson: values.json === true,
      isCommercial: values.commercial === true,
    };
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
