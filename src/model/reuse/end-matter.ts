/**
 * What stands around articles and is part of none: invitations to subscribe, to share, to give, a word on the author,
 * on the site, on its terms. The same words stand on many sites, and to have them in common is no reuse.
 */
import { countPerWord, splitWords } from './split-words.ts';

/** A paragraph of more characters is an article's own, whatever it speaks of. */
const LONGEST = 900;
/**
 * Subjects that a paragraph has to touch on, of so many words at most. An article may speak of a newsletter as well, or of
 * a network's users and what they share.
 */
const LEAST_SUBJECTS: readonly (readonly [words: number, subjects: number])[] = [
  [20, 2],
  [60, 3],
  [Number.POSITIVE_INFINITY, 4],
];

const list = (cues: string) =>
  new RegExp(
    cues
      .trim()
      .split(/\s*\|\s*/)
      .join('|'),
    'iu',
  );

/** Each subject in the words of many languages; beginnings of words, in small letters. */
const SUBJECTS: readonly RegExp[] = [
  // a letter to subscribers
  list(`newsletter | inbox | mailing list | your e-?mail | postfach | posteingang | boîte de réception | bo[iî]te mail
    | bolet[ií]n | correo electr[oó]nico | casella di posta | рассылк | розсилк | бюллетень | на почту | e-posta | bülten
    | skrzynk | mailbox | электронной почт | メールマガジン | メルマガ | 电子报 | 電子報 | 邮件 | 邮箱 | 뉴스레터 | 메일로
    | النشرة | بريدك | न्यूज़लेटर | न्यूजलेटर | ईमेल | จดหมายข่าว | อีเมล | خبرنامه | ҳабарнома | xabarnoma | axborotnoma`),
  // to subscribe, and to leave again
  list(`subscri | sign up | sign-up | abonnier | abonnez | abonnement | inscri[vt] | suscr[ií]b | abone ol | assine
    | iscriviti | prenumer | zapisz się | подпи[сш] | підпи[сш] | падпі[сш] | жазыл | обуна | obuna | 订阅 | 訂閱 | 登録
    | 구독 | اشترك | सब्सक्राइब | สมัคร`),
  list(`at any time | anytime | jederzeit | à tout moment | en cualquier momento | in qualsiasi momento | в любой момент
    | в любое время | у будь-який | w każdej chwili | istediğiniz zaman | 随时 | いつでも | 언제든지 | في أي وقت | कभी भी | ได้ทุกเมื่อ`),
  list(`privacy | data protection | datenschutz | confidentialit | privacidad | riservatezza | конфиденциальн
    | персональных данн | конфіденційн | персональних дан | gizlilik | prywatno | maxfiylik | 隐私 | 隱私 | プライバシー
    | 개인정보 | الخصوصية | गोपनीयता | ความเป็นส่วนตัว | terms of (?:use|service) | nutzungsbedingungen`),
  // networks
  list(`facebook | twitter | instagram | whatsapp | telegram | youtube | linkedin | tiktok | mastodon | bluesky | pinterest
    | фейсбук | твиттер | телеграм | вконтакте | ютуб | инстаграм | одноклассник | соцсет | social media | soziale[nr]? (?:netz|medien)
    | réseaux sociaux | redes sociales | 微信 | 微博 | 脸书 | 臉書 | フェイスブック | ツイッター | 페이스북 | 트위터 | 카카오
    | فيسبوك | تويتر | واتساب | फ़ेसबुक | फेसबुक | ट्विटर | เฟซบุ๊ก | ทวิตเตอร์ | فیسبوک`),
  // to share and to follow
  list(`\\bshare (?:this|it|on|with|the) | follow (?:us|her|him|them|me|the author|\\S+ on) | \\bteile[nt] sie | folge[nt]? (?:sie|uns|ihr|ihm)
    | partage[zr] | suive[zr]|suivre sur | compart[aei] | s[ií]g[au] | seguir(?:l[ae]|nos) | condivid | seguici | подели(?:тесь|ться) | следите за | поширте | стежте
    | udostępnij | obserwuj | paylaş | takip ed | 分享 | 关注 | 關注 | シェア | フォロー | 공유 | 팔로우 | شارك | تابع | फ़ॉलो
    | फॉलो | शेयर | แชร์ | ติดตาม | бөліс | бөлүш | ulash`),
  list(`leave a comment | comments? below | kommentar | un commentaire | un comentario | un commento | комментари | коментар
    | yorum | komentarz | コメント | 留言 | 评论 | 댓글 | تعليق | टिप्पणी | ความคิดเห็น`),
  list(`\\bour (?:free |mobile |new )?app\\b | unsere[rnm]? (?:kostenlosen? )?app\\b | notre appli | nuestra (?:app|aplicaci) | nostra app | нашe приложени
    | наше приложени | наш застосун | uygulamamız | naszą aplikac | 客户端 | 客戶端 | アプリ | 앱을 | تطبيقنا | ऐप | แอป
    | (?:iphone|ios).{1,12}android`),
  // to give
  list(`donat | make a gift | contribution of | support (?:us|our|independent) | unterstütz | spende | faire un don | un don\\b | soutenez
    | donaci[oó]n | ap[oó]yanos | ap[oó]yenos | sostieni | пожертв | поддерж(?:ите|ать нас) | підтрим | bağış | wesprzyj | darowizn
    | 捐款 | 赞助 | 寄付 | 후원 | تبرع | दान | บริจาค`),
  list(`readers like you | our readers | our journalism | our work | unsere(?:r|re)? (?:arbeit|leser) | nos lecteurs | ses lecteurs | notre travail
    | nuestros lectores | nuestro trabajo | наших читател | пожертвования читател | нашу работу | нашої роботи | okurlarımız`),
  list(`non-?profit | independent (?:news|media|maga|pub) | unabhängige[sn]? (?:maga|medi|journ) | média indépendant | medio independiente
    | независим(?:ое|ый) (?:изда|меди|интер) | незалежне | bağımsız | niezależn | without ads | ohne werbung | sans publicité`),
  // the author
  list(`(?:is|was|are) (?:an? |the )?(?:\\p{L}+ ){0,3}(?:reporter|correspondent|journalist|editor|writer|columnist|freelanc|contributor|author|professor|fellow)
    | redakteur(?:in)? (?:bei|für|der|des) | journalist(?:in)? (?:bei|für|und) | est journaliste | journaliste à | es periodista | periodista de
    | è (?:un |una )?giornalista | корреспондент | журналист(?:ка)? | обозреватель | кореспондент | оглядач | gazeteci | muhabir | dziennikar
    | 记者 | 記者 | 기자 | صحفي | पत्रकार | ผู้สื่อข่าว`),
  list(`(?:she|he|who|they|and) (?:covers?|writes?|reports?) | (?:writes|reports|writing|reporting) (?:about|on|for) | schreibt (?:über|für)
    | (?:elle|il) (?:suit|couvre|écrit) | escribe sobre | cubre | scrive (?:di|su) | пишет (?:о|об|про|на)\\b | пише про | 撰写 | 担当`),
  list(`\\S@[\\p{L}\\d-] | \\be-?mail\\b | write to (?:us|her|him|them) | contact (?:us|the|her|him) | kontaktier | erreichen sie | kontakt
    | contacte[zr] | écrire à | contacto | escribirle | contatta | свяж(?:итесь|аться) | (?:написать|пишите) (?:автор|нам|на|в) | напишіть
    | iletişim | skontaktuj | 联系 | お問い合わせ | 문의 | اتصل | راسل | संपर्क | ติดต่อ`),
  list(`found an error | an error | a mistake | a typo | fehler gefunden | tippfehler | une erreur | un error | ошибк | помилк | hata | błąd
    | 错误 | 誤り | 오류 | خطأ | more information, please | tips? (?:and|or|to)\\b | story ideas | sugerencias`),
  // terms of reuse
  list(`all rights | alle rechte | tous droits | todos los derechos | tutti i diritti | все права | всі права | усі права | hakları saklı | barcha huquq
    | барлық құқық | бардык укук | ҳамаи ҳуқуқ | prawa zastrzeżone | 版权所有 | 版權所有 | 著作権 | 저작권 | حقوق محفوظة | الحقوق محفوظة
    | सर्वाधिकार | สงวนลิขสิทธิ์ | copyright | copyleft | © | creative commons | \\bcc[ -]by | лицензи | ліценз | licen[cs] | lizenz`),
  list(`permission | einwilligung | genehmigung | zustimmung | autorisation | autorizaci | autorizza | разрешени | согласи(?:я|е)\\b | письменно | дозвол
    | izin | zgod[ayę] | 未经 | 未經 | 授权 | 無断 | 禁じ | 무단 | 금지 | إذن | موافقة | अनुमति | ไม่ได้รับอนุญาต | ห้าม
    | prohibited | forbidden | verboten | untersagt | interdit | prohibid | vietat | запрещ | заборон | yasak | zabroni | тыйым | тыюу | taqiqlan | манъ`),
  list(`republi[sc] | reproduc | reprint | redistribut | re-?use of | use of (?:any |our |the |these )?(?:materials?|content|articles|texts|photo) | nachdruck | weiterverwend | vervielfält | übernahme
    | reproduire | reprise | reutiliz | riprodu | ripubblic | перепечат | копирован | воспроизвед | использовани[ея] (?:любых |всех |наших )?(?:материал|текст|стат|информ|контент) | цитирован
    | використанн[яі] | передрук | копіюван | цитуван | kullanıl | alıntı | kopyala | przedruk | kopiowan | wykorzyst | материалдар | материалдард | пайдалан | колдон
    | истифода | foydalan | 转载 | 轉載 | 引用 | 転載 | 전재 | 재배포 | إعادة (?:ال)?نشر | نقل | استخدام | पुनः? ?प्रका | ทำซ้ำ | เผยแพร่`),
  list(`hyper-?link | active link | link (?:to|back|is|must)\\b | gip?erlink | verlink | \\blink(?:s|en)? auf | \\blien (?:vers|actif|hyper) | enlace | collegamento | гиперссыл | активн\\p{L}+ ссыл | ссылк[аиуо]й? | гіперпосил | посиланн
    | bağlantı | odnośnik | сілтеме | шилтеме | истинод | havola | 链接 | 連結 | リンク | 링크 | رابط | लिंक | ลิงก์
    | (?:with|giving|give|crediting|without|cite) (?:the )?(?:credit|source|attribution) | source is (?:credited|named|cited) | quellenangabe | mention de la source | citando la fuente | citar la fuente | указани\\p{L}+ (?:на )?источник | kaynak göster | źródł[ao] | 注明出处 | 出典 | 출처 | المصدر | स्रोत`),
];

/** @param text of a paragraph, as it stands there */
export function isEndMatter(text: string): boolean {
  if (text.length > LONGEST) return false;
  const subjects = SUBJECTS.filter((subject) => subject.test(text)).length;
  if (subjects < 2) return false;
  const words = splitWords(text).words.reduce((sum, word) => sum + 1 / countPerWord(word), 0);
  return LEAST_SUBJECTS.some(([most, least]) => words <= most && subjects >= least);
}
