/**
 * Pages of every kind, as their makers build them, in words of our own. What an article is to its readers,
 * and what only looks like one, is told apart by these.
 */

export interface PageOfKind {
  name: string;
  /** with the host, which says something too */
  url: string;
  head: string;
  body: string;
  lang?: string;
}

const BAY = 'http://bay.example';

const SENTENCES = [
  'The storm came in from the sea at four in the morning and took the roof of the old boathouse with it.',
  'Nobody was hurt, the harbour master said, because everyone had been told the evening before to stay away from the quay.',
  'By noon the road to the lighthouse was open again, though only for those who live there and for the fire brigade.',
  'Two of the oldest elms on the square lie across the bandstand, and the school will stay closed until the end of the week.',
  'What it will cost is not known yet; the council meets on Thursday and wants to hear from the insurers first.',
  'Older people compare it with the flood of their childhood, when boats were moored at the doors of the church.',
];

const say = (sentences: readonly string[], from: number, count: number) =>
  Array.from({ length: count }, (_, i) => sentences[(from + i) % sentences.length]).join(' ');
/** So many paragraphs of three sentences each. */
const tell = (count: number, sentences: readonly string[] = SENTENCES) =>
  Array.from({ length: count }, (_, i) => `<p>${say(sentences, i, 3)}</p>`).join('\n');

const ld = (type: string, more: object = {}) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': type, headline: 'A storm takes the boathouse of the bay', ...more })}</script>`;
const og = (type: string) => `<meta property="og:type" content="${type}">`;
const TITLE = '<title>A storm takes the boathouse of the bay | The Bay Post</title>';
const HEADLINE = '<h1>A storm takes the boathouse of the bay</h1>';
const BYLINE =
  '<p class="byline">By Ada Byron, <time datetime="2026-03-01">1 March 2026</time></p>';
const FRAME = (body: string) =>
  `<header><a href="/">The Bay Post</a><nav><a href="/town">Town</a> <a href="/sea">Sea</a> <a href="/people">People</a></nav></header>
  <main>${body}</main><footer><a href="/about">About us</a> <a href="/contact">Contact</a></footer>`;
const TEASER =
  '<article class="teaser"><h2><a href="/a">A storm takes the boathouse of the bay</a></h2><p>Nobody was hurt, the harbour master said. The road is open again.</p><time>1 March</time></article>';
const author = { '@type': 'Person', name: 'Ada Byron' };
const dated = { datePublished: '2026-03-01T08:00:00+01:00', author };

const RUSSIAN = [
  'Шторм пришёл с моря в четыре часа утра и сорвал крышу со старого лодочного сарая на набережной.',
  'Никто не пострадал, сказал начальник порта, потому что накануне вечером всех просили не подходить к воде.',
  'К полудню дорогу к маяку снова открыли, хотя пока только для тех, кто там живёт, и для пожарных.',
];
const ARABIC = [
  'وصلت العاصفة من البحر في الرابعة صباحا واقتلعت سقف بيت القوارب القديم على رصيف الميناء.',
  'وقال رئيس الميناء إن أحدا لم يصب بأذى لأن الجميع طلب منهم في المساء الابتعاد عن الرصيف.',
  'وعند الظهر فتح الطريق إلى المنارة من جديد أمام سكانها ورجال الإطفاء وحدهم.',
];
const CHINESE = [
  '暴风雨在凌晨四点从海上袭来，掀翻了码头旁那座旧船屋的屋顶。',
  '港务主任说没有人受伤，因为前一天晚上已经通知大家不要靠近岸边。',
  '到了中午，通往灯塔的道路重新开放，不过只允许当地居民和消防队通行。',
];

export const ARTICLES: PageOfKind[] = [
  {
    name: 'news',
    url: `${BAY}/2026/03/01/storm-takes-the-boathouse-of-the-bay`,
    head: TITLE + og('article') + ld('NewsArticle', dated),
    body: FRAME(`<article>${HEADLINE}${BYLINE}${tell(5)}</article>`),
  },
  {
    name: 'news that says nothing for machines',
    url: `${BAY}/town/storm-takes-the-boathouse-of-the-bay-4711`,
    head: TITLE,
    body: FRAME(`<div class="content">${HEADLINE}${BYLINE}${tell(5)}</div>`),
  },
  {
    name: 'a magazine’s feature',
    url: `${BAY}/magazine/what-the-storm-left-of-the-old-bay`,
    head: TITLE + og('article'),
    body: FRAME(
      `<article>${HEADLINE}<figure><img alt=""><figcaption>The square at noon</figcaption></figure>${tell(14)}</article>`,
    ),
  },
  {
    name: 'a blog’s post',
    url: `${BAY}/blog/my-night-in-the-boathouse`,
    head: TITLE + ld('BlogPosting', dated),
    body: FRAME(`<div class="post-content">${HEADLINE}${tell(4)}</div>`),
  },
  {
    name: 'an opinion',
    url: `${BAY}/opinion/let-the-old-boathouse-go`,
    head: TITLE + og('article') + ld('OpinionNewsArticle', dated),
    body: FRAME(`<article>${HEADLINE}${BYLINE}${tell(5)}</article>`),
  },
  {
    name: 'an interview',
    url: `${BAY}/interviews/the-harbour-master-on-the-night-of-the-storm`,
    head: TITLE + og('article'),
    body: FRAME(
      `<article>${HEADLINE}${SENTENCES.map((one, i) => `<p><b>What happened in hour ${i + 1}?</b></p><p>“${one} ${one}”</p>`).join('')}</article>`,
    ),
  },
  {
    name: 'a live blog',
    url: `${BAY}/live/2026/mar/01/storm-over-the-bay-live`,
    head: TITLE + og('article') + ld('LiveBlogPosting', dated),
    body: FRAME(
      `<article>${HEADLINE}${SENTENCES.map((one, i) => `<section class="update"><h2>Update ${i + 1}</h2><time>0${i + 4}:15</time><p>${one}</p><p>${one}</p></section>`).join('')}</article>`,
    ),
  },
  {
    name: 'a press release',
    url: `${BAY}/press/bay-council-opens-the-quay-after-the-storm`,
    head: TITLE,
    body: FRAME(`<div class="release">${HEADLINE}<p><time>1 March 2026</time></p>${tell(4)}</div>`),
  },
  {
    name: 'an encyclopaedia’s entry',
    url: 'http://en.wiki.example/wiki/Boathouse_of_the_bay',
    head: '<title>Boathouse of the bay – The Free Bay Encyclopaedia</title>',
    body: `<h1>Boathouse of the bay</h1><div id="content"><div class="output">${tell(8)}<h2><span>History</span></h2>${tell(6)}</div></div>`,
  },
  {
    name: 'a scholarly article',
    url: 'http://journal.bay.example/article/view/771',
    head: '<title>On storms</title><meta name="citation_title" content="On the frequency of storms in shallow bays"><meta name="citation_author" content="Byron, Ada"><meta name="citation_journal_title" content="Journal of Bays">',
    body: `<h1>On the frequency of storms in shallow bays</h1><section><h2>Abstract</h2>${tell(3)}</section><section><h2>Methods</h2>${tell(6)}</section>`,
  },
  {
    name: 'news in Russian',
    url: `${BAY}/novosti/shtorm-nad-zalivom-sorval-kryshu`,
    lang: 'ru',
    head: '<title>Шторм сорвал крышу лодочного сарая — Вестник залива</title>',
    body: FRAME(
      `<div class="text"><h1>Шторм сорвал крышу лодочного сарая на набережной</h1>${tell(5, RUSSIAN)}</div>`,
    ),
  },
  {
    name: 'news in Arabic',
    url: `${BAY}/2026/03/01/12345`,
    lang: 'ar',
    head: `<title>عاصفة تقتلع سقف بيت القوارب</title>${og('article')}`,
    body: FRAME(
      `<article dir="rtl"><h1>عاصفة تقتلع سقف بيت القوارب على الميناء</h1>${tell(5, ARABIC)}</article>`,
    ),
  },
  {
    name: 'news in Chinese',
    url: `${BAY}/2026/03/01/12346`,
    lang: 'zh-CN',
    head: `<title>暴风雨掀翻码头旧船屋</title>${og('article')}`,
    body: FRAME(`<article><h1>暴风雨掀翻码头旧船屋的屋顶</h1>${tell(4, CHINESE)}</article>`),
  },
  {
    name: 'news whose paragraphs are plain blocks',
    url: `${BAY}/news/storm-takes-the-boathouse-of-the-bay`,
    head: TITLE + og('article'),
    body: FRAME(
      `${HEADLINE}<div class="text">${tell(6).replaceAll('<p>', '<div>').replaceAll('</p>', '</div>')}</div>`,
    ),
  },
  {
    name: 'news whose paragraphs are broken lines',
    url: `${BAY}/news/storm-takes-the-boathouse-of-the-bay`,
    head: TITLE + og('article'),
    body: FRAME(
      `${HEADLINE}<div class="text">${tell(6).replaceAll('<p>', '').replaceAll('</p>', '<br><br>')}</div>`,
    ),
  },
  {
    name: 'news on a page that is one form',
    url: `${BAY}/2026/03/01/storm-takes-the-boathouse-of-the-bay`,
    head: TITLE + og('article') + ld('NewsArticle', dated),
    body: `<form id="page" method="post"><input type="hidden" name="state" value="x">${FRAME(`<article>${HEADLINE}${BYLINE}${tell(5)}</article>`)}</form>`,
  },
];

const list = (count: number, one: string) => one.repeat(count);

export const OTHERS: PageOfKind[] = [
  { name: 'a home page', url: `${BAY}/`, head: og('website'), body: FRAME(list(20, TEASER)) },
  {
    name: 'a home page that says article',
    url: `${BAY}/`,
    head: og('article') + ld('NewsArticle'),
    body: FRAME(HEADLINE + list(20, TEASER)),
  },
  {
    name: 'a home page of one language',
    url: `${BAY}/de`,
    head: og('website'),
    body: FRAME(list(18, TEASER)),
  },
  {
    name: 'a home page of one language and country',
    url: `${BAY}/pt-BR/`,
    head: '',
    body: FRAME(list(18, TEASER)),
  },
  {
    name: 'a section',
    url: `${BAY}/weather`,
    head: og('website') + ld('CollectionPage'),
    body: FRAME(`<h1>Weather</h1>${list(20, TEASER)}`),
  },
  {
    name: 'a tag’s list',
    url: `${BAY}/tag/storm`,
    head: og('website'),
    body: FRAME(`<h1>Storm</h1>${list(12, TEASER)}`),
  },
  {
    name: 'a list of links',
    url: `${BAY}/storms-of-the-bay`,
    head: '',
    body: FRAME(
      `<h1>Storms of the bay</h1><div>${list(20, '<p><a href="/a">A storm over the bay, and what became of all the houses there</a></p>')}</div>`,
    ),
  },
  {
    name: 'results of a search',
    url: `${BAY}/search?q=storm`,
    head: '',
    body: FRAME(
      `<h1>Results for storm</h1><form><input name="q"></form>${list(10, '<div class="result"><h3><a href="/a">A storm takes the boathouse</a></h3><p>Nobody was hurt, the harbour master said, and the road is open again for those who live there.</p></div>')}`,
    ),
  },
  {
    name: 'a product',
    url: `${BAY}/products/storm-lamp`,
    head: og('product') + ld('Product', { name: 'Storm lamp', offers: { '@type': 'Offer' } }),
    body: FRAME(
      `<h1>Storm lamp</h1><select><option>Red</select><button>Add to cart</button><div class="product-description"><p>It shines in any wind, and its glass can be changed without a tool. One filling lasts for a night and a half.</p><p>Made of brass in our own workshop by the quay since the days of our grandmothers.</p></div>`,
    ),
  },
  {
    name: 'a forum’s thread',
    url: `${BAY}/forum/thread/storm-lamps-12`,
    head: ld('DiscussionForumPosting'),
    body: FRAME(
      `<h1>Which storm lamp?</h1>${list(9, '<div class="post"><a href="/u/1">ada</a><time>1 March</time><p>Mine has lasted for ten winters now, but the newer ones are said to be lighter. What do others say?</p><button>Reply</button></div>')}`,
    ),
  },
  {
    name: 'questions and answers',
    url: `${BAY}/questions/1234/how-do-i-trim-a-wick`,
    head: ld('QAPage'),
    body: FRAME(
      `<h1>How do I trim a wick?</h1>${list(4, '<div class="answer"><p>Cut it straight, and not too short. Then let it soak for an hour before you light it again.</p><pre><code>trim</code></pre></div>')}`,
    ),
  },
  {
    name: 'documentation',
    url: 'http://docs.bay.example/en/latest/start.html',
    head: '<meta name="generator" content="Docutils 0.20"><title>Start — Lamp 2.1 documentation</title>',
    body: `<nav><ul>${list(30, '<li><a href="x">chapter</a></li>')}</ul></nav><main><h1>Start</h1><p>Install the package first, and then write a file of settings, as the example below shows.</p><pre><code>lamp install</code></pre><p>Run the command again whenever the settings have changed; nothing else needs to be done.</p><pre><code>lamp run</code></pre></main>`,
  },
  {
    name: 'an app’s shell',
    url: `${BAY}/2026/03/01/storm-takes-the-boathouse-of-the-bay`,
    head: TITLE + og('article'),
    body: '<div id="root"></div><script>boot()</script><noscript>Please turn on scripts.</noscript>',
  },
  {
    name: 'a login',
    url: `${BAY}/login`,
    head: '<title>Sign in</title>',
    body: FRAME(
      '<h1>Sign in</h1><form><label>Name <input name="user"></label><label>Password <input type="password" name="password"></label><button>Sign in</button><p>By signing in you agree to what we have written about how we keep what you tell us.</p></form>',
    ),
  },
  {
    name: 'a gallery without text',
    url: `${BAY}/gallery/boathouse`,
    head: og('website'),
    body: FRAME(
      `<h1>Boathouse</h1>${list(70, '<a href="/p"><img src="/p.jpg" alt="The boathouse"></a>')}`,
    ),
  },
  {
    name: 'a legal notice',
    url: `${BAY}/privacy-policy`,
    head: '<title>Privacy | The Bay Post</title>',
    body: FRAME(`<article><h1>How we keep what you tell us</h1>${tell(16)}</article>`),
  },
  {
    name: 'an imprint',
    url: `${BAY}/impressum`,
    head: '',
    lang: 'de',
    body: FRAME(
      '<h1>Impressum</h1><p>Die Bucht GmbH, Am Alten Hafen 1, Bucht. Vertreten durch Ada Byron. Eingetragen beim Amtsgericht der Bucht unter der Nummer 12.</p>',
    ),
  },
  {
    name: 'what a company does',
    url: `${BAY}/services`,
    head: og('website') + ld('LocalBusiness', { name: 'Bay Roofs' }),
    body: FRAME(
      `<h1>Our services</h1>${list(8, '<section class="card"><h2>Roofs</h2><p>We mend roofs of every kind, and we come on the day on which you call us.</p><button>Ask us</button></section>')}`,
    ),
  },
  { name: 'an empty page', url: `${BAY}/a`, head: '', body: '' },
  { name: 'a page of a frame', url: `${BAY}/a`, head: '', body: '<iframe></iframe>' },
];

export function writePage({ head, body, lang = 'en' }: PageOfKind): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}
