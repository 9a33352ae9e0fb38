/**
 * Holds the architecture: who may import whom, what each environment may know, and the rules of the
 * house. The checker is shown violations first, so that its silence about the source means something.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect, judgeImport, listFiles, type Module, readModules } from './source-tree.ts';

const ROOT = join(import.meta.dirname, '..');
const MAX_LINES = 300;
const modules = readModules(ROOT, 'src');
const files = listFiles(ROOT, 'src');
const folders = [...new Set(modules.map(({ path }) => path.split('/')[1] ?? ''))];

const judgeModule = (module: Module) =>
  inspect(module).imports.flatMap((specifier) => judgeImport(module.path, specifier) ?? []);

describe('the checker sees', () => {
  test.each([
    ['src/model/a.ts', "import '../page/b.ts';"],
    ['src/model/a.ts', "import type { B } from '../page/b.ts';"],
    ['src/model/a.ts', "export * from '../messages/b.ts';"],
    ['src/model/a.ts', "export { b } from '../messages/b.ts';"],
    ['src/model/a.ts', "let b: import('../ui/b.tsx').B;"],
    ['src/model/a.ts', "const b = await import('../endpoint/b.ts');"],
    ['src/model/a.ts', 'const b = await import(name);'],
    ['src/model/a.ts', "import { readFile } from 'node:fs';"],
    ['src/model/deep/a.ts', "import '../../page/b.ts';"],
    ['src/page/a.ts', "import '../content/b.ts';"],
    ['src/messages/a.ts', "import '../platform/b.ts';"],
    ['src/ui/a.tsx', "const a = <p>{import('../messages/b.ts')}</p>;"],
    ['src/content/a.ts', "import '../platform/page-runtime.ts';"],
    ['src/content/a.ts', "import '../background/b.ts';"],
    ['src/content/a.ts', "import browser from 'webextension-polyfill';"],
    ['src/background/a.ts', "import Dexie from 'dexie';"],
    ['src/background/a.ts', "import '../page/b.ts';"],
    ['src/pages/a.tsx', "import '../page/b.ts';"],
    ['src/endpoint/a.ts', "import '../messages/b.ts';"],
    ['src/page/a.ts', "import fastify from 'fastify';"],
    ['src/page/a.ts', "import '../model/b';"],
    ['src/page/a.ts', "import '../../tests/b.ts';"],
    ['src/helpers/a.ts', "import './b.ts';"],
  ])('a wrong import in %s: %s', (path, text) => {
    expect(judgeModule({ path, text })).toHaveLength(1);
  });

  test.each([
    ['src/content/a.ts', "import '../platform/content-runtime.ts'; import '../page/b.ts';"],
    ['src/platform/a.ts', "import Dexie from 'dexie'; import '../messages/b.ts';"],
    ['src/endpoint/a.ts', "import { x } from 'node:fs'; import '../model/b.ts'; import './c.ts';"],
    ['src/model/a.ts', "import * as v from 'valibot'; // import '../page/b.ts'"],
    ['src/ui/a.tsx', "import './a.css'; const text = \"import '../page/b.ts'\";"],
  ])('nothing wrong in %s: %s', (path, text) => {
    expect(judgeModule({ path, text })).toEqual([]);
  });

  test.each([
    ['a.innerHTML = b;', 'innerHTML'],
    ["a['outerHTML'] = b;", 'outerHTML'],
    ["a.insertAdjacentHTML('afterend', b);", 'insertAdjacentHTML'],
    ['const a = <p dangerouslySetInnerHTML={b} />;', 'dangerouslySetInnerHTML'],
    ['const { innerHTML } = a;', 'innerHTML'],
    ['document.write(a);', 'document.write'],
    ['a.ownerDocument.writeln(b);', 'document.write'],
    ["eval('a');", 'eval'],
    ["new Function('a');", 'new Function'],
  ])('text that becomes markup or code: %s', (text, name) => {
    expect(inspect({ path: 'src/ui/a.tsx', text }).unsafe).toContain(name);
  });

  test.each(['export default 1;', 'const a = 1; export { a as default };'])(
    'a default export: %s',
    (text) => expect(inspect({ path: 'src/ui/a.ts', text }).hasDefaultExport).toBe(true),
  );
});

describe('the source', () => {
  test('is there', () => {
    expect(folders).toContain('model');
  });

  test('imports only what the architecture allows', () => {
    expect(modules.flatMap(judgeModule)).toEqual([]);
  });

  test('turns no text into markup or code', () => {
    const unsafe = modules.flatMap((one) =>
      inspect(one).unsafe.map((name) => `${one.path}: ${name}`),
    );
    expect(unsafe).toEqual([]);
  });

  test('exports by name only', () => {
    const defaults = modules.filter((one) => inspect(one).hasDefaultExport);
    expect(defaults.map((one) => one.path)).toEqual([]);
  });

  test('has file and folder names in kebab-case, and no folder for odds and ends', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    // Locales are named as browsers name them: `pt_BR`.
    const named = files.filter((path) => !path.startsWith('src/locales/'));
    expect(named.filter((path) => !path.split('/').every((part) => kebab.test(part)))).toEqual([]);
    const oddments = /\/(utils?|helpers?|common|managers?|misc|shared|lib)\//;
    expect(files.filter((path) => oddments.test(path))).toEqual([]);
  });

  test(`keeps every file within ${MAX_LINES} lines, and half of them within 120`, () => {
    const counted = modules.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(counted.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
    const sorted = counted.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120);
  });

  test('says at the head of each module why it is there', () => {
    // A comment that opens the file and says at least a few words.
    const headed = /^(#!.*\n)?(\/\*\*?(?<block>[\s\S]*?)\*\/|(?<lines>(\/\/.*\n)+))/;
    const headless = modules.filter(({ text }) => {
      const { block, lines } = headed.exec(text)?.groups ?? {};
      return (block ?? lines ?? '').split(/\s+/).filter((word) => /\p{L}/u.test(word)).length < 5;
    });
    expect(headless.map(({ path }) => path)).toEqual([]);
  });
});

describe('every environment', () => {
  test.each(folders)('src/%s has a TypeScript project that extends the root', (folder) => {
    const path = join(ROOT, 'src', folder, 'tsconfig.json');
    expect(existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      extends: '../../tsconfig.json',
      compilerOptions: { types: /^(?:endpoint|audit)$/.test(folder) ? ['node'] : [] },
    });
  });

  test.each(['model', 'messages', 'endpoint'])('src/%s is without the DOM', (folder) => {
    const project: unknown = JSON.parse(
      readFileSync(join(ROOT, 'src', folder, 'tsconfig.json'), 'utf8'),
    );
    expect(project).toHaveProperty('compilerOptions.lib', ['es2024']);
  });

  test.each([
    ['model', 'document.title', 'document'],
    ['model', 'process.pid', 'process'],
    ['messages', 'window.name', 'window'],
    ['background', 'document.title', 'document'],
    ['platform', 'document.title', 'document'],
    ['page', 'process.pid', 'process'],
    ['endpoint', 'document.title', 'document'],
  ])('src/%s does not compile with %s', async (folder, expression, name) => {
    const output = await compileIn(folder, `export const probe: unknown = ${expression};\n`);
    expect(output).toMatch(new RegExp(`probe\\.ts.* error TS\\d+: Cannot find name '${name}'`));
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  test('src/model compiles without that', async () => {
    expect(await compileIn('model', 'export const probe: unknown = 1;\n')).toBe('');
  });
});

/** Compiles one module under a folder's project, beside that folder's own declarations. */
async function compileIn(folder: string, text: string): Promise<string> {
  const place = join(ROOT, 'node_modules', '.cache', `architecture-${folder}-${process.pid}`);
  const source = join(ROOT, 'src', folder);
  const globals = files.filter(
    (path) => path.startsWith(`src/${folder}/`) && path.endsWith('.d.ts'),
  );
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'probe.ts'), text);
  writeFileSync(
    join(place, 'tsconfig.json'),
    JSON.stringify({
      extends: join(source, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(ROOT, 'node_modules', '@types')] },
      include: [],
      files: [join(place, 'probe.ts'), ...globals.map((path) => join(ROOT, path))],
    }),
  );
  try {
    return await new Promise((resolve) => {
      const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
      execFile(tsc, ['-p', place, '--pretty', 'false'], (_fault, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
