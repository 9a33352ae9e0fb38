/** Reads terms of reuse: the words of many languages, and so only where a page seems to state any. */
import { readTerms } from '../model/terms.ts';
import { shareParts } from './parts.ts';

shareParts().terms ??= { readTerms };
