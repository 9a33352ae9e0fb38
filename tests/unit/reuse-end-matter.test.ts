/** What stands around articles is told from what stands in them, by what it speaks of. */
import { describe, expect, it } from 'vitest';
import { isEndMatter } from '../../src/model/reuse/end-matter.ts';

describe('what stands around articles', () => {
  it.each([
    'Sign up for our newsletter and get the day’s stories in your inbox. Unsubscribe at any time.',
    'All rights reserved. No part of this text may be reproduced without written permission.',
    'Follow us on Facebook, Instagram and YouTube, and share this story with your friends.',
    'Jo Moor is a reporter who covers schools. Contact her at jo@paper.example or on Twitter.',
    'Abonnieren Sie unseren Newsletter: jeden Morgen das Wichtigste in Ihrem Postfach. Abmelden jederzeit möglich.',
    'Inscrivez-vous à notre newsletter et suivez-nous sur Facebook.',
    'При использовании материалов сайта активная гиперссылка на источник обязательна. Все права защищены.',
    'Підпишіться на нашу розсилку і стежте за нами у Facebook та Telegram.',
    'Bültenimize abone olun, bizi Facebook ve Instagram’da takip edin.',
    'Síguenos en Facebook y suscríbete a nuestro boletín.',
    '欢迎订阅我们的电子报，关注微信公众号，分享给朋友。',
    'メールマガジンにご登録ください。フェイスブックでもシェアできます。',
    'اشترك في النشرة البريدية وتابعنا على فيسبوك.',
  ])('%s', (text) => {
    expect(isEndMatter(text)).toBe(true);
  });
});

describe('an article’s own', () => {
  it.each([
    'The decision came after a long evening, and nobody in the hall seemed surprised by it. The council had met four times before.',
    'The company said that its newsletter had reached two million readers, more than any other in the country, and that it would go on growing in the coming year as long as the market for printed papers kept shrinking.',
    'Facebook said on Monday that some of its users in the region had been unable to open the site for three hours, the longest failure of this kind in the last two years, and that engineers had found its cause.',
    'Der Beschluss fiel spät am Abend, und im Saal schien sich niemand darüber zu wundern.',
    'Решение приняли поздно вечером, и в зале, кажется, никто ему не удивился.',
    '解放思想，实事求是，团结一致向前看，这是当时的口号。',
    '',
  ])('%s', (text) => {
    expect(isEndMatter(text)).toBe(false);
  });

  it('is what is long', () => {
    const invitation =
      'Subscribe to our newsletter, follow us on Facebook, donate, contact us, all rights reserved. ';
    expect(isEndMatter(invitation.repeat(2))).toBe(true);
    expect(isEndMatter(invitation.repeat(20))).toBe(false);
  });
});
