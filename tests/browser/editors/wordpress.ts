/** WordPress's block editor from its packages, which WordPress shares as `wp`, with the core's own blocks. */
import * as blockEditor from '@wordpress/block-editor';
import * as heading from '@wordpress/block-library/build-module/heading/index.mjs';
import * as list from '@wordpress/block-library/build-module/list/index.mjs';
import * as listItem from '@wordpress/block-library/build-module/list-item/index.mjs';
import * as paragraph from '@wordpress/block-library/build-module/paragraph/index.mjs';
import * as quote from '@wordpress/block-library/build-module/quote/index.mjs';
import * as blocks from '@wordpress/blocks';
import * as data from '@wordpress/data';
import { createElement, createRoot, useState } from '@wordpress/element';
import '@wordpress/format-library';
import { findPlace, standReady } from './stand-ready.ts';

type Blocks = ReturnType<typeof blocks.parse>;

Object.assign(globalThis, { wp: { blocks, data, blockEditor } });
for (const { init } of [paragraph, heading, list, listItem, quote]) init();
blocks.setDefaultBlockName('core/paragraph');

let now: Blocks = [blocks.createBlock('core/paragraph')];
let setNow: (value: Blocks) => void = () => {};
const past: Blocks[] = [];
const future: Blocks[] = [];
let level = now;

/** As the post editor does: what is done at once is a step, what is typed on is none yet. */
function change(value: Blocks): void {
  // What was typed since the last step is one of its own.
  if (now !== level) past.push(level);
  past.push(now);
  future.length = 0;
  level = value;
  show(value);
}
function show(value: Blocks): void {
  now = value;
  setNow(value);
}
function step(from: Blocks[], to: Blocks[]): void {
  const value = from.pop();
  if (value === undefined) return;
  to.push(now);
  level = value;
  show(value);
}

function Newsroom() {
  const [value, set] = useState(now);
  setNow = set;
  return createElement(
    blockEditor.BlockEditorProvider,
    // As WordPress's own editors do, whose stores all share.
    { value, onInput: show, onChange: change, settings: {}, useSubRegistry: false },
    createElement(
      blockEditor.WritingFlow,
      {},
      createElement(blockEditor.ObserveTyping, {}, createElement(blockEditor.BlockList, {})),
    ),
  );
}

const place = findPlace(HTMLElement);
createRoot(place).render(createElement(Newsroom, {}));
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  if (event.shiftKey) step(future, past);
  else step(past, future);
});
standReady({
  spot: '[data-block]',
  read: () => blocks.serialize(now),
  clear() {
    past.length = 0;
    future.length = 0;
    level = [blocks.createBlock('core/paragraph')];
    show(level);
  },
});
