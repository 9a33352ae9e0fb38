import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTerms } from '../../src/model/terms.ts';

describe('what terms add', () => {
  it.each([
    ['Reprint only with an active link no lower than the second paragraph.', 2],
    ['Reprint only with a link within the first two paragraphs.', 2],
    ['Reprint only with a link in the opening paragraph.', 1],
    ['Перепечатка только с гиперссылкой не ниже 3-го абзаца.', 3],
    ['Перепечатка только с гиперссылкой в первых двух абзацах.', 2],
    ['Передрук лише з гіперпосиланням не нижче другого абзацу.', 2],
    ['Көчүрүп басууда экинчи абзацтан төмөн эмес гипершилтеме милдеттүү.', 2],
    ['Көшіріп басқанда бірінші абзацта гиперсілтеме міндетті.', 1],
    ['Alıntılarda ilk iki paragraf içinde kaynağa link verilmesi zorunludur.', 2],
    ['Übernahme nur mit Link zur Quelle im 2. Absatz.', 2],
    ['Reproduction autorisée avec un lien dans le deuxième paragraphe.', 2],
    ['Reproducción permitida con un enlace en el primer párrafo.', 1],
    ['Przedruk tylko z linkiem w trzecim akapicie.', 3],
    ['Reprint only with a link.', null],
  ])('the paragraph: %s', (text, position) => {
    expect(readTerms(text)?.position).toBe(position);
  });

  it.each([
    ['Reprinting requires a link that is open to search engines.', true],
    ['Reprinting requires a dofollow link.', true],
    ['Reprinting requires a link without nofollow.', true],
    ['Перепечатка только с гиперссылкой, не закрытой от индексации.', true],
    ['Передрук лише з відкритим для пошукових систем гіперпосиланням.', true],
    ['Reprinting requires a link.', false],
  ])('search engines: %s', (text, indexable) => {
    expect(readTerms(text)?.indexable).toBe(indexable);
  });

  it.each([
    ['You may quote up to 25% of an article with a link to it.', 0.25],
    ['You may quote no more than half of an article with a link to it.', 0.5],
    ['Цитировать можно не более 30 процентов текста со ссылкой на источник.', 0.3],
    ['Цитировать можно не более одной трети текста со ссылкой на источник.', 1 / 3],
    ['Yazıların en fazla %20 kadarı kaynağa link verilerek kopyalanabilir.', 0.2],
    ['Quote up to 300 characters only with a link to the article.', null],
    ['Reprint only with a link in the third paragraph.', null],
  ])('the share: %s', (text, share) => {
    expect(readTerms(text)?.maxShare).toBe(share);
  });

  it.each([
    ['Content is licensed under CC BY-NC-SA 4.0.', true],
    ['Our texts may be copied for non-commercial purposes with credit to the source.', true],
    ['Content is licensed under CC BY 4.0.', false],
  ])('commercial reuse: %s', (text, nonCommercial) => {
    expect(readTerms(text)?.nonCommercial).toBe(nonCommercial);
  });

  it.each([
    [
      'For websites a hyperlink to the article is mandatory; for print media naming the source suffices.',
      'for print media naming the source suffices',
    ],
    [
      'При использовании материалов в интернете обязательна гиперссылка, для печатных изданий – указание источника.',
      'для печатных изданий – указание источника',
    ],
    ['Reprint online or in print only with a link.', null],
  ])('printed reuse: %s', (text, print) => {
    expect(readTerms(text)?.print).toBe(print);
  });

  it.each([
    ['Reprint only with a link to https://www.Bay.example/', 'bay.example'],
    ['Reprint only with a link to https://bay.example/2026/story.', 'page'],
    ['Перепечатка только с гиперссылкой на сайт безкредитов.рф.', 'безкредитов.рф'],
    ['При перепечатке материалов bay.example активная ссылка на источник обязательна.', 'page'],
    ['Reprint only with a link to our home page; write to desk@bay.example.', 'home'],
  ])('where it leads: %s', (text, target) => {
    expect(readTerms(text)?.target).toBe(target);
  });
});

it('keeps of several sentences those that state the terms', () => {
  const terms = readTerms(
    'The Bay Post has been printed since 1899. Reprinting is welcome. A link to the article is obligatory. Call us any time.',
  );
  expect(terms?.kind).toBe('active-link-required');
  expect(terms?.evidence).toBe('A link to the article is obligatory.');
});

it('reads what is typed in capitals, without accents, or with letters of another alphabet', () => {
  expect(readTerms('PROHIBIDA LA REPRODUCCION SIN AUTORIZACION')?.kind).toBe('permission-required');
  expect(readTerms('KAYNAK GÖSTERİLMEDEN KULLANILAMAZ, ALINTI YAPILAMAZ')?.kind).toBe(
    'free-with-credit',
  );
  // Latin i in Kazakh words.
  expect(readTerms('Мақаланы көшiргенде дереккөзге белсендi сiлтеме мiндеттi.')?.link).toBe(
    'active',
  );
});

it('reads words of all languages in any order without an error, and cites what was read', () => {
  const word = fc.constantFrom(
    ...'reprint without link permission only active bay.example гиперссылка без разрешения абзац запрещено Übernahme nur Genehmigung 25 % , . ; ( ) " © kaynak izin 転載 禁止 ห้าม بدون'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      fc.option(fc.string(), { nil: null }),
      (words, lang) => {
        const text = words.join(' ');
        const terms = readTerms(text, lang);
        if (terms !== null) expect(text).toContain(terms.evidence);
      },
    ),
  );
});
