/** What is put into a page to ask Sic: the page module itself, bundled with the clock. */
import { askSic } from './ask-sic.ts';

Object.assign(globalThis, { bench: { askSic } });
