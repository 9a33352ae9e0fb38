/**
 * What a page needs that states terms of reuse: the words of many languages that terms are read by, and those of
 * the letter that asks for permission. Much for a page without terms, and so loaded only where some seem to be.
 */
import { readTerms } from '../model/terms.ts';
import { offerPermission } from '../page/offer-permission.ts';
import { shareParts } from './parts.ts';

shareParts().terms ??= { readTerms, offerPermission };
