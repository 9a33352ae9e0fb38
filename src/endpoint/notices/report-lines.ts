/** How a report is put for people to read, the same in every kind of message: tidied, and clipped to what is read. */
import { writeChange } from '../write-change.ts';
import type { NoticeReport } from './notice.ts';
import type { NoticeWords } from './notice-words.ts';
import { clip, clipStart, tidyContext, tidyLine, tidyLines } from './tidy-words.ts';

/** Signs, as people count them. */
const CONTEXT = 160;
const QUOTE = 600;
const COMMENT = 3_000;
const SUBJECT_QUOTE = 40;
const SUBJECT = 110;
const LONGEST_URL = 2_000;

export interface ReportLines {
  before: string;
  exact: string;
  after: string;
  /** the editors' own, else the reader's; '' where neither gave one */
  correction: string;
  /** may be of several lines */
  comment: string;
  /** in words, or '' */
  kind: string;
  readers: string;
  /** as it is shown */
  source: string;
  /** where it leads */
  sourceUrl: string | null;
  reviewUrl: string | null;
}

export function layOutReport(report: NoticeReport, words: NoticeWords): ReportLines {
  const source = report.scope === '' ? report.source : report.scope;
  return {
    before: clipStart(tidyContext(report.prefix).trimStart(), CONTEXT),
    exact: clip(tidyLine(report.exact), QUOTE),
    after: clip(tidyContext(report.suffix).trimEnd(), CONTEXT),
    correction: clip(tidyLine(chooseCorrection(report)), QUOTE),
    comment: clip(tidyLines(report.comment), COMMENT),
    kind: words.nameKind(report.kind),
    readers: words.count('readers', report.readers),
    source: clip(tidyLine(source), 300),
    sourceUrl: findFitting(report.placeUrl, source),
    reviewUrl: report.reviewUrl,
  };
}

/** One line that says what a report is about: the site, and old → new. */
export function composeHeadline(report: NoticeReport, words: NoticeWords): string {
  const quote = (text: string) => clip(tidyLine(text), SUBJECT_QUOTE);
  const [exact, correction] = [quote(report.exact), quote(chooseCorrection(report))];
  const kind = words.nameKind(report.kind) || words.say('newReport');
  const said =
    exact === '' ? kind : correction === '' ? `${kind}: ${exact}` : writeChange(exact, correction);
  return clip(`${report.site}: ${said}`, SUBJECT);
}

function chooseCorrection({ edited, correction }: NoticeReport): string {
  return edited === '' ? correction : edited;
}

/** A link that is cut leads elsewhere: the longest that mail programs and chats take whole, or none. */
function findFitting(...urls: (string | null)[]): string | null {
  for (const url of urls) {
    if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) continue;
    const { href } = new URL(url);
    if (href.length <= LONGEST_URL) return href;
  }
  return null;
}
