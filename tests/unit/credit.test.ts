import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCredit } from '../../src/model/credit.ts';

it.each<[string, string[], string | null]>([
  ['Photo: ozodi.example', ['ozodi.example'], 'ozodi.example'],
  ['Photo: Ann Writer', ['Ann Writer'], null],
  ['Photo by: Ann Writer / Agency', ['Ann Writer', 'Agency'], null],
  ['Photo © Ann Writer', ['Ann Writer'], null],
  ['Image: NASA, news.example', ['NASA', 'news.example'], 'news.example'],
  ['Source: The Daily (daily.example)', ['The Daily (daily.example)'], 'daily.example'],
  ['Courtesy of: Ann Writer', ['Ann Writer'], null],
  ['Фото: kloop.example', ['kloop.example'], 'kloop.example'],
  ['Фотографии: Анна Иванова', ['Анна Иванова'], null],
  ['Фото: пример.рф', ['пример.рф'], 'пример.рф'],
  ['Источник: Анна Иванова, Агентство', ['Анна Иванова', 'Агентство'], null],
  ['Світлина: Ольга Бойко', ['Ольга Бойко'], null],
  ['Джерело: novyny.example.', ['novyny.example'], 'novyny.example'],
  ['Сүрөт: Айгүл Асанова', ['Айгүл Асанова'], null],
  ['Булак: kabar.example', ['kabar.example'], 'kabar.example'],
  ['Сурет: Ерлан Сәрсен', ['Ерлан Сәрсен'], null],
  ['Дереккөз: habar.example', ['habar.example'], 'habar.example'],
  ['Foto: Max Müller/Agentur', ['Max Müller', 'Agentur'], null],
  ['Bild: Ute Öztürk', ['Ute Öztürk'], null],
  ['Quelle: zeitung.example', ['zeitung.example'], 'zeitung.example'],
  ['Crédit photo : Élodie Petit', ['Élodie Petit'], null],
  ['Crédits: Jean Roux | Agence', ['Jean Roux', 'Agence'], null],
  ['Fuente: José Núñez', ['José Núñez'], null],
  ['Zdjęcie: Łukasz Żak', ['Łukasz Żak'], null],
  ['Źródło: gazeta.example', ['gazeta.example'], 'gazeta.example'],
  ['Fotoğraf: Ayşe Yılmaz', ['Ayşe Yılmaz'], null],
  ['Kaynak: haber.example', ['haber.example'], 'haber.example'],
  ['PHOTO: NEWS.EXAMPLE', ['NEWS.EXAMPLE'], 'news.example'],
])('reads %j', (line, names, domain) => {
  expect(readCredit(line)).toEqual({ names, domain });
});

it.each([
  'The photo shows a river in spring.',
  'Photo',
  'Photo:',
  'Photosynthesis: how plants eat light',
  'Source code: the program is free. Anyone may read it.',
  'Sources say: the talks went on all night. Nobody left the room.',
  'Фотограф уехал домой рано утром.',
  'Источник в правительстве сообщил: переговоры продолжаются.',
  'Джерело води висохло',
  'Quelle der Freude',
  'Die Quelle sprudelt: Wasser für alle.',
  'La fuente del parque: un lugar para todos',
  'Kaynak suyu: sağlık için',
  'Bilderbuch: für Kinder ab drei Jahren',
  'She said: Photo albums are rare now.',
  '',
  `Photo: ${'x'.repeat(300)}`,
])('finds no credit in %j', (line) => {
  expect(readCredit(line)).toBeNull();
});

it.each([
  ['Photo: IMG_1234.jpg', null],
  ['Photo: shot.final.png', null],
  ['Photo: J.R. Smith', null],
  ['Photo: Smith Jr.', null],
  ['Photo: ann@news.example', null],
  ['Photo: https://news.example/x', 'news.example'],
  ['Photo: www.news.example', 'www.news.example'],
  ['Photo: Ann Writer/news.example', 'news.example'],
  ['Photo: Agency, 12.05.2024', null],
])('takes for a site only what names one: %j', (line, domain) => {
  expect(readCredit(line)?.domain).toBe(domain);
});

it('names what the line holds, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (tail) => {
      const credit = readCredit(`Photo: ${tail}`);
      const line = tail.replace(/\s+/g, ' ');
      for (const name of credit?.names ?? []) expect(line).toContain(name);
      if (credit?.domain) expect(line.toLowerCase()).toContain(credit.domain);
    }),
  );
});
