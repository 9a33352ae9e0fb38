/** A citation as HTML: the title is a `<cite>` and the link, the day a `<time>`. */
import { formatIsoDate } from './citation-fields.ts';
import { formatName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { listDetails } from './plain-text.ts';
import { type Composed, escapeMarkup } from './rich-text.ts';

/** As text it is the markup itself, as HTML what the markup makes. */
export function composeHtml(work: CitedWork): Composed {
  const { names, title, date, url, language } = work;
  const lang = language === null ? '' : ` lang="${escapeMarkup(language)}"`;
  const words = escapeMarkup(title);
  const link = url === null ? words : `<a href="${escapeMarkup(url)}">${words}</a>`;
  const day = date === null ? '' : formatIsoDate(date);
  const details = [...names.map(formatName), ...listDetails(work)].map((part) =>
    part === day ? `<time datetime="${day}">${day}</time>` : escapeMarkup(part),
  );
  const html = [`<cite${lang}>${link}</cite>`, ...details].join(', ');
  return { plain: html, html, pieces: null };
}
