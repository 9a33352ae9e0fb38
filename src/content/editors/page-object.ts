/** Objects of the page's own scripts, of which nothing is known for certain. */

/** @returns a property's value; undefined where there is none */
export function read(from: unknown, ...names: string[]): unknown {
  let value = from;
  for (const name of names) {
    if (value === null || value === undefined) return undefined;
    value = Reflect.get(Object(value), name);
  }
  return value;
}

/** @throws TypeError where it has no such method */
export function call(from: unknown, name: string, ...given: unknown[]): unknown {
  const method = read(from, name);
  if (typeof method !== 'function') throw new TypeError(`no ${name}`);
  return Reflect.apply(method, from, given);
}

export function has(from: unknown, method: string): boolean {
  return typeof read(from, method) === 'function';
}

/** What the page's scripts share by name, in the document of an element or in the page around its frame. */
export function findShared(target: Element, name: string): unknown {
  let view: Window | null = target.ownerDocument.defaultView;
  for (let depth = 0; view !== null && depth < 4; depth += 1) {
    try {
      const found = read(view, name);
      if (found !== undefined) return found;
      view = view.parent === view ? null : view.parent;
    } catch {
      // A page of another origin.
      return undefined;
    }
  }
  return undefined;
}
