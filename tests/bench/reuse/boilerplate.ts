/**
 * What stands at the end of articles and is none of them: an invitation, a share line, an author's box, a word about
 * the site. `{site}`, `{name}` and `{host}` are filled in, so that each is its site's own.
 */
import type { Random } from '../corpus/random.ts';
import type { Put } from './case.ts';

type Texts = readonly string[];

const TEXTS: Record<string, Texts> = {
  en: [
    'Get the best of {site} in your inbox every morning. Subscribe to our free newsletter and you will receive the five stories of the day, our long read of the week and a note from the editor. You can unsubscribe at any time; read our privacy policy to learn how we handle your data.',
    '{name} is a senior correspondent for {site}, where she covers housing, transport and local government. Before that she worked for ten years as a reporter in the north of the country. Follow her on Twitter at @{host} or write to her at desk@{host} with tips and story ideas.',
    '{site} is an independent, non-profit newsroom founded in 2011. We have no owners and no paywall, and we depend on readers like you. If you value our journalism, please consider making a donation today: even five dollars a month helps us to keep reporting for everyone. Support us at {host}.',
    'Did you like this article? Share it with your friends on Facebook, Twitter, WhatsApp and Telegram, leave a comment below, and follow {site} on Instagram and YouTube so that you never miss a story. You can also download our app for iPhone and Android and turn on notifications.',
    'This story was produced by {site} and distributed to its partner outlets. If you have seen an error or have more information, please contact the editors at news@{host}. All rights reserved. No part of this publication may be stored or transmitted without our prior permission in writing.',
  ],
  de: [
    'Das Wichtigste vom Tage direkt in Ihr Postfach: Abonnieren Sie jetzt kostenlos den Newsletter von {site} und erhalten Sie jeden Morgen die fünf besten Geschichten, dazu das Interview der Woche. Sie können sich jederzeit wieder abmelden. Es gelten unsere Hinweise zum Datenschutz.',
    '{name} ist seit 2015 Redakteurin bei {site} und schreibt über Verkehr, Wohnen und Kommunalpolitik. Zuvor hat sie in Leipzig Journalismus studiert und für mehrere Tageszeitungen gearbeitet. Sie erreichen sie per E-Mail unter redaktion@{host} oder auf Twitter.',
    '{site} ist ein unabhängiges Magazin, das ohne Werbung auskommt. Möglich machen das unsere Leserinnen und Leser. Wenn Ihnen unsere Arbeit wichtig ist, unterstützen Sie uns bitte mit einer Spende oder einem Abonnement ab fünf Euro im Monat. Alle Informationen finden Sie unter {host}.',
    'Hat Ihnen dieser Beitrag gefallen? Teilen Sie ihn mit Ihren Freunden auf Facebook, WhatsApp und Twitter, und folgen Sie {site} auch auf Instagram und YouTube. Mit unserer kostenlosen App für iPhone und Android verpassen Sie keine Nachricht mehr.',
  ],
  fr: [
    'Recevez chaque matin le meilleur de {site} dans votre boîte de réception. Inscrivez-vous gratuitement à notre newsletter pour lire les cinq articles du jour et la lettre de la rédaction. Vous pouvez vous désabonner à tout moment, conformément à notre politique de confidentialité.',
    '{name} est journaliste à {site} depuis 2014. Elle suit le logement, les transports et la vie des communes. Elle a auparavant travaillé dix ans dans la presse régionale. Vous pouvez la suivre sur Twitter ou lui écrire à l’adresse redaction@{host}.',
    '{site} est un média indépendant, sans publicité, financé par ses lecteurs. Si vous appréciez notre travail, soutenez-nous en faisant un don ou en vous abonnant à partir de cinq euros par mois. Toutes les informations sont sur {host}. Merci de votre soutien !',
    'Cet article vous a plu ? Partagez-le avec vos amis sur Facebook, WhatsApp et Twitter, laissez un commentaire, et suivez {site} sur Instagram et YouTube. Téléchargez aussi notre application gratuite pour ne manquer aucune actualité.',
  ],
  es: [
    'Reciba cada mañana lo mejor de {site} en su correo electrónico. Suscríbase gratis a nuestro boletín y tendrá las cinco historias del día y la carta de la redacción. Puede darse de baja en cualquier momento; consulte nuestra política de privacidad.',
    '{name} es periodista de {site} desde 2014 y escribe sobre vivienda, transporte y política local. Antes trabajó diez años como reportera en el norte del país. Puede seguirla en Twitter o escribirle a redaccion@{host} con sus sugerencias.',
    '¿Le ha gustado este artículo? Compártalo con sus amigos en Facebook, WhatsApp y Twitter, deje un comentario y siga a {site} en Instagram y YouTube. Descargue también nuestra aplicación gratuita para no perderse ninguna noticia del día.',
  ],
  ru: [
    'Подпишитесь на рассылку {site}: каждое утро мы присылаем пять главных историй дня и письмо редактора. Это бесплатно, отписаться можно в любой момент. Нажимая кнопку, вы соглашаетесь с политикой конфиденциальности и обработкой ваших персональных данных.',
    '{name} – корреспондент {site}, пишет о транспорте, жилье и местной власти. До этого десять лет работала репортёром на севере страны. Написать автору можно на почту news@{host} или в телеграм. Подписывайтесь на её канал, чтобы не пропустить новые тексты.',
    '{site} – независимое издание, мы существуем на пожертвования читателей. Если вам нравится то, что мы делаем, поддержите нас: даже небольшой ежемесячный платёж помогает редакции работать дальше. Все подробности о том, как нам помочь, – на странице {host}.',
    'Понравился материал? Поделитесь им с друзьями во ВКонтакте, Фейсбуке и Телеграме, оставьте комментарий и подпишитесь на {site} в соцсетях и на Ютубе. Скачайте наше приложение для iPhone и Android, чтобы узнавать новости первыми.',
  ],
  zh: [
    '欢迎订阅{site}的免费电子报，每天早晨我们会把当日最重要的五篇报道和编辑的来信发送到您的邮箱。您可以随时取消订阅。点击按钮即表示您同意我们的隐私政策和服务条款。更多内容请关注我们的微信公众号和微博。',
    '如果您喜欢这篇文章，请分享到微信、微博和脸书，并在下方留言评论。关注{site}的官方账号，下载我们的手机客户端，第一时间获取最新资讯。版权所有，未经授权不得转载，转载请注明出处。',
  ],
  ja: [
    '{site}の無料メールマガジンにご登録ください。毎朝、その日の主なニュース五本と編集長からの手紙をお届けします。配信はいつでも停止できます。登録された方はプライバシーポリシーに同意したものとみなします。最新情報はツイッターでもご覧いただけます。',
    'この記事が気に入ったら、フェイスブックやツイッター、ラインでシェアしてください。{site}の公式アカウントをフォローすると、最新のニュースをいち早く受け取れます。記事の無断転載を禁じます。お問い合わせは編集部までお願いします。',
  ],
  ko: [
    '{site} 뉴스레터를 무료로 구독하세요. 매일 아침 가장 중요한 다섯 개의 기사와 편집장의 편지를 메일로 보내 드립니다. 구독은 언제든지 해지할 수 있습니다. 이 기사가 마음에 드셨다면 페이스북과 카카오톡으로 공유해 주세요. 저작권자 {site}, 무단 전재 및 재배포 금지.',
  ],
  ar: [
    'اشترك في النشرة البريدية المجانية من {site} لتصلك كل صباح أهم خمس قصص في اليوم ورسالة من المحرر. يمكنك إلغاء الاشتراك في أي وقت. بالضغط على الزر فإنك توافق على سياسة الخصوصية وشروط الاستخدام. تابعنا أيضا على فيسبوك وتويتر ويوتيوب.',
    'هل أعجبك هذا المقال؟ شاركه مع أصدقائك على فيسبوك وتويتر وواتساب، واترك تعليقا أدناه، وتابع {site} على إنستغرام ويوتيوب حتى لا تفوتك أي قصة. حمل تطبيقنا المجاني لتصلك الأخبار العاجلة أولا بأول. جميع الحقوق محفوظة لموقع {host}.',
  ],
  hi: [
    '{site} के मुफ़्त न्यूज़लेटर को सब्सक्राइब करें और हर सुबह दिन की पाँच बड़ी ख़बरें और संपादक का पत्र अपने ईमेल पर पाएँ। आप कभी भी इसे बंद कर सकते हैं। हमें फ़ेसबुक, ट्विटर, इंस्टाग्राम और यूट्यूब पर फ़ॉलो करें और हमारा ऐप डाउनलोड करें।',
  ],
  th: [
    'สมัครรับจดหมายข่าวจาก {site} ฟรี ทุกเช้าเราจะส่งข่าวสำคัญห้าข่าวและจดหมายจากบรรณาธิการถึงอีเมลของคุณ คุณสามารถยกเลิกได้ทุกเมื่อ ติดตามเราได้ทาง เฟซบุ๊ก ทวิตเตอร์ และยูทูบ กดแชร์บทความนี้ให้เพื่อนของคุณ สงวนลิขสิทธิ์ ห้ามทำซ้ำโดยไม่ได้รับอนุญาต',
  ],
};

const NAMES = ['Mara Lindqvist', 'Ilse Brandt', 'Nora Okafor', 'Lena Sadykova', 'Ana Beltrán'];
const SITES = ['Harbour Post', 'Upland Review', 'Moorbote', 'Zarechje', 'North Pier Daily'];

/** @param notices sentences by which sites word their terms of reuse */
export function chooseBoilerplate(
  random: Random,
  language: string,
  notices: readonly { lang: string; text: string }[],
): string {
  const short = language.slice(0, 2).toLowerCase();
  const own = notices.filter(({ lang }) => lang.slice(0, 2) === short);
  if (own.length >= 2 && random.next() < 0.25) {
    return random
      .sample(own, 2)
      .map(({ text }) => text)
      .join(' ');
  }
  const texts = TEXTS[short] ?? TEXTS['en'] ?? [];
  const site = `${SITES[random.below(SITES.length)]} ${random.below(100)}`;
  const host = `site${random.below(100)}.example`;
  return (texts[random.below(texts.length)] ?? '')
    .replaceAll('{site}', site)
    .replaceAll('{host}', host)
    .replaceAll('{name}', NAMES[random.below(NAMES.length)] ?? '');
}

/** The ways in which it is set, the plainest first. */
export const DRESSES: readonly Pick<Put, 'tag' | 'className'>[] = [
  { tag: 'p', className: '' },
  { tag: 'p', className: '' },
  { tag: 'p', className: 'article__paragraph' },
  { tag: 'div', className: 'newsletter-signup' },
  { tag: 'aside', className: '' },
  { tag: 'footer', className: '' },
  { tag: 'div', className: 'author-bio' },
  { tag: 'p', className: 'copyright' },
];
