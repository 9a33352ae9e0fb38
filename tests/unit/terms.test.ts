import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTerms } from '../../src/model/terms.ts';

type Expected = [kind: string, link: string | null, target: string | null, position?: number];

it.each<[string, Expected]>([
  [
    'Please make active links to the source when you use our materials.',
    ['active-link-required', 'active', 'page'],
  ],
  [
    'Reprinting is allowed only with an active hyperlink to news.example.',
    ['active-link-required', 'active', 'news.example'],
  ],
  [
    'Republication must carry a link to our website in the first paragraph.',
    ['active-link-required', 'plain', 'home', 1],
  ],
  ['Reproduction without written permission is prohibited.', ['permission-required', null, null]],
  ['Copying of any material is prohibited.', ['no-reuse', null, null]],
  [
    'Our articles may be reprinted free of charge with credit to the source.',
    ['free-with-credit', 'reference', null],
  ],
  ['Content is available under Creative Commons BY 4.0.', ['cc-license', null, null]],
  [
    'При использовании материалов активная гиперссылка на источник обязательна.',
    ['active-link-required', 'active', 'page'],
  ],
  [
    'Перепечатка разрешена только со ссылкой на сайт не ниже второго абзаца.',
    ['active-link-required', 'plain', 'home', 2],
  ],
  [
    'Использование материалов без письменного разрешения редакции запрещено.',
    ['permission-required', null, null],
  ],
  ['Копирование материалов запрещено.', ['no-reuse', null, null]],
  [
    'HABERLERİN KULLANIMINDA KAYNAĞA AKTİF LİNK VERİLMESİ ZORUNLUDUR.',
    ['active-link-required', 'active', 'page'],
  ],
  ['Цитирование разрешается с указанием источника.', ['free-with-credit', 'reference', null]],
  [
    'Передрук матеріалів дозволено лише за умови активного гіперпосилання на novyny.example.',
    ['active-link-required', 'active', 'novyny.example'],
  ],
  ['Використання матеріалів без дозволу редакції заборонено.', ['permission-required', null, null]],
  [
    'Материалдарды пайдаланууда булакка активдүү шилтеме милдеттүү.',
    ['active-link-required', 'active', 'page'],
  ],
  [
    'Материалдарды редакциянын уруксатысыз көчүрүүгө тыюу салынат.',
    ['permission-required', null, null],
  ],
  [
    'Материалдарды пайдалану кезінде белсенді сілтеме міндетті.',
    ['active-link-required', 'active', 'page'],
  ],
  ['Материалдарды рұқсатсыз көшіруге тыйым салынады.', ['permission-required', null, null]],
  [
    'Die Übernahme der Texte ist nur mit einem aktiven Link zur Quelle gestattet.',
    ['active-link-required', 'active', 'page'],
  ],
  ['Übernahme nur mit Genehmigung der Redaktion.', ['permission-required', null, null]],
  ['Nachdruck verboten.', ['no-reuse', null, null]],
  [
    'La reproduction est autorisée avec un lien actif vers la source.',
    ['active-link-required', 'active', 'page'],
  ],
  [
    'Toute utilisation des textes exige des liens actifs vers la page : obligatoire.',
    ['active-link-required', 'active', 'page'],
  ],
  ['Reproduction interdite sans autorisation.', ['permission-required', null, null]],
  [
    'Se permite la reproducción con un enlace activo a la fuente.',
    ['active-link-required', 'active', 'page'],
  ],
  ['Prohibida la reproducción sin autorización.', ['permission-required', null, null]],
  [
    'Kopiowanie tekstów dozwolone tylko z aktywnym linkiem do źródła.',
    ['active-link-required', 'active', 'page'],
  ],
  ['Przedruk bez zgody redakcji zabroniony.', ['permission-required', null, null]],
  [
    'Alıntı yapılırken kaynağa aktif bağlantı verilmesi zorunludur.',
    ['active-link-required', 'active', 'page'],
  ],
  ['İzin alınmadan kopyalanamaz.', ['permission-required', null, null]],
  ['İçeriklerin izinsiz kullanılması yasaktır.', ['permission-required', null, null]],
])('reads %j', (sentence, [kind, link, target, position]) => {
  expect(readTerms(sentence)).toEqual({
    kind,
    also: null,
    link,
    target,
    position: position ?? null,
    indexable: false,
    maxShare: null,
    nonCommercial: false,
    print: null,
    evidence: sentence,
  });
});

it.each([
  'Please subscribe to our newsletter by the link below.',
  'Copyright 2024 The News.',
  'The river burst its banks on Monday.',
  'Follow us: links to all our channels.',
  'He was quoted as saying that rain is welcome.',
  'Подпишитесь на наш канал по ссылке.',
  'Суд запретил партию.',
  'Использование газа выросло за год.',
  'Новий закон набув чинності.',
  'Жаңы мектеп ачылды.',
  'Жаңа мектеп ашылды.',
  'Die Nutzung der Bahn nahm zu.',
  'Les liens entre les deux pays se renforcent.',
  'El enlace ferroviario se abrirá pronto.',
  'Linki do transmisji znajdziesz poniżej.',
  'Bağlantı hatası oluştu.',
  '',
  'ok',
])('finds no terms in %j', (sentence) => {
  expect(readTerms(sentence)).toBeNull();
});

it('keeps the site’s own sentence as evidence, and leaves whole legal pages alone', () => {
  expect(readTerms('  Reprinting   is\nprohibited. ')?.evidence).toBe('Reprinting is prohibited.');
  expect(readTerms(`Reprinting is prohibited. ${'Words follow. '.repeat(100)}`)).toBeNull();
});

it('never throws, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      const terms = readTerms(`Reprint only with a link: ${text}`);
      if (terms !== null) expect(terms.evidence.length).toBeLessThanOrEqual(1200);
    }),
  );
});

it.each([
  'Whoever uses texts of this site is asked to make an active link to the source.',
  'Those who reprint our stories are kindly asked to put a live hyperlink to the article.',
])('a polite wish binds as well: %s', (text) => {
  expect(readTerms(text, 'en')).toMatchObject({ kind: 'active-link-required', link: 'active' });
});

it.each([
  ['en', 'No part of your data may be copied or used without your written consent.'],
  ['en', 'Your photos and posts will not be reproduced without written permission.'],
  ['de', 'Die Weitergabe Ihrer Daten an Dritte ohne Ihre Zustimmung ist untersagt.'],
  ['fr', 'Vos données ne seront pas reproduites sans votre autorisation.'],
  ['es', 'Su información no será publicada sin su permiso.'],
])('what is promised of the reader’s own data is no term (%s): %s', (lang, text) => {
  expect(readTerms(text, lang)).toBe(null);
});
