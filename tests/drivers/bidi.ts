/**
 * WebDriver BiDi below puppeteer: Firefox's extension pages, closed shadow roots and privileged scope
 * are reached by commands that puppeteer has no method for. Answers are parsed before they are used.
 * https://w3c.github.io/webdriver-bidi/
 */
import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { Json } from './driver.ts';

const answerSchema = v.object({ result: v.unknown() });
const treeSchema = v.object({ contexts: v.array(v.object({ context: v.string() })) });
const nodesSchema = v.object({
  nodes: v.array(
    v.object({
      value: v.optional(
        v.object({ shadowRoot: v.nullish(v.object({ sharedId: v.optional(v.string()) })) }),
      ),
    }),
  ),
});
const outcomeSchema = v.variant('type', [
  v.object({
    type: v.literal('success'),
    result: v.variant('type', [
      v.object({ type: v.literal('undefined') }),
      v.object({ type: v.literal('string'), value: v.string() }),
    ]),
  }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);

export interface Bidi {
  /** Loads a URL into a page's tab, and waits until it is loaded. */
  navigate(page: Page, url: string): Promise<void>;
  /** The context of the browser's own window, where scripts are privileged. */
  findChromeContext(): Promise<string>;
  /** The shared id of the shadow root, open or closed, of the first `host` element; null without one. */
  findShadowRoot(page: Page, host: string): Promise<string | null>;
  /** Calls a function in a world of its own beside the page's (or in the privileged scope). */
  call(where: CallPlace, fn: Callable, args: Json[]): Promise<unknown>;
}

export interface CallPlace {
  context: string;
  /** a world beside the page's own, which shares nothing with it but the DOM */
  sandbox?: string;
  /** the shared id of a node that becomes the first argument */
  node?: string;
}
// biome-ignore lint/suspicious/noExplicitAny: its source is what is sent, whatever its parameters are
type Callable = (...args: any[]) => unknown;

/** The id by which BiDi knows a page's tab. */
export function readContext(page: Page): string {
  return v.parse(v.object({ _id: v.string() }), page.mainFrame())._id;
}

/** Gets hold of the connection that puppeteer keeps to itself. */
export function createBidi(browser: Browser): Bidi {
  const { connection } = v.parse(v.object({ connection: v.object({ send: v.function() }) }), {
    connection: Reflect.get(browser, 'connection'),
  });
  const send = async (method: string, params: object): Promise<unknown> => {
    const answer: unknown = await connection.send.call(
      Reflect.get(browser, 'connection'),
      method,
      params,
    );
    return v.parse(answerSchema, answer).result;
  };

  return {
    navigate: async (page, url) => {
      await send('browsingContext.navigate', { context: readContext(page), url, wait: 'complete' });
    },
    findChromeContext: async () => {
      const tree = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
      const [first] = v.parse(treeSchema, tree).contexts;
      if (!first) throw new Error('Firefox shows no window');
      return first.context;
    },
    findShadowRoot: async (page, host) => {
      const found = await send('browsingContext.locateNodes', {
        context: readContext(page),
        locator: { type: 'css', value: host },
        maxNodeCount: 1,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      });
      return v.parse(nodesSchema, found).nodes[0]?.value?.shadowRoot?.sharedId ?? null;
    },
    call: async ({ context, sandbox, node }, fn, args) => {
      const outcome = v.parse(
        outcomeSchema,
        await send('script.callFunction', {
          functionDeclaration: wrap(fn),
          awaitPromise: true,
          target: sandbox === undefined ? { context } : { context, sandbox },
          arguments: [
            { type: 'string', value: JSON.stringify(args) },
            ...(node === undefined ? [] : [{ sharedId: node }]),
          ],
          resultOwnership: 'none',
        }),
      );
      if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
      return outcome.result.type === 'string' ? JSON.parse(outcome.result.value) : undefined;
    },
  };
}

/** Arguments and the result cross as JSON: BiDi's own values know every type but are read one by one. */
function wrap(fn: Callable): string {
  return `async (json, ...nodes) => JSON.stringify(await (${String(fn)})(...nodes, ...JSON.parse(json)))`;
}
