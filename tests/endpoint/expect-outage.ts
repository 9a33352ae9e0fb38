/** How an endpoint has to answer while its database cannot be had. */
import { expect } from 'vitest';
import { ATTEMPT_TIMEOUT } from '../../src/model/delivery.ts';
import { mintCanonical } from './endpoint.ts';
import { send } from './program.ts';

/** Fails unless both who writes and who reads is told, before a client gives up, to come again later. */
export async function expectOutage(url: string, requests: string[] = ['write', 'read']) {
  const signal = AbortSignal.timeout(ATTEMPT_TIMEOUT);
  await Promise.all(
    requests.map(async (request) => {
      const response =
        request === 'write'
          ? await send(url, mintCanonical(), undefined, {}, signal)
          : await fetch(`${url}annotations/nothing`, { signal });
      expect([request, response.status]).toEqual([request, 503]);
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ status: 503, title: 'Service Unavailable' });
    }),
  );
}
