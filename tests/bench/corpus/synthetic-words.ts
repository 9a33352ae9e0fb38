/** The words that synthetic pages are made of, in three languages: places and people that do not exist. */

type List = readonly [string, ...string[]];

export interface Words {
  language: string;
  sites: List;
  people: List;
  who: List;
  does: List;
  where: List;
  /** sentences of running text */
  sentences: List;
  /** what stands before an author's name */
  by: string;
}

export const WORDS: readonly [Words, ...Words[]] = [
  {
    language: 'en',
    sites: ['The Harbour Courier', 'Saltmarsh Weekly', 'Upland Review'],
    people: [
      'Ada Fenwick',
      'Jonas Marrow',
      'Mirela Stoke',
      "Tam O'Dell",
      'Priya Lund',
      'Yara Venn',
    ],
    who: ['Council', 'Ferry crew', 'School board', 'Fishing fleet', 'Orchard growers'],
    does: ['delays repair of', 'celebrates', 'asks for help with', 'votes against', 'reopens'],
    where: ['the old bridge', '“Lantern” market', 'the north pier – at last', 'a 90-year-old mill'],
    sentences: [
      'The decision came after a long evening, and nobody in the hall seemed surprised by it.',
      'For eleven winters the crossing has carried flour, letters and the occasional piano.',
      'Engineers measured the beams twice, because the first figures looked too good to be true.',
      'A spokeswoman said that the work would begin as soon as the ice leaves the upper basin.',
      'Neighbours had collected signatures at the bakery, where the petition lay beside the bread.',
      'What it will cost is still unclear; the last estimate is older than the crane that made it.',
      'In spring, when the water is high, the shore road is closed and everyone walks the dyke.',
    ],
    by: 'By',
  },
  {
    language: 'ru',
    sites: ['Вестник Заречья', 'Озёрная газета'],
    people: ['Анна Лесняк', 'Павел Громов', 'Дина Сабурова', 'Илья Корень'],
    who: ['Совет', 'Экипаж парома', 'Школа', 'Артель рыбаков'],
    does: ['откладывает ремонт', 'празднует открытие', 'голосует против', 'ждёт возвращения'],
    where: ['старого моста', 'ярмарки «Фонарь»', 'северного причала', 'мельницы у брода'],
    sentences: [
      'Решение приняли поздно вечером, и в зале, кажется, никто ему не удивился.',
      'Одиннадцать зим подряд переправа возила муку, письма, а однажды даже пианино.',
      'Инженеры измерили балки дважды: первые цифры выглядели слишком хорошо.',
      'Работы начнутся, как только лёд сойдёт с верхнего озера, сказали в управе.',
      'Подписи собирали в пекарне, где лист лежал рядом со свежим хлебом.',
      'Весной, когда вода высока, береговую дорогу закрывают и все ходят по дамбе.',
    ],
    by: 'Автор:',
  },
  {
    language: 'de',
    sites: ['Moorbote', 'Blatt am Deich'],
    people: ['Jette Brandt', 'Ulf Haken', 'Maren Sool', 'Kaya Tiede'],
    who: ['Der Rat', 'Die Fährleute', 'Die Schule', 'Der Obsthof'],
    does: ['verschiebt den Umbau', 'feiert die Rückkehr', 'stimmt ab über den Abriss'],
    where: ['der alten Brücke', 'des Marktes „Laterne“', 'der Mühle am Siel'],
    sentences: [
      'Der Beschluss fiel spät am Abend, und im Saal schien sich niemand darüber zu wundern.',
      'Elf Winter lang trug die Fähre Mehl, Briefe und einmal sogar ein Klavier hinüber.',
      'Zweimal wurden die Balken vermessen, weil die ersten Zahlen zu schön waren.',
      'Begonnen wird, sobald das Eis das obere Becken verlassen hat, hieß es im Amt.',
      'Unterschrieben wurde in der Bäckerei, wo die Liste neben dem Brot lag.',
      'Im Frühjahr steht das Wasser hoch, und alle gehen über den Deich.',
    ],
    by: 'Von',
  },
];
