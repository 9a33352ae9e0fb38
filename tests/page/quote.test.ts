import { describe, expect, it } from 'vitest';
import { findMarked } from './marked-range.ts';
import { setBody, usePageModule } from './page-session.ts';

const session = usePageModule();

/** Describes what stands between ⟦ and ⟧, finds it again, and says what came out. */
async function describeMarked(html: string, lang = 'en') {
  await setBody(session.page, html, lang);
  return findMarked(session.page);
}

const SHY = '\u00ad';
const ARABIC = 'قال الكاتب إن المدينة القديمة بنيت على سبعة تلال عالية.';
const CHINESE = '这座城市建在七座高山之上。城里的人都很喜欢这里的春天。';

describe('a quote is described and found', () => {
  const cases: [name: string, html: string, exact: string, prefix?: string, suffix?: string][] = [
    [
      'inside a word',
      '<p>The qu⟦ic⟧k fox runs home today.</p>',
      'ic',
      'The qu',
      'k fox runs home today.',
    ],
    ['a word', '<p>The ⟦quick⟧ fox runs home today.</p>', 'quick', 'The ', ' fox runs home today.'],
    [
      'across inline elements',
      '<p>One <b>tw⟦o</b> <i>th<u>re</u>⟧e</i> four.</p>',
      'o thre',
      'One tw',
      'e four.',
    ],
    ['across paragraphs', '<p>The first one en⟦ds.</p>\n<p>Here⟧ begins another.</p>', 'ds. Here'],
    [
      'up to the start of the next paragraph',
      '<p>⟦One whole paragraph.</p><p>⟧Then another.</p>',
      'One whole paragraph.',
    ],
    ['in a list', '<ul><li>apples<li>pe⟦ars</li><li>pl⟧ums</ul>', 'ars pl'],
    ['across table cells', '<table><tr><td>one<td>tw⟦o</tr><tr><td>th⟧ree</table>', 'o th'],
    [
      'in a table caption',
      '<table><caption>Rain in ⟦Aprill⟧</caption><tr><td>12</table>',
      'Aprill',
    ],
    [
      'in a figure caption',
      '<figure><img alt="no"><figcaption>A view of ⟦teh⟧ bay</figcaption></figure>',
      'teh',
    ],
    [
      'in a headline',
      '<h1>Storm ⟦hitts⟧ coast</h1><p>Text follows here.</p>',
      'hitts',
      'Storm ',
      ' coast Text follows',
    ],
    ['behind line breaks', '<p>a rose<br>is a ⟦roze⟧<br>is a rose</p>', 'roze'],
    [
      'with soft hyphens',
      `<p>A hy${SHY}phen${SHY}ated ⟦ex${SHY}am${SHY}ple⟧ here.</p>`,
      'example',
      'A hyphenated ',
    ],
    ['with no-break spaces', '<p>It was ⟦10&nbsp;000 m⟧ high.</p>', '10 000 m'],
    ['with zero-width spaces', '<p>some⟦where&#8203;over⟧&#8203;the rainbow</p>', 'whereover'],
    ['in decomposed letters', '<p>in the ⟦cafe\u0301⟧ of the old town</p>', 'cafe\u0301'],
    ['of astral characters', '<p>he said 𝒳 and ⟦👩‍👧🏽⟧ and left</p>', '👩‍👧🏽'],
    ['in Arabic', `<p dir="rtl">${ARABIC.replace('سبعة', '⟦سبعة⟧')}</p>`, 'سبعة'],
    ['in Chinese', `<p>${CHINESE.replace('春天', '⟦春天⟧')}</p>`, '春天', '城里的人都很喜欢这里的'],
    ['with white space around', '<p>one ⟦ \n two ⟧ three</p>', 'two'],
    ['in preformatted text', '<pre>let  x =\n   ⟦vlaue⟧;</pre>', 'vlaue'],
    [
      'in custom elements',
      '<my-article><my-line>A tall ⟦tre⟧ stood.</my-line></my-article>',
      'tre',
    ],
  ];

  it.each(cases)('%s', async (_name, html, exact, prefix, suffix) => {
    const seen = await describeMarked(html);
    expect(seen).toMatchObject({ exact, verdict: 'open', samePlace: true });
    if (prefix !== undefined)
      expect(seen.prefix.endsWith(prefix) || prefix === seen.prefix).toBe(true);
    if (suffix !== undefined) expect(seen.suffix).toBe(suffix);
  });

  it('never cuts a character in two, where no space is near', async () => {
    for (const shift of ['', '.']) {
      const seen = await describeMarked(`<p>${shift}${'😀'.repeat(200)}⟦𝒳⟧${'👍'.repeat(200)}</p>`);
      expect(seen).toMatchObject({ exact: '𝒳', verdict: 'open', samePlace: true });
      expect([seen.prefix, seen.suffix].every((one) => one.isWellFormed())).toBe(true);
    }
  });

  it('tells repeated sentences apart, however long the repeated passage is', async () => {
    const same = '<p>The same sentence stands here twice, word for word.</p>';
    const long = same.repeat(12);
    const marked = same.replace('twice', '⟦twice⟧');
    for (const html of [
      `<p>One.</p>${same}<p>Two.</p>${marked}<p>Three.</p>`,
      `<p>One.</p>${marked}<p>Two.</p>${same}<p>Three.</p>`,
      `${long}${marked}${long}`,
    ]) {
      expect(await describeMarked(html)).toMatchObject({ verdict: 'open', samePlace: true });
    }
  });

  it('keeps to its sentence where that is long enough, and never takes a neighbour block for it', async () => {
    const before = '<h2>A headline without a full stop</h2>';
    const sentence =
      'It rained for a long time in the valley before the ⟦rivver⟧ rose to the old bridge';
    const after = '<p>Another paragraph.</p>';
    for (const html of [
      `${before}<p>${sentence}</p>${after}`,
      `${before}<p>A short one. ${sentence}. And a short one.</p>${after}`,
      `<ul><li>first point</li><li>${sentence}</li><li>third point</li></ul>`,
      `<table><tr><td>cell</td><td>${sentence}</td><td>cell</td></tr></table>`,
    ]) {
      const { prefix, suffix } = await describeMarked(html);
      expect(prefix).toBe('It rained for a long time in the valley before the ');
      expect(suffix.replace(/\.$/, '')).toBe(' rose to the old bridge');
    }
  });
});

describe('what is no text of the page', () => {
  it.each([
    ['hidden', '<i hidden>NO</i>'],
    ['not displayed', '<i style="display:none">NO</i>'],
    ['a script', '<script type="x">NO</script>'],
    ['a style', '<style>/* NO */</style>'],
    ['a template', '<template>NO</template>'],
    ['a noscript', '<noscript>NO</noscript>'],
    ['a field', '<textarea>NO</textarea>'],
    ['a choice', '<select><option>NO</select>'],
    ['a button', '<button>NO</button>'],
    ['a picture', '<svg><text>NO</text></svg>'],
    ['a frame', '<iframe srcdoc="NO"></iframe>'],
    ['Sic itself', '<sic-source>NO</sic-source>'],
    ['a comment', '<!-- NO -->'],
  ])('%s', async (_name, html) => {
    const seen = await describeMarked(`<p>There ⟦was ${html}a⟧ house.</p>`);
    expect(seen).toMatchObject({
      exact: 'was a',
      prefix: 'There ',
      suffix: ' house.',
      samePlace: true,
    });
  });

  it('is not what `display: contents` wraps', async () => {
    const seen = await describeMarked('<div style="display:contents"><p>It ⟦was⟧ so.</p></div>');
    expect(seen).toMatchObject({ exact: 'was', verdict: 'open' });
  });

  it('gives no quote where nothing is selected, or nothing of the page', async () => {
    await setBody(
      session.page,
      '<p id="p">one <img alt=""> <b id="b"> </b>two</p><div id="host"></div>',
    );
    const described = await session.page.evaluate(() => {
      const make = (start: Node, from: number, end: Node, to: number) => {
        const range = document.createRange();
        range.setStart(start, from);
        range.setEnd(end, to);
        return sic.describeQuote(range, document.body);
      };
      const [p, b, host] = ['p', 'b', 'host'].map(
        (id) => document.getElementById(id) as Element,
      ) as [Element, Element, Element];
      const shadow = host.attachShadow({ mode: 'closed' });
      shadow.append('words in a shadow');
      const apart = document.createElement('p');
      apart.append('words of no page');
      return [
        make(p, 1, p, 2),
        make(b, 0, b, 1),
        make(p, 0, p, 0),
        make(apart, 0, apart, 1),
        make(shadow, 0, shadow, 1),
      ];
    });
    expect(described).toEqual([null, null, null, null, null]);
  });
});
