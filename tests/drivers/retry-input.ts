/**
 * Firefox now and then refuses the first pointer action in a tab whose window is just being put in front
 * (NS_ERROR_FAILURE in synthesizeMouseAtPoint). Nothing has happened in the page then, so the same
 * actions are sent again.
 */
import type { Browser } from 'puppeteer-core';
import { pause } from './wait.ts';

const ATTEMPTS = 4;
const REFUSED = /NS_ERROR_FAILURE[\s\S]*synthesizeMouseAtPoint/;

type Send = (method: string, ...rest: unknown[]) => Promise<unknown>;

export function retryRefusedInput(browser: Browser): void {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (typeof connection !== 'object' || connection === null) throw new Error('no BiDi connection');
  const send: unknown = Reflect.get(connection, 'send');
  if (typeof send !== 'function') throw new Error('the BiDi connection has no send()');
  const retrying: Send = async (method, ...rest) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await Reflect.apply(send, connection, [method, ...rest]);
      } catch (fault) {
        const isRefused = method === 'input.performActions' && REFUSED.test(String(fault));
        if (!isRefused || attempt === ATTEMPTS) throw fault;
        await pause(100 * attempt);
      }
    }
  };
  Reflect.set(connection, 'send', retrying);
}
