/**
 * What a site's own sentence asks of those who reuse its text. Each language says it with a few words:
 * reuse, only with, permission, link, active. The sentence itself is kept as evidence, because this is
 * what "the site says", never advice.
 */
import type { Terms } from './source.ts';

/** Reuse of the site's text is spoken of at all. */
const REUSE =
  /\b(re-?us(?:e|ed|ing)|reproduc\w*|re-?publi(?:sh|c)\w*|reprint\w*|copy(?:ing)?|quot(?:e|es|ed|ing)|cit(?:e|ing)|us(?:e|es|ed|ing) (?:of )?(?:\w+ ){0,4}?(?:materials?|content|text|articles?|information)|republication)\b|использован|перепечат|копирован|цитирован|воспроизвед|распространен|використан|передру|копіюван|цитуван|відтворен|пайдалан|көчүр|көшір|қайта бас|истифода|нусхабардор|фойдаланил|foydalan|ko[‘'ʻ]chir|übernahme|\b(verwend\w*|nachdruck|vervielfältig\w*|weiterverwend\w*|zitier\w*|nutzung)\b|\b(reprodu\w*|réutilis\w*|reprise|utilisation|copie)\b|\b(reproduc\w*|utiliz\w*|reutiliz\w*|copia\w*)\b|\b(kopiowa\w*|wykorzyst\w*|przedruk\w*|cytowa\w*)|\b(riprodu\w*|riutilizz\w*)|kullan|alıntı|kopyala|\b(preluar\w*|reproduc\w*|utiliz\w*)|استخدام|إعادة نشر|نقل|اقتباس/iu;
/** A link, a hyperlink. In Russian and its neighbours the word also means a reference. */
const LINK =
  /\b(?:hyper-?)?links?\b|\bback-?link|гиперссылк|ссылк|гіперпосиланн|посиланн|гипершилтеме|шилтеме|сілтеме|ҳавола|hav[oa]la|гиперҳавола|\bverlink\w*|\bverweis|\bliens?\b|\blink(?:iem|u|i|a|ów|ami|ach)\b|\benlace|\bodnośnik|\bodsyłacz|bağlantı|\bcollegamento|\bhiperliga|legătur|رابط/iu;
const ACTIVE =
  /\b(?:active|clickable|direct|live|working|hyper-?links?)\b|активн|гиперссылк|прям\S{1,3} ссылк|пряме? посил|гіперпосил|активдүү|гипершилтеме|белсенді|фаъол|faol|гиперҳавола|\baktiv|anklickbar|\bactif|\bactiv[oa]\b|\baktywn|aktif|\battiv[oa]\b|\bativ[oa]\b|\bactiv|نشط|مباشر/iu;
const PERMISSION =
  /\b(?:permission|consent|authori[sz]ation|written approval)\b|разрешени|согласи|дозвол|згод[иою]|уруксат|рұқсат|иҷозат|ruxsat|genehmigung|zustimmung|einwilligung|erlaubnis|autorisation|accord écrit|autorizaci[óo]n|permiso|zgod[yąa]|izin|izni|autorizzazione|consenso|autoriza[çc]|permiss[ãa]o|acordul|permisiune/iu;
const WITHOUT =
  /\b(?:without|unless|only with|requires?|prior)\b|без|только с|лише з|лише за|тек қана|жок болсо|(?<!\p{L})бе(?!\p{L})|\p{L}(?:сыз|сіз|суз|сүз)(?!\p{L})|siz|ohne|nur mit|sans|sin |bez |olmadan|al[ıi]nmadan|maks[ıi]z[ıi]n|senza|sem |fără/iu;
const FORBIDDEN =
  /\b(?:prohibited|forbidden|not allowed|may not be|must not|all rights reserved)\b|запрещ|заборон|не допускается|тыйуу салын|тыюу салын|тыйым салын|манъ|taqiqlan|untersagt|verboten|interdite?|prohibid|zabronion|yasak|vietat|proibid|interzis/iu;
const CREDIT =
  /\b(?:credit|attribution|acknowledge|mention\w*|source|refer(?:ence|ring))\b|указани|источник|вказівк|джерел|булак|дереккөз|манба|manba|quellenangabe|quelle|mention de la source|citant|fuente|źródł|kaynak|fonte|sursa|sursei|المصدر|مصدر/iu;
const OBLIGED =
  /\b(?:please|must|require[ds]?|mandatory|obligat\w*|only|provided|allowed|free|welcome|with|when|permitted|should)\b|обязательн|только|разреша|обов|можн|при услови|за умови|милдеттүү|міндетті|ҳатмӣ|зарур|shart|majburiy|erwünscht|gestattet|erlaubt|pflicht|bitte|nur|obligatoire|autorisée?|obligatori|permitid|wymagan|dozwolon|zorunlu|gerek|consentit|obrigat|obligator|permis|يرجى|يُرجى|يجب|شريطة|بشرط/iu;
const COMMONS = /creative commons|\bCC[ -](?:BY|0)\b|creativecommons\.org/iu;
const HOME =
  /\b(?:home ?page|main page|front page|to the (?:web)?site|to our (?:web)?site)\b|на сайт|главн\S+ страниц|на портал|на головну|startseite|page d’accueil/iu;
const DOMAIN = /\b((?:[\p{L}\p{N}-]+\.)+(?:[\p{L}]{2,}))\b/u;
const ORDINALS: [RegExp, number][] = [
  [
    /\b(?:first|1st) (?:two )?paragraph|перв\S+ абзац|перш\S+ абзац|биринчи абзац|ersten absatz/iu,
    1,
  ],
  [/\bsecond paragraph|втор\S+ абзац|друг\S+ абзац|zweiten absatz/iu, 2],
  [/\bthird paragraph|треть\S+ абзац|трет\S+ абзац|dritten absatz/iu, 3],
];

/** Sentences longer than this are legal pages, not notices. */
const SENTENCE_LIMIT = 600;

/**
 * @param text a sentence, or a few, as a footer holds them
 * @returns what they ask, or null where they do not speak of reuse
 */
export function readTerms(text: string): Terms | null {
  const sentence = text.replace(/\s+/g, ' ').trim();
  if (sentence.length > SENTENCE_LIMIT || sentence.length < 12) return null;
  // No pattern that ignores case takes the Turkish İ for an i.
  const words = sentence.replaceAll('İ', 'I');
  const commons = COMMONS.test(words);
  // "An active link to the source" is asked of nobody but those who reuse.
  const asksForLink = LINK.test(words) && ACTIVE.test(words) && CREDIT.test(words);
  if (!commons && !asksForLink && !REUSE.test(words)) return null;
  const kind = readKind(words, commons);
  if (kind === null) return null;
  const linked = kind === 'active-link-required';
  return {
    kind,
    link: linked
      ? ACTIVE.test(words)
        ? 'active'
        : 'plain'
      : kind === 'free-with-credit'
        ? 'reference'
        : null,
    target: linked ? readTarget(words) : null,
    position: ORDINALS.find(([pattern]) => pattern.test(words))?.[1] ?? null,
    evidence: sentence,
  };
}

function readKind(sentence: string, commons: boolean): Terms['kind'] | null {
  if (commons) return 'cc-license';
  const linked = LINK.test(sentence);
  if (linked && (OBLIGED.test(sentence) || ACTIVE.test(sentence))) return 'active-link-required';
  if (PERMISSION.test(sentence) && WITHOUT.test(sentence)) return 'permission-required';
  if (FORBIDDEN.test(sentence)) return 'no-reuse';
  if (CREDIT.test(sentence) && OBLIGED.test(sentence)) return 'free-with-credit';
  return null;
}

function readTarget(sentence: string): string {
  const domain = DOMAIN.exec(sentence)?.[1];
  if (domain !== undefined) return domain.toLowerCase();
  return HOME.test(sentence) ? 'home' : 'page';
}
