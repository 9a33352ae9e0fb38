/**
 * Checks pages against a list of sources without a browser, before or after they are published: for builds and hooks of
 * content management systems.
 */
import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type AuditedPage, composeAuditReport } from '../model/reuse/audit-report.ts';
import type { CheckOptions } from '../model/reuse/check-text.ts';
import type { Copy } from '../model/reuse/copy.ts';
import { findingSchema } from '../model/reuse/finding.ts';
import { listPageFingerprints } from '../model/reuse/fingerprint-text.ts';
import { indexCopies } from '../model/reuse/index-copies.ts';
import { readSourceList, writeSourceList } from '../model/reuse/source-list.ts';
import { checkReuse } from '../page/reuse/check-reuse.ts';
import { readReuseText } from '../page/reuse/read-reuse-text.ts';
import { collectSource } from './collect-sources.ts';
import { findInputs, type Input, nameInput } from './find-inputs.ts';
import { type Command, readArguments } from './read-arguments.ts';
import { readPage } from './read-page.ts';
import { USAGE } from './usage.ts';
import { writeFindings } from './write-findings.ts';

const FAULTY = 1;
const UNREAD = 2;

const say = (text: string) => process.stdout.write(text);
const complain = (text: string) => process.stderr.write(`${text}\n`);
const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The inputs, with those that there are not as what is wrong with them. */
async function listInputs(
  named: readonly string[],
): Promise<(Input | { kind: 'none'; named: string; failure: string })[]> {
  const found = named.map(async (one) =>
    findInputs(one).catch((error) => [
      { kind: 'none' as const, named: one, failure: describe(error) },
    ]),
  );
  return (await Promise.all(found)).flat();
}

async function audit(command: Extract<Command, { kind: 'audit' }>): Promise<number> {
  const list = await readList(command.sources);
  if (list === null) return UNREAD;
  const { isCommercial, language } = command;
  const find = indexCopies(list);
  const options = { commercial: isCommercial ? true : null, locale: language };
  const pages: AuditedPage[] = [];
  for (const input of await listInputs(command.inputs)) {
    if (input.kind === 'none') {
      pages.push({ page: input.named, title: '', failure: input.failure, findings: [] });
    } else pages.push(await auditPage(input, find, options));
  }
  say(
    command.isJson
      ? `${JSON.stringify(composeAuditReport(pages, Date.now()))}\n`
      : writeFindings(pages),
  );
  if (pages.some(({ failure }) => failure !== null)) return UNREAD;
  const isFaulty = pages.some(({ findings }) =>
    findings.some(({ verdict }) => verdict === 'missing' || verdict === 'wrong'),
  );
  return isFaulty ? FAULTY : 0;
}

async function auditPage(
  input: Input,
  find: ReturnType<typeof indexCopies>,
  options: CheckOptions,
): Promise<AuditedPage> {
  const page = nameInput(input);
  try {
    const document = await readPage(input);
    const copies = find(listPageFingerprints(readReuseText(document)));
    const findings = checkReuse(document, copies, options).map((one) =>
      v.parse(findingSchema, one),
    );
    return { page, title: document.title, failure: null, findings };
  } catch (error) {
    return { page, title: '', failure: describe(error), findings: [] };
  }
}

async function readList(path: string): Promise<Copy[] | null> {
  try {
    const list = readSourceList(JSON.parse(await readFile(path, 'utf8')));
    if (list.ok) return list.copies;
    complain(`${path}: ${list.fault}`);
  } catch (error) {
    complain(`${path}: ${describe(error)}`);
  }
  return null;
}

async function collect({ inputs, out }: Extract<Command, { kind: 'collect' }>): Promise<number> {
  const copies: Copy[] = [];
  let isAllRead = true;
  for (const input of await listInputs(inputs)) {
    const name = input.kind === 'none' ? input.named : nameInput(input);
    try {
      if (input.kind === 'none') throw new Error(input.failure);
      copies.push(collectSource(await readPage(input)));
    } catch (error) {
      isAllRead = false;
      complain(`${name}: ${describe(error)}`);
    }
  }
  await writeFile(out, `${JSON.stringify(writeSourceList(copies), null, 1)}\n`);
  say(`Sources in ${out}: ${copies.length}\n`);
  return isAllRead ? 0 : UNREAD;
}

async function run(command: Command): Promise<number> {
  if (command.kind === 'help') {
    say(USAGE);
    return 0;
  }
  if (command.kind === 'wrong') {
    complain(`${command.message}\n\n${USAGE}`);
    return UNREAD;
  }
  return command.kind === 'audit' ? audit(command) : collect(command);
}

process.exitCode = await run(readArguments(process.argv.slice(2))).catch((error) => {
  complain(describe(error));
  return UNREAD;
});
