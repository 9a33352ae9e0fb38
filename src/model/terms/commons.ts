/** Creative Commons and the public domain: their names are the same in every language. */
import type { Sentence } from './find-words.ts';

const COMMONS =
  /creative ?commons?|creativecommons|licen[cs]es? cc(?![a-z])|(?<![a-z])cc[- ]li[csz]en|ครีเอทีฟ ?คอมมอน|(?<![a-z\d])cc[- ](?:by|0|zero)(?![a-z])|(?<![a-z\d])cc0(?![a-z])|креатив коммонс|криэйтив коммонс|كريتف كومنز|المشاع الابداعي|クリエイティブ・?コモンズ|知识共享|創用/;
const ZERO =
  /cc[- ]?0(?![a-z])|cc[- ]zero|publicdomain|public domain|domaine public|dominio publico|dominio pubblico|gemeinfrei|обществен\S* достоян|суспильн\S* надбан|domen\S* publiczn|kamu mali|domeni\S* public/;
const LICENCE =
  /li[csz]en[cszt]|litsen|lisans|สัญญาอนุญาต|лиценз|under |unter |sous |bajo |sotto |sob |pod |на услов|на умов|(?<![a-z])cc[- ]|contrat|termin|termes|ライセンス|라이선스|许可|授權|رخص|مجوز|availabl|verfugbar|disponib/;
const VERSION = /(?<![a-z])by(?![a-z])|[1-4]\.0/;
/** A picture's credit names a licence too. */
const CAPTION =
  /^(?:photo|foto|fotograf|image|bild|illustration|imagen|immagine|credit|credits|фото|изображени|зображенн|сурот|сурет|rasm|zdj|gorsel)\S*(?: \S+)? ?[:(]/;

/** @returns 'cc-license', 'none' where every right is waived, or null */
export function readCommons(sentence: Sentence): 'cc-license' | 'none' | null {
  const { words } = sentence;
  const isCommons = COMMONS.test(words);
  if (!isCommons && !ZERO.test(words)) return null;
  if (CAPTION.test(words)) return null;
  if (ZERO.test(words)) return sentence.has('self') || sentence.has('material') ? 'none' : null;
  return LICENCE.test(words) || VERSION.test(words) ? 'cc-license' : null;
}

/** Whether a sentence states such a licence: "according to its terms" makes it no news. */
export function statesCommons(words: string): boolean {
  return COMMONS.test(words) && (LICENCE.test(words) || VERSION.test(words));
}

/** Whether a text names a licence of this kind at all. */
export function mayNameCommons(words: string): boolean {
  return COMMONS.test(words) || ZERO.test(words);
}
