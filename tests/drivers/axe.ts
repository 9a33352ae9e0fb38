/**
 * Accessibility, judged by axe-core where readers meet it: in a page of the extension, or inside a
 * closed shadow root, which axe-core cannot see into by itself.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Violation } from './driver.ts';

let source: Promise<string> | undefined;

/** The source of axe-core, as a script whose value is nothing. */
export function readAxeSource(): Promise<string> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').then(
    (text) => `${text};undefined`,
  );
  return source;
}

interface AxeApi {
  run(
    context: Document | { include: string[] },
    options?: { rules: Record<string, { enabled: boolean }> },
  ): Promise<{
    violations: {
      id: string;
      impact?: string | null;
      help: string;
      nodes: { target: unknown; failureSummary?: string }[];
    }[];
  }>;
}
declare const axe: AxeApi;

/** Runs where axe-core was loaded: the whole document. */
export async function judgeDocument(): Promise<Violation[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact: impact ?? '',
    help,
    nodes: nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  }));
}

/**
 * Runs where axe-core was loaded: one host and its closed shadow root, which is lent to axe-core as if
 * it were open for as long as it looks. Rules about the whole page are the page's, not the host's.
 */
export async function judgeShadow(root: ShadowRoot): Promise<Violation[]> {
  const { host } = root;
  Object.defineProperty(host, 'shadowRoot', { configurable: true, value: root });
  try {
    const { violations } = await axe.run(
      { include: [host.localName] },
      { rules: { region: { enabled: false } } },
    );
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? '',
      help,
      nodes: nodes.map((node) => `${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
    }));
  } finally {
    Reflect.deleteProperty(host, 'shadowRoot');
  }
}
