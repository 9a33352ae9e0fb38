/**
 * Elements by how they are marked. An engine keeps lists of classes and tags, and looks one attribute up in one
 * quick walk; a list of several selectors it tries one by one on every element of the page.
 */

export interface Marks {
  /** whole class names */
  classes?: readonly string[];
  /** selectors of one attribute each */
  selectors?: readonly string[];
}

/** @returns up to `most` elements that bear any of the marks, in the order of the marks, then of the page */
export function findMarkedElements(
  document: Document,
  { classes = [], selectors = [] }: Marks,
  most: number,
): Set<Element> {
  const found = new Set<Element>();
  const add = (elements: ArrayLike<Element>) => {
    for (let i = 0; i < elements.length && found.size < most; i += 1) {
      const element = elements[i];
      if (element !== undefined) found.add(element);
    }
  };
  for (const selector of selectors) add(document.querySelectorAll(selector));
  for (const name of classes) add(document.getElementsByClassName(name));
  return found;
}
