/**
 * Reads the source tree for the architecture test: modules are parsed, not searched, so that a type's
 * import counts like any other and a comment's words do not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vitest/node';

export interface Module {
  /** from the repository's root, with forward slashes: `src/model/report.ts` */
  path: string;
  text: string;
}

/** What the architecture cares about in a module. */
export interface Findings {
  /** what it imports or re-exports, as written, types included */
  imports: string[];
  hasDefaultExport: boolean;
  /** uses of what turns text into markup or code, by name */
  unsafe: string[];
}

const MARKUP_NAMES = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'dangerouslySetInnerHTML',
]);

/** Every file below a folder of the repository. */
export function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)));
}

/** The TypeScript modules below a folder; declarations (`.d.ts`) are not among them. */
export function readModules(root: string, folder: string): Module[] {
  return listFiles(root, folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Parses a module and gives what the architecture cares about. Throws on a fault of syntax. */
export function inspect({ path, text }: Module): Findings {
  const findings: Findings = { imports: [], hasDefaultExport: false, unsafe: [] };
  visit(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), findings);
  return findings;
}

function visit(node: unknown, findings: Findings): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && typeof node.type === 'string') examine(node.type, node, findings);
  for (const child of Object.values(node)) visit(child, findings);
}

function examine(type: string, node: object, findings: Findings): void {
  const read = (...keys: string[]): unknown =>
    keys.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      node,
    );
  if (/^(Import|Export).*Declaration$|^(ImportExpression|TSImportType)$/.test(type)) {
    const source = read('source');
    // An import whose name is made up at run time cannot be judged, so it is none that is allowed.
    if (source) findings.imports.push(String(read('source', 'value') ?? '(computed)'));
  }
  if (type === 'ExportDefaultDeclaration') findings.hasDefaultExport = true;
  if (type === 'ExportSpecifier' && read('exported', 'name') === 'default') {
    findings.hasDefaultExport = true;
  }
  const name = type === 'Literal' ? read('value') : read('name');
  if (typeof name === 'string' && MARKUP_NAMES.has(name)) findings.unsafe.push(name);
  if (type === 'CallExpression' && read('callee', 'name') === 'eval') findings.unsafe.push('eval');
  if (type === 'NewExpression' && read('callee', 'name') === 'Function') {
    findings.unsafe.push('new Function');
  }
  if (
    type === 'MemberExpression' &&
    /^write(ln)?$/.test(String(read('property', 'name'))) &&
    /^(document|ownerDocument)$/.test(
      String(read('object', 'name') ?? read('object', 'property', 'name')),
    )
  ) {
    findings.unsafe.push('document.write');
  }
}

/** Which folder of src may import which others. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  page: ['model'],
  messages: ['model'],
  platform: ['model', 'messages'],
  ui: ['model'],
  content: ['model', 'page', 'messages', 'ui'],
  background: ['model', 'messages', 'platform'],
  pages: ['model', 'messages', 'platform', 'ui'],
  endpoint: ['model'],
  audit: ['model', 'page'],
};
/** Single modules that a folder may import beyond that. */
const MAY_IMPORT_MODULE: Record<string, readonly string[]> = {
  content: ['src/platform/content-runtime.ts'],
};
/** Packages that are kept to some folders; every other package may be used anywhere. */
const KEPT_PACKAGES: readonly [RegExp, readonly string[]][] = [
  [/^(webextension-polyfill|dexie)($|\/)/, ['platform']],
  [/^node:/, ['endpoint', 'audit']],
  [/^(fastify|@fastify\/|kysely|better-sqlite3|pg$|@valibot\/)/, ['endpoint']],
  [/^jsdom$/, ['audit']],
  [/^preact($|\/)/, ['ui', 'content', 'pages']],
];

const folderOf = (path: string) => path.split('/')[1] ?? '';

/**
 * Judges one import by the rules.
 * @param path the importing module, from the repository's root
 * @returns what is wrong with it, or null
 */
export function judgeImport(path: string, specifier: string): string | null {
  const folder = folderOf(path);
  const fault = (why: string) => `${path} imports ${specifier}: ${why}`;
  const others = MAY_IMPORT[folder];
  if (!others) return fault(`${folder} is no folder of the architecture`);
  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('/') || specifier === '(computed)') return fault('not a plain name');
    const kept = KEPT_PACKAGES.find(([pattern]) => pattern.test(specifier));
    if (!kept || kept[1].includes(folder)) return null;
    return fault(`only ${kept[1].join(', ')} may`);
  }
  if (!/\.(tsx?|json|css)$/.test(specifier)) return fault('a relative import names its extension');
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith('src/')) return fault('it lies outside src');
  const targetFolder = folderOf(target);
  // Locales are words, not code: their keys type what may be said.
  if (targetFolder === 'locales' && target.endsWith('.json')) return null;
  if (targetFolder === folder || others.includes(targetFolder)) return null;
  if (MAY_IMPORT_MODULE[folder]?.includes(target)) return null;
  return fault(`${folder} may not import ${targetFolder}`);
}
