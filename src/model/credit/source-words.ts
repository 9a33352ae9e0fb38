/**
 * With what words the languages name whom a text has something from: "according to" and "told" before the name,
 * "reports" behind it; and the labels that lead to it, "Source:". Data, as patterns without groups that are kept.
 */

export interface SourceWords {
  /** before the name */
  before: string;
  /** behind the name */
  behind: string;
}

const EAST_SLAVIC_MARKS = {
  ru: {
    before:
      'по данным|по сообщени(?:ю|ям)|по информации|по версии|со ссылкой на|ссылаясь на|сообщ(?:ает|ают|ил[аио]?)|пиш(?:ет|ут)|переда(?:ет|ёт|ют|л[аио]?)|рассказал[аио]?',
    behind:
      'сообщ(?:ает|ают|ил[аио]?)|пиш(?:ет|ут)|писал[аио]?|написал[аио]?|переда(?:ет|ёт|ют|л[аио]?)',
  },
  uk: {
    before:
      'за даними|за інформацією|за повідомленням|з посиланням на|посилаючись на|повідомля(?:є|ють)|повідоми(?:в|ла|ло|ли)|пиш(?:е|уть)|переда(?:є|ють|в|ла)|розпові(?:в|ла|ли)',
    behind:
      'повідомля(?:є|ють)|повідоми(?:в|ла|ло|ли)|пиш(?:е|уть)|написа(?:в|ла|ло|ли)|переда(?:є|ють|в|ла)',
  },
  be: {
    before: 'паводле|паведамля(?:е|юць)|паведамі(?:ў|ла|лі)|піш(?:а|уць)|перада(?:е|ў|ла)',
    behind: 'паведамля(?:е|юць)|паведамі(?:ў|ла|лі)|піш(?:а|уць)|перада(?:е|ў|ла)',
  },
};

/** By the primary subtag. Those that write no spaces have their words told by what stands around them alone. */
export const SOURCE_WORDS: Readonly<Record<string, SourceWords>> = {
  ...EAST_SLAVIC_MARKS,
  en: {
    before: 'according to|(?:as |first )*reported by|told|(?<=[,"”’] |^as )(?:writes|reports)',
    behind: 'has reported|had reported|reported|reports|wrote|writes',
  },
  de: {
    before:
      'laut|nach (?:Angaben|Informationen) (?:von|der|des)|unter Berufung auf|berichtet|berichtete|meldet|schreibt',
    behind: 'berichtete?|meldete?|schreibt|schrieb|zufolge',
  },
  fr: {
    before: "selon|d[’']après|rapporte|relate|écrit|a indiqué à|a déclaré à|a confié à",
    behind: 'rapporte|a rapporté|écrit|relate|a indiqué',
  },
  es: {
    before: 'según|de acuerdo con|inform(?:a|ó)|report(?:a|ó)|public(?:a|ó)|dijo a',
    behind: 'inform(?:a|ó)|report(?:a|ó)|public(?:a|ó)',
  },
  ca: { before: 'segons|informa|ha informat', behind: 'informa|ha informat|ha publicat' },
  pt: {
    before: 'segundo|de acordo com|conforme|inform(?:a|ou)|noticiou|relat(?:a|ou)',
    behind: 'inform(?:a|ou)|noticiou|noticia|relat(?:a|ou)|publicou',
  },
  it: {
    before: 'secondo|riferisce|riporta|scrive|riportato da|stando a',
    behind: 'riferisce|riporta|scrive|ha riferito|ha riportato',
  },
  ro: {
    before: 'potrivit|conform|scrie|relatează|transmite|anunță|citat(?:ă|e|i)? de',
    behind: 'scrie|relatează|transmite|anunță',
  },
  pl: {
    before: 'według|(?:jak )?(?:podaje|informuje|donosi|pisze)|podał[ao]?|powołując się na',
    behind: 'podaje|informuje|donosi|pisze|podał[ao]?|poinformował[ao]?',
  },
  cs: {
    before: 'podle|uvád(?:í|ěl)|informuje|napsal[ao]?|píše',
    behind: 'informoval[ao]?|informuje|napsal[ao]?|píše|uvedl[ao]?',
  },
  sk: {
    before: 'podľa|uvádza|informuje|napísal[ao]?|píše',
    behind: 'informoval[ao]?|informuje|napísal[ao]?|píše|uviedl[ao]?',
  },
  hu: {
    before: '(?:írja|írta|közölte|jelenti|jelentette) az?',
    behind: 'szerint|írja|írta|közölte|jelentette',
  },
  nl: {
    before: 'volgens|meldt|schrijft|aldus|bericht',
    behind: 'meldt|meldde|schrijft|schreef|bericht',
  },
  sv: { before: 'enligt|rapporterar|skriver|uppger', behind: 'rapporterar|skriver|skrev|uppger' },
  da: {
    before: 'ifølge|skriver|rapporterer|oplyser',
    behind: 'skriver|skrev|rapporterer|oplyser|melder',
  },
  nb: {
    before: 'ifølge|skriver|rapporterer|opplyser|melder',
    behind: 'skriver|skrev|rapporterer|opplyser|melder',
  },
  fi: { before: 'kertoo|kertoi|uutisoi|raportoi', behind: 'mukaan|kertoo|kertoi|uutisoi|raportoi' },
  et: {
    before: 'teatas|kirjutab|vahendab|vahendas',
    behind: 'teatas|kirjutab|kirjutas|vahendab|vahendas|andmetel',
  },
  lv: { before: 'vēsta|ziņo|raksta', behind: 'vēsta|ziņo|raksta|vēstīja|ziņoja' },
  lt: { before: 'praneša|pranešė|rašo', behind: 'praneša|pranešė|rašo|teigimu|duomenimis' },
  sq: { before: 'sipas|raporton|shkruan|njofton', behind: 'raporton|shkruan|njofton' },
  hr: {
    before: 'prema|prenosi|javlja|piše|navodi|objavio je',
    behind: 'prenosi|javlja|piše|javio je|javila je',
  },
  sr: {
    before: 'prema|prenosi|javlja|piše|navodi|према|преноси|јавља|пише|наводи',
    behind: 'prenosi|javlja|piše|преноси|јавља|пише|јавио је|јавила је',
  },
  sl: { before: 'po poročanju|poroča|piše|navaja', behind: 'poroča|piše|navaja' },
  bg: {
    before: 'според|съобщ(?:ава|и)|пише|предава|цитирани? от|по данни на',
    behind: 'съобщ(?:ава|и)|пише|предава|писа',
  },
  mk: {
    before: 'според|јавува|пишува|пренесува|објави',
    behind: 'јавува|јави|пишува|пренесува|објави',
  },
  el: {
    before: 'σύμφωνα με|αναφέρει|μεταδίδει|γράφει',
    behind: 'αναφέρει|μεταδίδει|μετέδωσε|γράφει',
  },
  tr: {
    before: '(?<=[,"”] )(?:bildiren|aktaran)',
    behind:
      '(?:haberine|aktardığına|bildirdiğine|verilerine|yazdığına) göre|göre|bildirdi|haber verdi|yazdı|aktardı|duyurdu',
  },
  az: {
    before: 'xəbər verir ki',
    behind: '(?:məlumatına|xəbərinə) görə|xəbər verir|bildirir|yazır|istinadən',
  },
  kk: {
    before: '(?:деп )?(?:хабарлайды|хабарлады|жазады|жазды)',
    behind:
      '(?:деп )?(?:хабарлайды|хабарлады|жазады|жазды)|мәлімет(?:інше|іне сүйенсек)|хабарла(?:уынша|масынша)|ақпаратынша|дерегінше|дерегіне сүйенсек',
  },
  ky: {
    before: '(?:деп )?(?:билдирет|билдирди|кабарлайт|кабарлады|жазат|жазды)',
    behind:
      'билдир(?:ет|ди|гендей)|кабарла(?:йт|ды|гандай)|жаз(?:ат|ды|гандай)|маалыматына (?:караганда|ылайык)|маалыматы боюнча',
  },
  tg: {
    before:
      'ба (?:гуфтаи|навиштаи|иттилои|хабари|нақл аз)|мувофиқи маълумоти|аз рӯи маълумоти|тибқи (?:гузориши|маълумоти|иттилои)|бо истинод ба',
    behind:
      'хабар (?:дод|медиҳад|додааст)|гузориш (?:дод|медиҳад|додааст)|навишт|навиштааст|менависад|иттилоъ дод',
  },
  uz: {
    before:
      '(?:deya |deb )(?:xabar bermoqda|xabar berdi|yozadi|yozmoqda)|(?:деб |дея )(?:хабар бермоқда|хабар берди|ёзади)',
    behind:
      "xabar (?:berdi|bermoqda|beradi)|yoz(?:di|moqda|adi)|(?:xabariga|maʼlumotiga|ma[’‘']lumotiga) ko[ʻ’‘']ra|хабар (?:берди|бермоқда|беради)|ёз(?:ди|моқда|ади)|(?:хабарига|маълумотига) кўра",
  },
  hy: { before: 'ըստ', behind: 'հաղորդում է|փոխանցում է|գրում է|հաղորդել է' },
  ka: { before: 'იუწყება|წერს', behind: 'ცნობით|იუწყება|ინფორმაციით|წერს' },
  ar: { before: 'وفق[اً]{0,2} ?ل|بحسب|نقلت|ذكرت|أفادت|نقل[اً]{0,2} عن', behind: '' },
  fa: { before: 'به (?:گزارش|نقل از|نوشته)', behind: '' },
  he: { before: 'לפי|על פי|מדווחת?|דיווחה?', behind: 'מדווחת?|דיווחה?' },
  hi: { before: '', behind: '(?:की रिपोर्ट )?के (?:अनुसार|मुताबिक)' },
  vi: { before: 'theo', behind: 'cho biết|đưa tin' },
  id: {
    before: 'menurut|(?:dilansir|dikutip)(?: dari)?|seperti dilaporkan',
    behind: 'melaporkan|memberitakan',
  },
  th: { before: 'ตามรายงานของ', behind: 'รายงาน' },
  zh: { before: '据|據|根据|根據|援引|引述', behind: '报道|報道|報導' },
  ja: { before: '', behind: 'によると|によれば|が報じ|が伝え|は報じ' },
  ko: { before: '', behind: '에 따르면|에 의하면|는 보도|은 보도' },
};

/** "Source:" where it is of a text; what else leads to the credits of photos is among the labels' words. */
export const SOURCE_LABELS =
  'sources?|via|quellen?|fuentes?|font|fonte|fonti|fontes|surs[aăe]|źródł[oa]|zdroje?|forrás|bron(?:nen)?|källa|källor|kilder?|lähde|lähteet|allikas?|avots|avoti|šaltinis|burimi|izvori?|vir|mənbə|kaynak|sumber|nguồn|manba|источники?|джерел[оа]|крыніц[аы]|източник|извор|дереккөз[і]?|булагы?|манба[ъи]?|πηγή|աղբյուր(?:ը)?|წყარო|المصدر|مصدر|منبع|מקור|स्रोत|ที่มา|出典|来源|來源|출처';

/** What stands between those words and the name: articles, and what the named one is. */
export const FILLERS = new Set(
  `the a o as os la le les l’ l' el los lo il gli der die das dem den des de da do del della dem to al i az
agency news newspaper magazine site website portal outlet broadcaster daily channel network agencia agence agenzia agência agentur
nachrichtenagentur zeitung magazin sender onlineportal portalu agencja agencji portalul agenția agentura agentúra nieuwssite krant persbureau
quotidien journal site chaîne diario periódico cadena jornal giornale quotidiano nyhetsbyrån nyhedsbureauet
агентство агентства агентству информагентство информагентства издание издания изданию портал портала порталу сайт сайту газета газеты
газете телеканал телеканала телеканалу журнал журнала служба службы видання агенція агенції газети порталу каналу
агенттігі басылымы порталы сайты агенттиги маалымат хабаргузории хабаргузорӣ сомонаи нашрияи agentligi nashri sayti агентлиги нашри
وكالة صحيفة موقع قناة شبكة خبرگزاری روزنامه وب‌سایت של אתר סוכנות`.split(/\s+/),
);

/** What may follow the name in its sentence; a noun would make it a part of something else ("Reuters readers"). */
export const FOLLOWERS = new Set(
  `and or in on at that which who citing quoting from with about as by for earlier yesterday today reports reported data und oder unter am im in dass
et sur le ce que qui dans en y e o que el la este esta sobre ed che nel i oraz w że z a na cu că în ve ki
и или в во на с со из от о об что который которая которое ранее сегодня вчера утром та й і у з із про що який яка які сьогодні
ва дар аз ки бо va bilan және мен деп менен жана عن أن في إن که در و`.split(/\s+/),
);

/** Of languages that add their case to a name: "Reuters’a", "Reutersin", "ТАССтың". */
export const CASE_ENDING =
  /(?:['’ʼ]\S{1,5}|(?<=\S{3})(?:ning|ga|dan|ın|in|un|ün|dın|nın|nin|a|e|i|s|in|en|ning|ның|нің|дің|дың|тің|тың|нын|нин|дын|дин|тын|тин|тун|дун|ға|ге|ге|нинг|га|а|у|ом|е|ы|ой|и|ю|ի))$/u;
