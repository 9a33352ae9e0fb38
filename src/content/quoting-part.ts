/** Describes words of a frame for the page around it, in whose dialog they are reported, and shows there what is marked. */
import { frameCommandSchema } from '../messages/to-content.ts';
import { parse } from '../model/annotation.ts';
import { fitPlace, QUOTE_LIMIT } from '../model/draft.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { describeWords } from '../page/describe-words.ts';
import { findQuote } from '../page/quote.ts';
import { askBackground } from './ask-background.ts';
import { shareParts } from './parts.ts';
import { highlightRanges } from './reporting/highlight-ranges.ts';
import { readLanguage } from './reporting/read-language.ts';
import { shortenSelectors } from './reporting/shorten-selectors.ts';

shareParts().quoting ??= {
  async relay(range, isMeant) {
    const words = describeWords(range, document.body ?? document.documentElement);
    if (words === null) return;
    await askBackground({
      type: 'report/relay',
      isMeant,
      place: fitPlace({
        // A frame without an address of its own is a piece of the page around it.
        source: /^https?:/.test(document.URL) ? document.URL : '',
        scope: '',
        title: document.title,
        language: readLanguage(words.range),
        selectors: shortenSelectors(words.selectors, QUOTE_LIMIT + 1),
        declared: readAnnotationService(document),
        native: null,
      }),
    });
  },
  showMarks(message) {
    const command = parse(frameCommandSchema, message);
    if (!command.ok) return;
    const root = document.body ?? document.documentElement;
    highlightRanges(
      command.value.places.flatMap(({ selectors }) => findQuote(root, selectors).range ?? []),
    );
  },
};
