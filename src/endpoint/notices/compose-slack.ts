/**
 * Writes a message as chats take it that speak as Slack does. Readers' words stand in plain text, which nothing in them
 * can make a mention, a link or markup; a chat that knows no blocks shows `text`.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
import { writeChange } from '../write-change.ts';
import type { Notice, NoticeReport } from './notice.ts';
import { loadNoticeWords, type NoticeWords } from './notice-words.ts';
import { composeHeadline, layOutReport } from './report-lines.ts';
import { clip } from './tidy-words.ts';

/** UTF-16 units: Slack takes 3,000 in a block and 4,000 in `text` without a word. */
const LONGEST_BLOCK = 2_900;
const LONGEST_TEXT = 3_500;
const LONGEST_LINK = 2_000;
/** Slack takes 50; a report has two, and there are some around. */
const MOST_BLOCKS = 48;

type TextObject =
  | { type: 'plain_text'; text: string; emoji: false }
  | { type: 'mrkdwn'; text: string };
export interface SlackMessage {
  text: string;
  blocks: { type: 'section'; text: TextObject }[];
}

/** @param language of the channel */
export function composeSlack(notice: Notice, language: string): SlackMessage {
  const words = loadNoticeWords(language);
  switch (notice.type) {
    case 'report':
      return {
        text: writeText(composeHeadline(notice.report, words), notice.report.reviewUrl),
        blocks: listBlocks(notice.report, words),
      };
    case 'digest': {
      const { site, newest, queueUrl } = notice;
      const counts = `${site}: ${words.count('newReports', notice.reports)}. ${words.count('places', notice.places)}.`;
      const more = notice.places - newest.length;
      const end = [
        ...(more > 0 ? [plain(words.count('more', more))] : []),
        ...listLinks([[queueUrl, words.say('openQueue')]]),
      ];
      const reports = newest.flatMap((report) => listBlocks(report, words));
      return {
        text: writeText(counts, queueUrl),
        blocks: [plain(counts), ...reports.slice(0, MOST_BLOCKS - end.length), ...end],
      };
    }
    case 'test': {
      const text = words.say('test', notice.site);
      return { text: writeText(text, null), blocks: [plain(text)] };
    }
  }
}

function listBlocks(report: NoticeReport, words: NoticeWords) {
  const lines = layOutReport(report, words);
  const { exact, correction } = lines;
  const text = [
    composeHeadline(report, words),
    [lines.kind, lines.readers].filter((part) => part !== '').join(' · '),
    ...(exact === '' ? [] : [`${lines.before}[${exact}]${lines.after}`.trim()]),
    ...(correction === '' ? [] : [`${words.correction}: ${writeChange(exact, correction)}`]),
    ...(lines.comment === '' ? [] : [`${words.comment}: ${lines.comment}`]),
  ].join('\n');
  const links = listLinks([
    [lines.sourceUrl, words.say('article')],
    [lines.reviewUrl, words.say('openReport')],
  ]);
  return [plain(text), ...links];
}

function plain(text: string) {
  return {
    type: 'section' as const,
    text: {
      type: 'plain_text' as const,
      text: clip(text, LONGEST_BLOCK, LONGEST_BLOCK),
      emoji: false as const,
    },
  };
}

/** One block with all links, or none. The words of them are Sic's own. */
function listLinks(links: readonly (readonly [string | null, string])[]) {
  const written = links.flatMap(([url, label]) =>
    url === null || url.length > LONGEST_LINK / 2
      ? []
      : [`<${escapeUrl(url)}|${escapeSigns(label)}>`],
  );
  if (written.length === 0) return [];
  return [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text: written.join(' · ') } },
  ];
}

function writeText(said: string, url: string | null): string {
  const text = neutralise(clip(said, LONGEST_TEXT, LONGEST_TEXT / 6));
  return url === null || url.length > LONGEST_LINK / 2 ? text : `${text}\n${escapeUrl(url)}`;
}

/**
 * What stands in `text` is read as markup, and by other chats as theirs: a joiner that is not seen parts what would call
 * people (`@channel`, `@all`) and what would be a link with other words on it.
 */
function neutralise(text: string): string {
  return escapeSigns(text)
    .replaceAll('@', '@\u2060')
    .replaceAll('](', ']\u2060(')
    .replace(/[*_~`]/g, '$&\u2060');
}

/** The three signs that Slack gives a meaning to. */
function escapeSigns(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeUrl(url: string): string {
  return escapeSigns(url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E'));
}
