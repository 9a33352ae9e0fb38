/** How sites word terms of reuse in Uzbek, in both of its alphabets. */
import type { Vocabulary } from './vocabulary.ts';

export const UZBEK: Vocabulary = {
  lang: 'uz',
  script: 'latin',
  post: true,
  dative: '[gkq]a',
  strong:
    "ko'?chir_|nusxa ~(?:ol|ko'?chir)_|nusxala_|qayta (?:nashr|chop|bos|e'?lon|joyla)_|iqtibos_|sitata_|tirajla_|ko'?paytir_|perepechatka_",
  weak: "foydalan_|ishlat_|qo'?llan_|chop et_|nashr_|e'?lon qil_|tarqat_|joylashtir_|ulash_|tarjima qil_|olin_|olish_",
  material:
    "material_|matn_|maqola_|ma'?lumot_|axborot_|xabar_|yangilik_|kontent_|surat_|rasm_|foto_|video_|sayt_|veb-?sayt_|mazmun_|nashr_|portal_|intervyu_|asar_",
  hyperlink:
    "giperhavola_|giper havola_|giperssilka_|gipermurojaat_|url#|link(?:i|ini|ga)?#|bog'?lama_",
  link: 'veb-?havola_',
  reference: 'havola_|ssilka_|silka_',
  active: "faol_|aktiv_|to'?g'?ridan-?\\s?to'?g'?ri|bevosita|ishlaydigan|ishlovchi|ochiladigan",
  permission: 'ruxsat_|rozili_|kelishuv_|kelishi[bl]_|shartnoma_|ijozat_',
  unpermitted:
    'ruxsatsiz|ruxsatisiz|roziligisiz|ruxsat olmasdan|ruxsat olmay|ijozatsiz|ijozatisiz|beruxsat',
  credit:
    "manba(?:ni|si|sini|ga|lar|larni|i|ini)?# ~(?:ko'?rsat|keltir|qayd|zikr|ayt|yoz)_|manba sifatida|muallif(?:ini|i|ni|ligini)?# ~(?:ko'?rsat|keltir|qayd|zikr)_|manbasini|nomini ko'?rsat_",
  without: "_siz#|_may#|_masdan#|_mas?dan turib|bo'?lmasa|bo'?lmagan|mavjud bo'?lmasa",
  only: "faqat|faqatgina|taqdirda_|shart(?:i|lari)? (?:bilan|asosida)|agar|hollarda|holda|bilangina|ko'?rsatgan holda|orqaligina",
  with: 'bilan#',
  unless: 'tashqari|bundan mustasno',
  forbidden:
    "ta[qk]i[qk]lan_|ta[qk]i[qk]_|man e?til_|man qilin_|mumkin emas|yo'?l qo'?yilmaydi|ruxsat (?:etil|beril)may_|ruxsat (?:etilma|berilma)_|bo'?lmaydi|noqonuniy|qonunga xilof",
  allowed:
    "ruxsat (?:etil|beril)(?:adi|gan)_|yo'?l qo'?yiladi|mumkin|joiz|bepul|erkin_|ruxsat beramiz",
  obliged:
    "shart#|shartdir|majbur_|zarur_|lozim_|kerak_|talab_|so'?ray_|so'?raladi|iltimos_|darkor|ko'?rsating|bering|qo'?ying|qo'?yilsin|kifoya|yetarli",
  unneeded: '(?:ruxsat|rozilik)_ ~(?:talab etilmaydi|talab qilinmaydi|shart emas|kerak emas)',
  either: 'va/yoki|yoki#|yohud#',
  page: 'manba_|asl_|maqola_|sahifa_|material(?:ga|ning|iga)#|xabar(?:ga|ning)#|manzil_|post(?:ga)?#',
  home: 'bosh sahifa_|asosiy sahifa_|veb-?sayt_|sayt_|portal_|blog_|resurs_|nashr_|kanal_',
  body: "institut_|vazirlik_|vazirlig_|qo'?mita_|laboratoriya_|universitet_|akademiya_|agentlik_|agentlig_|markaz_|xizmat_|tashkilot_|tahririyat_|gazeta_|jurnal_|fond_|radio_|«",
  paragraph: 'xatboshi_|xat boshi_|abzats_|band(?:i|da|dan|idan)?#|paragraf_',
  ordinals: ['birinchi|1-', 'ikkinchi|2-', 'uchinchi|3-', "to'?rtinchi|4-", 'beshinchi|5-'],
  cardinals: ['ikki(?:ta)?#', 'uch(?:ta)?#', "to'?rt(?:ta)?#", 'besh(?:ta)?#'],
  indexable:
    'ochiq ~(?:qidiruv|indeks)_|qidiruv ~(?:tizim|mexanizm)_|indekslan_|indekslash_|indeksatsiya_',
  print: "bosma_|gazeta_|qog'?oz_|matbuot_",
  online: 'internet_|onlayn_|elektron_|veb_',
  noncommercial:
    "notijorat_|tijorat(?:iy)? (?:bo'?l|maqsad\\S* bo'?l)magan|shaxsiy maqsad_|shaxsiy foydalanish_",
  commercial: 'tijorat_|savdo_',
  percent: 'foiz_|protsent_',
  fractions: ['yarm_|yarim_', 'uchdan bir', "to'?rtdan bir|chorak_"],
  veto: "kuki|cookie|shaxsiy ma'?lumot_|maxfiylik_|izoh_|sharh_|havola (?:orqali|bo'?yicha)|havolani (?:nusxa|ko'?chir|bos)_|obuna_|dasturiy|parol_|reklama_",
  news: "sud(?:i|da|ning|ya|i tomonidan)?#|politsiya_|militsiya_|ma'?lum qil(?:di|gan)|bildirdi|aytdi|deputat_|vaziri#|prezident_|parlament_|hukumat_|xabar berdi|qonun loyiha_",
  self: 'bizning|sayt_|veb-?sayt_|portal_|tahririyat_|©|mualliflik|barcha huquq_|ushbu|mazkur|material_|nashr_',
};

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z'\])])e/g, 'э'],
  [/g'\??/g, 'ғ'],
  [/o'\??/g, 'ў'],
  [/'\??/g, "[ъ']?"],
  [/sh/g, 'ш'],
  [/ch/g, 'ч'],
  [/yo/g, 'ё'],
  [/ya/g, 'я'],
  [/yu/g, 'ю'],
  [/ye/g, 'е'],
  [/ts/g, 'ц'],
];
const LATIN = 'abdefghijklmnopqrstuvxyzc';
const CYRILLIC = 'абдефгҳижклмнопқрстувхйзк';

/** Stems in the other alphabet; what stands behind a backslash is a sign of the pattern. */
function writeCyrillic(stems: string): string {
  let written = stems.replace(/\\s/g, ' ');
  for (const [latin, cyrillic] of LETTERS) written = written.replace(latin, cyrillic);
  return written.replace(/(?<!\\)[a-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter);
}

function isStems(key: string, value: unknown): value is string {
  return key !== 'lang' && key !== 'script' && typeof value === 'string';
}

export const UZBEK_CYRILLIC: Vocabulary = {
  ...UZBEK,
  ...Object.fromEntries(
    Object.entries(UZBEK).map(([key, value]) => [
      key,
      isStems(key, value) ? writeCyrillic(value) : value,
    ]),
  ),
  script: 'cyrillic',
  ordinals: UZBEK.ordinals.map(writeCyrillic),
  cardinals: UZBEK.cardinals.map(writeCyrillic),
  fractions: ['ярм_|ярим_', 'учдан бир', 'тўртдан бир|чорак_'],
  veto: `${writeCyrillic(UZBEK.veto)}|cookie`,
  hyperlink: `${writeCyrillic(UZBEK.hyperlink)}|url#|link#`,
};
