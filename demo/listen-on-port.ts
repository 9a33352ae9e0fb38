/** Known ports are easier to remember, but a demonstration must not fail because one is taken. */

/**
 * @param listen starts a server on a port; 0 takes a free one
 * @param mayMove whether a free port will do where the wanted one is taken
 * @throws where the port is taken and has to be this one, or as `listen` does
 */
export async function listenOnPort<T>(
  listen: (port: number) => Promise<T>,
  port: number,
  mayMove: boolean,
): Promise<T> {
  try {
    return await listen(port);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    if (!mayMove) throw new Error(`port ${port} is taken; choose another one`, { cause: error });
    return listen(0);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
