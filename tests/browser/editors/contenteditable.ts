/** The browser's own editing, as in mail services. */
import { findPlace, standReady } from './stand-ready.ts';

const place = findPlace(HTMLElement);
place.contentEditable = 'true';
standReady({
  spot: '#place',
  read: () => place.innerHTML,
  clear: () => place.replaceChildren(),
});
