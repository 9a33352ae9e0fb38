/** A way to the endpoint that breaks off in the middle of a file, as networks do and endpoints that go down. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReviewProxy {
  /** where it serves what the endpoint does, with a slash at its end */
  readonly base: string;
  /**
   * From now on an export is cut.
   * @param place where, of its text; null for no more
   */
  cutExports(place: ((text: string) => number) | null): void;
  close(): Promise<void>;
}

/** @param target the endpoint's base, with a slash at its end */
export async function startReviewProxy(target: string): Promise<ReviewProxy> {
  let cut: ((text: string) => number) | null = null;
  const { hostname, port } = new URL(target);
  const server = createServer((asked, answer) => {
    const { method, headers, url: path } = asked;
    const forwarded = request({ hostname, port, path, method, headers }, (got) => {
      const place = path?.startsWith('/api/export') === true ? cut : null;
      answer.writeHead(got.statusCode ?? 502, got.headers);
      if (place === null) {
        got.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      got.on('data', (part: Buffer) => parts.push(part));
      got.on('end', () => {
        const whole = Buffer.concat(parts).toString();
        answer.write(whole.slice(0, place(whole)), () => answer.destroy());
      });
    });
    // Whoever goes takes the other along.
    forwarded.on('error', () => answer.destroy());
    answer.on('close', () => forwarded.destroy());
    asked.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cutExports(place) {
      cut = place;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
