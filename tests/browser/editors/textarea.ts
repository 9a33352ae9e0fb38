/** A plain field, as in a comment form. */
import { findPlace, standReady } from './stand-ready.ts';

const field = findPlace(HTMLTextAreaElement);
standReady({
  spot: '#place',
  read: () => field.value,
  clear() {
    field.value = '';
  },
});
