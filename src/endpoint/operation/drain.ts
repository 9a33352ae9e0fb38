/**
 * Lets go of connections while a server stops. Node closes those that are idle at that moment; those that become so
 * later, and those that browsers open beforehand and have not used, would keep the server open until they time out.
 */
import type { Server } from 'node:http';

/** In ms: time for what was answered last to leave. */
const INTERVAL = 50;

export interface Drain {
  /** Closes what nothing comes over, again and again until the server has closed; nothing where it does not listen. */
  start(): void;
}

/** @param server from its beginning on: its requests are counted */
export function createDrain(server: Server): Drain {
  let running = 0;
  server.on('request', (_request, response) => {
    running++;
    response.once('close', () => {
      running--;
    });
  });
  return {
    start() {
      if (!server.listening) return;
      let wasQuiet = false;
      const timer = setInterval(() => {
        if (running === 0 && wasQuiet) server.closeAllConnections();
        else server.closeIdleConnections();
        wasQuiet = running === 0;
      }, INTERVAL);
      server.once('close', () => clearInterval(timer));
    },
  };
}
