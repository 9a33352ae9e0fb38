/** What was found, for people. Words of pages are shown without what would steer a terminal. */
import type { AuditedPage } from '../model/reuse/audit-report.ts';
import type { Finding, ReuseFault } from '../model/reuse/finding.ts';

const FAULTS: Readonly<Record<ReuseFault, string>> = {
  link: 'there is no link to the source',
  credit: 'the source is not named',
  home: 'the link leads to the front page, not to the article',
  page: 'the link leads to the article, not to the site that is asked for',
  nofollow: 'search engines are told not to follow the link',
  position: 'the link stands lower than is asked',
  share: 'more of the article is reused than is granted',
  'non-commercial': 'commercial reuse is not granted',
  permission: 'permission has to be asked for',
  'no-reuse': 'reuse is not granted',
};

export function writeFindings(pages: readonly AuditedPage[]): string {
  return `${[...pages.map(writePage), summarise(pages)].join('\n\n')}\n`;
}

function writePage({ page, failure, findings }: AuditedPage): string {
  if (failure !== null) return `${clean(page)}\n  could not be read: ${clean(failure)}`;
  const lines = findings.map(writeFinding);
  return [
    clean(page),
    ...(lines.length === 0 ? ['  nothing of the sources stands here'] : lines),
  ].join('\n');
}

function writeFinding(finding: Finding): string {
  const { verdict, words, opening, closing, source, faults, remarks, evidence, fix } = finding;
  const lines = [
    `${verdict.toUpperCase()}  ${words} words of ${source.url}`,
    `  “${opening} … ${closing}”`,
    ...faults.map((fault) => `  ${FAULTS[fault]}`),
    ...remarks.map(() => '  commercial reuse is not granted: look whether this is one'),
    ...(faults.length > 0 && evidence !== null ? [`  the source says: ${evidence}`] : []),
    ...(fix === null ? [] : [`  put in: ${fix.html}`]),
  ];
  return lines.map((line) => `  ${clean(line)}`).join('\n');
}

function summarise(pages: readonly AuditedPage[]): string {
  const findings = pages.flatMap((page) => page.findings);
  const count = (verdict: Finding['verdict']) =>
    `${findings.filter((one) => one.verdict === verdict).length} ${verdict}`;
  const unread = pages.filter(({ failure }) => failure !== null).length;
  const said = [count('found'), count('linked'), count('missing'), count('wrong')].join(', ');
  const failed = unread === 0 ? '' : `, of which ${unread} could not be read`;
  return `Pages: ${pages.length}${failed}. Passages: ${said}.`;
}

/** Without control characters, and marks that turn the direction of what follows. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
