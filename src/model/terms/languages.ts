/**
 * The languages that terms of reuse are read in, and for each the parts of words without one of which no terms are
 * stated, in small letters as a page writes them: what copies, links, permits, credits or forbids. English comes
 * last of its script: many sites add it to their own.
 */
import type { Script } from './vocabulary.ts';

/** A language in one of its scripts. */
export class Language {
  /** BCP 47, without region */
  readonly lang: string;
  readonly script: Script;
  readonly #written: string;
  #cues: readonly string[] | null = null;

  constructor(lang: string, script: Script, cues: string) {
    this.lang = lang;
    this.script = script;
    this.#written = cues;
  }

  get cues(): readonly string[] {
    this.#cues ??= this.#written.split('|');
    return this.#cues;
  }
}

export const LANGUAGES: readonly Language[] = [
  new Language(
    'ru',
    'cyrillic',
    'сыл|сошл|линк|url|разреш|соглас|одобр|дозвол|договор|лиценз|ведома|законн|указ|упом|источник|запре|воспрещ|допуск|печат|копир|воспроизв|цитат|цитир|пост|заимств|тираж|автор',
  ),
  new Language(
    'uk',
    'cyrillic',
    'силан|лінк|url|дозв|згод|погодж|договор|ліценз|відома|законн|вказ|зазнач|джерел|заборон|друк|копію|копійов|відтвор|цит|пост|запозич|тираж|автор',
  ),
  new Language(
    'be',
    'cyrillic',
    'сыл|лінк|url|дазв|згод|дамов|ведама|указ|пазнач|крыніц|забарон|друк|капі|цыт|пост|тыраж|аўтар',
  ),
  new Language(
    'bg',
    'cyrillic',
    'връзк|линк|препратк|url|разреш|съглас|позвол|одобр|договор|посоч|упомен|източник|забран|печат|копир|цит|възпроизв|публик',
  ),
  new Language(
    'ky',
    'cyrillic',
    'шилте|сылк|url|линк|уруксат|макулд|келиш|ыраазы|булаг|булак|автор|тыю|тый|болбойт|көчүр|бас|жарыяла|цит|үзүнд|копия|көбөй',
  ),
  new Language(
    'kk',
    'cyrillic',
    'сілте|сылк|url|линк|рұқсат|келіс|риза|дерек|автор|тыйым|болмайды|көшір|бас|жариял|дәйексөз|цитат|үзінді|көбейт|тарат',
  ),
  new Language(
    'tg',
    'cyrillic',
    'ҳавола|хавола|истинод|пайванд|ишора|сылк|линк|url|иҷозат|ичозат|ризо|рухсат|руҳсат|мувофиқа|манба|сарчашма|муаллиф|манъ|мамнӯъ|нусха|нашр|чоп|иқтибос',
  ),
  new Language(
    'uz',
    'cyrillic',
    'ҳавола|хавола|силка|сылк|линк|урл|url|рухсат|розили|келиш|шартнома|ижозат|манба|муаллиф|қлан|қиқ|такик|кўчир|нусха|нашр|чоп|иқтибос',
  ),
  new Language(
    'uz',
    'latin',
    'havola|silka|link|url|ruxsat|rozili|kelish|shartnoma|ijozat|manba|muallif|qiq|taqiq|chir|nusxa|nashr|chop|iqtibos',
  ),
  new Language(
    'tr',
    'latin',
    'link|bağlantı|köprü|url|izin|izn|i̇zn|i̇zin|onay|muvafak|rıza|müsaade|anlaşma|kaynak|kaynağ|atıf|yazarın|yasa|alıntı|kopya|çoğalt|iktibas|yeniden|tekrar|aktarıl',
  ),
  new Language(
    'az',
    'latin',
    'link|keçid|istinad|url|icaz|razılı|müqavil|mənb|müəllif|qadağan|köçür|yenidən|təkrar|sitat|iqtibas|surət|kopya|çoxalt',
  ),
  new Language(
    'de',
    'latin',
    'link|url|verweis|genehmig|zustimm|einwillig|erlaub|einverst|freigab|sprache|lizenz|anfrage|vereinbar|befugt|quelle|nennung|verboten|untersagt|gestattet|zulässig|nachdruck|abdruck|übern|vielfält|weiter|wieder|zitier|zitat|kopie|reprodu|verwertung|keine ver',
  ),
  new Language(
    'nl',
    'latin',
    'link|url|verwijz|toestem|goedkeur|instem|akkoord|overleg|bron|vermeld|verboden|overn|overgen|kopi|reproduc|verveel|nadruk|citer|citaat|geciteerd|verspreid|gebruik',
  ),
  new Language(
    'sv',
    'latin',
    'länk|url|hänvis|tillstånd|medgiv|samtyck|godkänn|tillåt|källa|källh|källan|förbj|kopi|eftertryck|mångfald|återg|återpub|återan|citer|citat|publicer|reproduc',
  ),
  new Language(
    'no',
    'latin',
    'lenk|link|url|henvis|tillat|tilladel|samtykk|godk|avtale|aftale|kilde|krediter|forbud|kopi|gjengi|gengiv|mangfold|trykk|eftertryk|siter|citer|sitat|republis|gjenbruk|genbrug|reprodu',
  ),
  new Language(
    'fr',
    'latin',
    'lien|link|url|hypertexte|autoris|accord|consent|permission|mention|source|crédit|attribu|interdi|prohib|défendu|reprodu|réutilis|repri|reprend|republi|rediffus|copie|copié|copiant|citation|citer|citez|cité|cités|dupli|extrait|licence',
  ),
  new Language(
    'es',
    'latin',
    'enlace|enlaz|vínculo|link|url|autoriz|permis|consentim|aprobaci|acuerdo|fuente|crédito|atribu|menci|cite|citan|cita |citar|citas|citac|prohíb|prohib|reprodu|reutiliz|republi|copia|copie|reimpr|redifus|redistrib|duplic|transcri|plagi|retransmi|licencia|creative',
  ),
  new Language(
    'it',
    'latin',
    'link|collegament|url|autorizz|consens|permess|approvaz|accordo|licenza|fonte|citar|citaz|citan|citat|cita |attribuz|menzion|vietat|vieta|proibi|riprodu|riutilizz|ripubbl|ristamp|copia|copie|ripres|riprend|estratt|duplic|ridistrib',
  ),
  new Language(
    'pt',
    'latin',
    'link|ligaç|url|autoriz|permiss|consentim|aprovaç|acordo|anuência|fonte|crédito|atribu|mencion|cite|citar|citaç|citad|proibi|proíb|vedad|reprodu|reutiliz|republi|copiar|cópia|copiad|redistrib|duplic|transcri|plagi|trecho|repost|licenç',
  ),
  new Language(
    'ro',
    'latin',
    'link|linc|legătur|url|acord|permis|autoriz|consim|aprob|încuviin|surs|citar|citat|cita|citâ|mențion|menţion|atribu|interzi|reprodu|prelua|preluă|preia|reutiliz|republic|copier|copia|multiplic|distribu|licenț|licență',
  ),
  new Language(
    'pl',
    'latin',
    'link|łącz|odnośnik|odsyłacz|url|odwołan|zgod|zezwol|pozwol|autoryz|upoważn|aprobat|licencj|podan|poda|wskaz|źród|autor|zabron|zabran|zakaz|wolno|przedruk|kopi|powiel|reprod|cyt|republik|rozpowsz|zwielokr',
  ),
  new Language(
    'cs',
    'latin',
    'odkaz|link|url|souhlas|svolen|povol|oprávn|dohod|licenc|zdroj|uveden|zakáz|zakaz|přetis|převz|přebír|kopír|citov|citac|citujt|reprod|rozmnož|rozšiř|šíř|zapov',
  ),
  new Language(
    'sk',
    'latin',
    'odkaz|link|url|súhlas|povol|zvolen|dohod|licenc|zdroj|uveden|zakáz|zakaz|pretlač|prevz|preber|kopír|citov|citác|reprod|rozmnož|rozšir',
  ),
  new Language(
    'hu',
    'latin',
    'link|hivatkoz|url|enged|hozzájár|beleegyez|jóváhagy|megállapod|forrás|tilos|tilt|másol|közl|idéz|sokszoros|átvétel|átven|átvett|terjeszt',
  ),
  new Language(
    'lt',
    'latin',
    'nuorod|url|sutik|leidim|leidž|pritar|susitar|sutart|šaltin|nurod|draud|kopij|perspausd|cit|atgamin|platin|daugin|perpublik|pakartot|reprod',
  ),
  new Language(
    'el',
    'greek',
    'σύνδ|σύνδ|συνδ|link|λινκ|παραπομπ|άδει|αδει|έγκρι|συγκατ|συναίν|συμφων|πηγή|πηγ|αναφορ|απαγορ|επιτρέπ|αναδημ|αναπαρ|αντιγρ|παραθ|παράθ|αναμετ|ανατύπ',
  ),
  new Language(
    'hy',
    'armenian',
    'հղ|լինք|link|url|թույլ|համաձայն|պայմանագ|աղբյուր|հեղինակ|արգել|արտատպ|մեջբեր|վերարտ|պատճեն|վերահր|քաղված|վերատպ',
  ),
  new Language(
    'ka',
    'georgian',
    'ბმულ|ლინკ|მითით|ნებართ|თანხმ|წყარო|ავტორ|აკრძალ|დაუშვ|კოპირ|გადაბეჭ|ციტირ|რეპროდ|გამოყენ',
  ),
  new Language(
    'fa',
    'arabic',
    'لینک|پیوند|ارجاع|اجازه|مجوز|رضایت|موافقت|هماهنگ|منبع|ذکر|ممنوع|مجاز|کپی|کپي|نشر|نقل|تکثیر|تکثير|اقتباس|برداری|رونوشت|انتشار',
  ),
  new Language(
    'ar',
    'arabic',
    'رابط|روابط|ارتباط|لينك|وصلة|إذن|اذن|موافق|تصريح|ترخيص|مصدر|منع|حظر|محظور|ممنوع|يجوز|نسخ|اقتباس|نشر|إنتاج|نقل|استخدام',
  ),
  new Language(
    'he',
    'hebrew',
    'קישור|לינק|הפני|רשות|אישור|הסכמ|היתר|מקור|קרדיט|אסור|אין ל|איסור|העתק|העתיק|שכפ|ציטוט|לצטט|פרסום|שעתוק|הדפס|ייחוס',
  ),
  new Language(
    'ja',
    'japanese',
    'リンク|url|許可|許諾|承諾|同意|承認|了承|無断|無許可|断りなく|出典|引用|転載|複製|複写|転用|コピー|利用|流用|改変|盗用|再配布|禁止|禁じ|クレジット',
  ),
  new Language(
    'zh',
    'han',
    '链接|連結|鏈接|链结|鏈結|网址|網址|link|url|授权|授權|许可|許可|同意|允许|允許|未经|未經|非经|非經|注明|註明|标明|標明|来源|來源|出处|出處|署名|禁止|严禁|嚴禁|不得|转载|轉載|复制|複製|引用|摘编|摘編|转贴|轉貼|抄袭|抄襲|请勿|請勿|擅自',
  ),
  new Language(
    'ko',
    'hangul',
    '링크|url|허락|동의|허가|승인|협의|승낙|무단|출처|금지|금합|금하|금함|전재|복제|배포|복사|인용|재사용|퍼가|스크랩|도용|발췌',
  ),
  new Language(
    'th',
    'thai',
    'ลิงก์|ลิงค์|ลิ้ง|link|url|อนุญาต|ยินยอม|อนุมัติ|ที่มา|เครดิต|ห้าม|คัดลอก|ทำซ้ำ|ทําซ้|เผยแพร่|อ้างอิง|ดัดแปลง|ลอกเลียน|สงวนสิทธิ',
  ),
  new Language(
    'vi',
    'latin',
    'liên kết|đường dẫn|link|url|cho phép|đồng ý|chấp thuận|xin phép|giấy phép|nguồn|cấm|sao chép|trích|đăng lại|phát hành lại|tái bản|copy|dẫn lại|văn bản của|thỏa thuận',
  ),
  new Language(
    'id',
    'latin',
    'link|tautan|pranala|url|izin|ijin|persetujuan|lisensi|sumber|menyebut|kredit|atribusi|dilarang|larangan|kutip|gandak|salin|perbanyak|reproduksi|ulang|copas',
  ),
  new Language(
    'hi',
    'devanagari',
    'लिंक|कड़ी|अनुमति|इजाज|सहमति|स्वीकृति|मंजूरी|स्रोत|श्रेय|क्रेडिट|साभार|वर्जित|निषि|निषेध|प्रतिबंध|पुनः|पुन: |पुनर|कॉपी|नकल|प्रतिलिपि|उद्धृ|उद्धर',
  ),
  new Language(
    'en',
    'latin',
    'link|source|cite |permi|consen|authori|approval|agreement|licence from|license from|licensing|a licen|obtain|clearance|credit|attribut|acknowledg|byline|by-line|prohibit|forbid|reprint|re-print|republi|re-publi|reprodu|reus|re-us|distributi|redistrib|repost|re-post|repurpos|duplicat|syndicat|quot|citing|cited|citation|excerpt|extract|rewritten|copying|copied|copies|copy |copy,|copy.|infring|unlawful|illegal|not be |may not|must not|cannot|no use|no part',
  ),
];
