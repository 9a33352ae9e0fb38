import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCredit } from '../../src/model/credit/read-credit.ts';

const names = (text: string, language?: string) => readCredit(text, language)?.names ?? null;

describe('labels', () => {
  it.each<[string, string[], string | null]>([
    ['Photo: ozodi.example', ['ozodi.example'], 'ozodi.example'],
    ['Photo: Ann Writer', ['Ann Writer'], null],
    ['Photo by: Ann Writer / Bay Agency', ['Ann Writer', 'Bay Agency'], null],
    ['Photo © Ann Writer', ['Ann Writer'], null],
    ['Image: NASA, news.example', ['NASA', 'news.example'], 'news.example'],
    ['Source: The Daily (daily.example)', ['The Daily'], 'daily.example'],
    ['Courtesy of: Ann Writer', ['Ann Writer'], null],
    ['Screenshot by Ann Writer', ['Ann Writer'], null],
    ['Picture supplied by Ann Writer', ['Ann Writer'], null],
    ['PHOTO: NEWS.EXAMPLE', ['NEWS.EXAMPLE'], 'news.example'],
    ['Фото: kloop.example', ['kloop.example'], 'kloop.example'],
    ['Фотографии: Анна Иванова', ['Анна Иванова'], null],
    ['Фото: пример.рф', ['пример.рф'], 'пример.рф'],
    ['Источник: Анна Иванова, Бюро', ['Анна Иванова', 'Бюро'], null],
    ['Ілюстративне фото: Ольга Бойко', ['Ольга Бойко'], null],
    ['Джерело: novyny.example.', ['novyny.example'], 'novyny.example'],
    ['Здымак: Алесь Бойка', ['Алесь Бойка'], null],
    ['Сүрөт: Айгүл Асанова', ['Айгүл Асанова'], null],
    ['Булак: kabar.example', ['kabar.example'], 'kabar.example'],
    ['Сурет: Ерлан Сәрсен', ['Ерлан Сәрсен'], null],
    ['Дереккөз: habar.example', ['habar.example'], 'habar.example'],
    ['Акс: Фаррух Ҷалилов', ['Фаррух Ҷалилов'], null],
    ['Манба: xabar.example', ['xabar.example'], 'xabar.example'],
    ['Surat: Dilnoza Karimova', ['Dilnoza Karimova'], null],
    ['Foto: Max Müller/Seeagentur', ['Max Müller', 'Seeagentur'], null],
    ['Bildquelle: Ute Öztürk', ['Ute Öztürk'], null],
    ['Quelle: zeitung.example', ['zeitung.example'], 'zeitung.example'],
    ['Crédit photo : Élodie Petit', ['Élodie Petit'], null],
    ['Crédits: Jean Roux | Agence Bleue', ['Jean Roux', 'Agence Bleue'], null],
    ['Fuente: José Núñez', ['José Núñez'], null],
    ['Foto di Lea Conti', ['Lea Conti'], null],
    ['Crédito: Rui Sá', ['Rui Sá'], null],
    ['Sursa foto: Ion Popa', ['Ion Popa'], null],
    ['Zdjęcie: Łukasz Żak', ['Łukasz Żak'], null],
    ['Fot. Łukasz Żak', ['Łukasz Żak'], null],
    ['Zdroj: Eva Malá', ['Eva Malá'], null],
    ['Fotó/Videó: Kis Éva', ['Kis Éva'], null],
    ['Beeld: Piet Smit', ['Piet Smit'], null],
    ['Foto: Eva Ås och Bo Ek', ['Eva Ås', 'Bo Ek'], null],
    ['Kuva: Aino Salo', ['Aino Salo'], null],
    ['Foto: Jaan Kask', ['Jaan Kask'], null],
    ['Attēls: Jānis Ozols', ['Jānis Ozols'], null],
    ['Nuotrauka: Jonas Petraitis', ['Jonas Petraitis'], null],
    ['Φωτογραφία: Νίκος Παππάς', ['Νίκος Παππάς'], null],
    ['Burimi: lajme.example', ['lajme.example'], 'lajme.example'],
    ['Фотографија: Марко Илић', ['Марко Илић'], null],
    ['Լուսանկարը՝ Աննա Սարգսյան', ['Աննա Սարգսյան'], null],
    ['ფოტო: ანა ლომიძე', ['ანა ლომიძე'], null],
    ['Şəkil: Aysel Əliyeva', ['Aysel Əliyeva'], null],
    ['Fotoğraf: Ayşe Yılmaz', ['Ayşe Yılmaz'], null],
    ['الصورة: أحمد علي', ['أحمد علي'], null],
    ['عکس: سارا رضایی', ['سارا رضایی'], null],
    ['צילום: דנה לוי', ['דנה לוי'], null],
    ['फोटो: आशा वर्मा', ['आशा वर्मा'], null],
    ['写真提供：山本花子', ['山本花子'], null],
    ['夕方の港（山本花子撮影）', ['山本花子'], null],
    ['图片来源：李小明', ['李小明'], null],
    ['[사진=김하나 기자]', ['김하나'], null],
    ['ภาพ: สมหญิง ใจงาม', ['สมหญิง ใจงาม'], null],
    ['Ảnh: Nguyễn Lan', ['Nguyễn Lan'], null],
    ['Sumber: Budi Hartono', ['Budi Hartono'], null],
  ])('reads %j', (line, credited, domain) => {
    expect(readCredit(line)).toMatchObject({ names: credited, domain });
  });

  it.each<[string, string[]]>([
    ['Boats at dawn. Photo: Ann Writer/AP', ['Ann Writer', 'AP']],
    ['Boats at dawn (Foto: Ann Writer/dpa)', ['Ann Writer', 'dpa']],
    ['Boats at dawn · Фото: ТАСС', ['ТАСС']],
    ['Boats at dawn — Foto: Ann Writer', ['Ann Writer']],
    ['Boats lie in the harbour at dawn Foto: Ann Writer', ['Ann Writer']],
    ['Boats at the old bridgePhoto: Ann Writer', ['Ann Writer']],
    ['Boats at dawn.\nPhoto:\nAnn Writer', ['Ann Writer']],
    ['Boats at dawn © Ann Writer / Bay', ['Ann Writer', 'Bay']],
    ['(AP Photo/Ann Writer)', ['Ann Writer', 'AP']],
    ['- Copyright Ann Writer/AP', ['Ann Writer', 'AP']],
    ['Header image: Harbour. Credit: Ann Writer', ['Ann Writer']],
    [
      'Photo illustration by Bo Pen. Photo by Ann Writer/Reuters.',
      ['Bo Pen', 'Ann Writer', 'Reuters'],
    ],
    ['Imagen con fines ilustrativos/La Voz', ['La Voz']],
    ['Photos by Ann Writer, left, and Bo Pen/AP', ['Ann Writer', 'Bo Pen', 'AP']],
  ])('in their place: %j', (line, credited) => {
    expect(names(line)).toEqual(credited);
  });
});

describe('what is no name', () => {
  it.each<[string, string[] | null]>([
    ['Photo: Ann Writer via Unsplash, CC BY-SA 3.0', ['Ann Writer', 'Unsplash']],
    ['Photo by Ann Writer on Unsplash', ['Ann Writer', 'Unsplash']],
    ['Bild von Ann Writer auf Pixabay', ['Ann Writer', 'Pixabay']],
    ['Image: Ann Writer (@annw) / Unsplash', ['Ann Writer', 'Unsplash']],
    ['Foto: annw / Pixabay (Symbolbild)', ['annw', 'Pixabay']],
    ['© Ann Writer/\u200bAFP/\u200bGetty Images', ['Ann Writer', 'AFP', 'Getty Images']],
    ['Photo: Ann Writer, 12 May 2024', ['Ann Writer']],
    ['Photo: Ann Writer, used with permission', ['Ann Writer']],
    ['Photo: Ann Writer Archives Le Devoir', ['Ann Writer', 'Le Devoir']],
    ['Foto: Casa Azul/Divulgação', ['Casa Azul']],
    ['Фото: личный архив Анны Ивановой', ['личный архив Анны Ивановой']],
    ['Foto: Symbolbild', null],
    ['Photo: public domain', null],
    ['Photo: 12.05.2024', null],
  ])('goes: %j', (line, credited) => {
    expect(names(line)).toEqual(credited);
  });
});

describe('without a label', () => {
  it.each<[string, string[] | null]>([
    ['Ann Writer/Getty Images', ['Ann Writer', 'Getty Images']],
    ['Boats at dawn. Ann Writer/Reuters files', ['Ann Writer', 'Reuters']],
    ['Boats at dawn (Ann Writer/The New York Times)', ['Ann Writer', 'The New York Times']],
    ['Boats at dawn. Reuters', ['Reuters']],
    ['Gettyimages.com/ QX7K', ['Getty Images', 'QX7K']],
    ['HANDOUT / AFP', ['HANDOUT', 'AFP']],
    ['Ann Writer/bay.example', ['Ann Writer', 'bay.example']],
    ['Ann Writer/Bay Agency', null],
    ['Boats and/or ships', null],
    ['The New York Times', null],
    ['The mayor, Ann Writer/AFP', null],
  ])('only with an agency or site that is known: %j', (line, credited) => {
    expect(names(line)).toEqual(credited);
  });
});

it.each([
  'The photo shows a river in spring.',
  'Photo',
  'Photo:',
  'Photosynthesis: how plants eat light',
  'Source code: the program is free. Anyone may read it.',
  'Sources say: the talks went on all night. Nobody left the room.',
  'Source: ‘The River’: who sings it best',
  'Photos: these were the boats that the storm sank',
  'Photo: The mayor speaks to reporters on Friday.',
  'Image: a close-up of the harbour at dawn',
  'image: harbour:1.2.3',
  'Image 3: The way of a report',
  'Photo: bay-at-night.jpg',
  'Photo: 1200 x 800',
  'Photo: f/2.8, 1/250 s, ISO 100',
  'Photo by { $name }',
  'In the photo: Ann Writer',
  'Auf dem Foto: Ann Writer',
  'На фото: Анна Иванова',
  'La foto: Ann Writer',
  'Фотограф уехал домой рано утром.',
  'Источник в правительстве сообщил: переговоры продолжаются.',
  'Источник звука: колонка с двумя динамиками',
  'Джерело води висохло',
  'Quelle der Freude',
  'Die Quelle sprudelt: Wasser für alle.',
  'La fuente del parque: un lugar para todos',
  'Kaynak suyu: sağlık için',
  'Bilderbuch: für Kinder ab drei Jahren',
  '© 2026 The Bay Post. All rights reserved.',
  'Copyright © The Bay Post',
  '',
  `Photo: ${'x'.repeat(300)}`,
])('finds no credit in %j', (line) => {
  expect(readCredit(line)).toBeNull();
});

describe('links', () => {
  it.each<[string, [string, string][], string?]>([
    ['Photo: Ann Writer/Reuters', [['Reuters', 'https://reuters.com/']]],
    ['Фото: РИА «Новости»', [['РИА «Новости»', 'https://ria.ru/']]],
    ['Фото: агентство «Интерфакс»', [['агентство «Интерфакс»', 'https://interfax.ru/']]],
    ['Photo: bay.example', [['bay.example', 'https://bay.example/']]],
    [
      'Image: Ann Writer, https://commons.wikimedia.org/wiki/File:Bay',
      [['commons.wikimedia.org', 'https://commons.wikimedia.org/wiki/File:Bay']],
    ],
    ['Photo: ann/Shutterstock.com', [['Shutterstock', 'https://shutterstock.com/']]],
    ['Photo: iStock/ann.media', [['iStock', 'https://istockphoto.com/']]],
    ['Fotoğraf: Ayşe Yılmaz/AA', [['AA', 'https://aa.com.tr/']], 'tr'],
    ['Photo: Ann Writer/AA', [], 'en'],
    ['Photo: Ann Writer', []],
    ['Photo: The Times', []],
    ['Photo: Ann Writer/Instagram', []],
    ['Foto: Archiv', []],
    ['Photo: press service', []],
  ])('lead where no guess is needed: %j', (line, expected, language) => {
    const links = readCredit(line, language)?.links.map(({ name, url }) => [name, url]) ?? [];
    expect(links).toEqual(expected);
  });
});

it.each([
  ['Photo: J.R. Smith', null],
  ['Photo: Smith Jr.', null],
  ['Photo: A.Be', null],
  ['Photo: Газета.Ru', null],
  ['Photo: Ann Writer, ann@news.example', null],
  ['Photo: https://news.example/x', 'news.example'],
  ['Photo: www.news.example', 'www.news.example'],
  ['Photo: Ann Writer/news.example', 'news.example'],
  ['Photo: Bay Agency, 12.05.2024', null],
])('takes for a site only what names one: %j', (line, domain) => {
  expect(readCredit(line)?.domain ?? null).toBe(domain);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Photo: ',
      'Foto ',
      '(AP Photo/',
      'Ann Writer',
      '/',
      ' via ',
      'Reuters',
      '© ',
      '\n',
      ' and ',
      ', ',
      'bay.example',
      'https://bay.example/x',
      '. ',
      ')',
      'Фото: ',
      '写真：',
      '«',
      '»',
      ' CC BY 4.0',
      '(c) ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
  const squeeze = (one: string) =>
    one
      .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff.]|\(c\)|©/giu, '')
      .toLowerCase();

  it('is read into a bounded credit of what it holds', () => {
    fc.assert(
      fc.property(text, fc.option(fc.constantFrom('en', 'tr', 'ru-KG', '')), (line, language) => {
        const credit = readCredit(line, language);
        if (credit === null) return;
        expect(credit.names.length).toBeGreaterThan(0);
        expect(credit.names.length).toBeLessThanOrEqual(10);
        for (const name of credit.names) expect(squeeze(line)).toContain(squeeze(name));
        if (credit.domain !== null) expect(line.toLowerCase()).toContain(credit.domain);
        for (const { url } of credit.links) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a person no site', () => {
    const first = fc.constantFrom('Ann', 'Élodie', 'Max', 'José', 'Aigul', 'Анна', 'Łukasz');
    const last = fc.constantFrom(
      'Writer',
      'Müller',
      'de la Cruz',
      'O’Hara',
      'Иванова',
      'Stern-Welt',
      'Post',
    );
    const label = fc.constantFrom('Photo: ', 'Photo by ', '© ', 'Фото: ', 'Foto: ', 'Courtesy of ');
    fc.assert(
      fc.property(
        label,
        first,
        last,
        fc.constantFrom('en', 'de', 'ru', null),
        (a, b, c, language) => {
          const credit = readCredit(`${a}${b} ${c}`, language);
          expect(credit).toEqual({ names: [`${b} ${c}`], domain: null, links: [] });
        },
      ),
    );
  });
});
