/** The words of a text as they are shown: white space collapsed, but where the page keeps it. */

/** @returns a reader of texts: their lines, which are more than one where line breaks are shown */
export function createTextReader(): (node: Text, from: number, to: number) => string[] {
  let last: Element | null = null;
  let lastKeeps: Keeps = 'nothing';

  return (node, from, to) => {
    const { data } = node;
    const words = from === 0 && to === data.length ? data : data.slice(from, to);
    if (!/[\t\n\r\f]| {2}/.test(words)) return [words];
    const parent = node.parentElement;
    if (parent !== last) {
      last = parent;
      lastKeeps = parent === null ? 'nothing' : judgeKeeping(parent);
    }
    if (lastKeeps === 'all') return [words];
    if (lastKeeps === 'nothing') return [words.replace(/[ \t\n\r\f]+/g, ' ')];
    return words.split(/\r\n?|\n/).map((line) => line.replace(/[ \t\f]+/g, ' '));
  };
}

type Keeps = 'nothing' | 'lines' | 'all';

function judgeKeeping(element: Element): Keeps {
  const whiteSpace = element.ownerDocument.defaultView?.getComputedStyle(element).whiteSpace ?? '';
  if (!/pre|break-spaces/.test(whiteSpace)) return 'nothing';
  return element.closest('pre') === null ? 'lines' : 'all';
}
