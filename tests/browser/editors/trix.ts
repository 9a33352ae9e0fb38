/** Trix as its element comes. */
import type { TrixElement } from 'trix';
import 'trix';
import { findPlace, standReady } from './stand-ready.ts';

const place = findPlace(HTMLElement);
const field = document.createElement('input');
field.type = 'hidden';
field.id = 'field';
const element = document.createElement('trix-editor') as TrixElement;
element.setAttribute('input', 'field');
const isReady = new Promise((resolve) => element.addEventListener('trix-initialize', resolve));
place.append(field, element);
await isReady;
standReady({
  spot: 'trix-editor',
  redo: '[data-trix-action="redo"]',
  read: () => field.value,
  clear: () => element.editor.loadHTML(''),
});
