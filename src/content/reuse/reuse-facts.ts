/** What the background has said: the rule of this page, and the copies that its pasted words may be from. */
import type { CheckOptions } from '../../model/reuse/check-text.ts';
import type { Copy } from '../../model/reuse/copy.ts';
import { listPageFingerprints } from '../../model/reuse/fingerprint-text.ts';
import { readMarkup } from '../../model/reuse/read-markup.ts';
import type { ReuseRule } from '../../model/settings.ts';
import { askBackground } from '../ask-background.ts';
import { findStage } from './stage.ts';

/** Copies that are sought in every field: those of the last pastes. */
const MOST_KNOWN = 200;

export type ReuseFacts = ReturnType<typeof createReuseFacts>;

export function createReuseFacts(locale: string) {
  let rule: ReuseRule | null = null;
  let templates: Readonly<Record<string, string>> = {};
  let known: Copy[] = [];
  const { location } = findStage();

  async function readRules(): Promise<void> {
    const [reuse, attribution] = await Promise.all([
      askBackground({ type: 'reuse/read' }),
      askBackground({ type: 'attribution/read' }),
    ]);
    if (reuse.ok) rule = reuse.value;
    if (attribution.ok) templates = attribution.value.templates;
  }
  const first = readRules();

  return {
    readRules,
    /** What is amiss has to be answered before it goes out. */
    holds: () => rule?.holds === true,
    listCopies: (): readonly Copy[] => known,
    readOptions: (): CheckOptions => ({
      commercial: rule?.commercial === true ? true : null,
      locale,
      pageUrl: location.href,
      templates,
    }),
    /** @returns whether words may be from copies that are remembered */
    async recognise(text: string): Promise<boolean> {
      await first;
      if (rule?.remembers === false) return false;
      const fingerprints = listPageFingerprints(readMarkup(text, 'plain'));
      if (fingerprints.length === 0) return false;
      const answer = await askBackground({ type: 'copies/find', fingerprints });
      if (!answer.ok || answer.value.length === 0) return false;
      const ids = new Set(answer.value.map(({ id }) => id));
      known = [...answer.value, ...known.filter(({ id }) => !ids.has(id))].slice(0, MOST_KNOWN);
      return true;
    },
  };
}
