/**
 * Starting and stopping a loopback server, so that stopping means it: kept-alive and half-read
 * connections are cut, and the port is free again when it resolves.
 */
import type { Server } from 'node:http';
import * as v from 'valibot';

const addressSchema = v.object({ port: v.number() });

/** Listens on 127.0.0.1 and gives the port; 0 takes a free one. Rejects where it is taken. */
export function listen(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(v.parse(addressSchema, server.address()).port);
    });
  });
}

/** Stops a server and cuts what is connected; resolves also where it was not listening. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
