/**
 * The words that bylines put around names, in the languages that the extension knows. Kept lists, in lower case;
 * "redakteur/in" stands for the word and the word with the ending, "_" for a space. Sets, since a pattern of so many
 * words costs more than the rest of the reading.
 */

/** What stands before a name, with or without a colon. */
export const LABELS = createWords(
  `by written_by reported_by posted_by published_by authored_by created_by article_by story_by analysis_by report_by
  words_by text_by review_by opinion_by contributed_by submitted_by written words story text reporting byline posted
  author/s authored reporter editor all_posts_by all_articles_by view_all_posts_by view_all_articles_by
  show_all_articles_of more_posts_by more_from more_articles_by posts_by alle_beiträge_von zeige_alle_beiträge_von
  von autor/in/en/innen/es/a/as/zy/i/ka verfasst_von erstellt_von geschrieben_von text_von veröffentlicht_von
  ein_beitrag_von ein_gastbeitrag_von gastbeitrag_von par auteur/s propos_recueillis_par publié_par écrit_par rédigé_par
  por escrito_por publicado_por texto redacción di autore autori scritto_da a_cura_di testo door geschreven_door av tekst
  af skrevet_af skrevet_av skriven_av kirjoittaja teksti przez oprac opr napisał/a yazan yazar haber de_către scris_de
  írta szerző napsal/a piše автор/ы/и/ка текст подготовил/а/и беседовал/а журналист корреспондент матеріал_підготував
  підготував підготувала муаллиф/лар/он muallif/lar автору авторлор/у авторы даярлаган матн мәтін penulis oleh
  tác_giả theo συγγραφέας του της بقلم كتب كتبت نویسنده نوشته מאת लेखक 文 撰文 作者 記者 著者 筆者 執筆 글 기자`,
);

/** What ends the names: it and whatever follows belong to something else. */
export const ENDS = createWords(
  `updated published posted last on at in is was has for fact-checked fact reviewed medically edited editing translated
  translation illustrated illustration photo/s photography photograph/s/ed/er foto/s fotograf image video graphics view/s
  comment/s share follow email e-mail read min additional aktualisiert stand veröffentlicht am bearbeitet übersetzt publié
  mis actualizado publicado aggiornato pubblicato обновлено опубликовано фото перевод оновлено переклад`,
);

/** Words of occupations; what else stands in their part goes with them. */
export const ROLES = createWords(
  `reporter/s correspondent/s editor/s editor-in-chief co-editor writer/s columnist journalist contributor/s contributing
  staff producer author blogger analyst researcher freelance/r fellow founder co-founder ceo cto cfo cmo president director
  manager consultant specialist strategist expert intern critic photographer professor associate assistant senior chief
  head lecturer executive redakteur/in redaktor/ka reporterin korrespondent/in journalist/in/e/en volontär/in autorin
  ressortleiter/in chefredakteur/in rédacteur rédactrice correspondant/e envoyé/e periodista redactor/a corresponsal
  editora colaborador/a giornalista redattore redattrice corrispondente jornalista repórter colunista dziennikarz
  dziennikarka muhabir/i editör/ü gazeteci yazarı verslaggever redacteur redaktör skribent redaktør toimittaja
  novinář/ka redaktorka újságíró szerkesztő журналист/ка корреспондент/ка редактор/ка обозреватель колумнист/ка автор
  спецкор специальный шеф-редактор кореспондент/ка оглядач журналіст/ка редакторка кабарчы тілші тилчи хабарнигор muxbir
  مراسل خبرنگار wartawan 記者 기자 编辑 編集`,
);

/** Connectors between two full names. */
export const CONNECTORS = createWords(
  'and und et y e i и та й және жана ва va ve og och en ja és a și şi ու και و ו और dan và with mit avec con & +',
);

/** Agencies that are credited like people. */
export const AGENCIES = createWords(
  `ap afp dpa apa reuters efe ansa pti kna epd sid ntb tt anp pap tass тасс унн укринформ jiji kyodo xinhua yonhap belga
  lusa ritzau sda ats mti čtk ctk tasr hina tanjug aa dha iha interfax интерфакс`,
);

/** Degrees and licences behind a name, without dots. */
export const DEGREES = createWords(
  `phd md ma ms msc mba ba bs bsc mph esq jd do dds dvm psyd edd rn rd rdn llm lcsw lmft cfp cfa cpa cpp pmp rph pharmd
  facp cscs`,
);

/** Who signs where nobody does. */
export const NEWSROOMS = createWords(
  `editorial_team editorial_staff editorial_board editor/s staff staff_writer/s staff_reporter/s newsroom news_desk
  web_desk news_team redaktion redaktionen online-redaktion onlineredaktion rédaction redacción redazione redação redakcja
  redakce redakcia redacția redactie szerkesztőség toimitus редакция редакція редакцияси tahririyat haber_merkezi 編集部`,
);

/** What content systems and pages show where a name could stand. */
export const NO_NAMES = createWords(
  `admin administrator administrador root webmaster user guest unknown anonymous no_author the_author the_authors null
  undefined none n/a today yesterday heute gestern monday tuesday wednesday thursday friday saturday sunday montag dienstag
  mittwoch donnerstag freitag samstag sonntag`,
);

/** First words of what a page invites to do. */
export const INVITATIONS = createWords(
  'view read about follow contact archiv see show share subscribe sign log join click zeige zum zur more mehr',
);

/** Words of a name that begin with a small letter. */
export const PARTICLES = createWords(
  `al af av bin bint da das de dei del della den der di do dos du e el het ibn la las le les los op ten ter van vd von vom
  y zu zum zur i и оглы кызы уулу ұлы қызы`,
);

/** Words that only names of institutions hold, whose "and" joins no people. */
export const INSTITUTIONS = createWords(
  'for für pour para per of the des team institute university department ministry',
);

export type Words = () => ReadonlySet<string>;

/** @returns the words' set, made when it is first asked for */
function createWords(list: string): Words {
  let words: Set<string> | null = null;
  return () => {
    words ??= new Set(list.split(/\s+/).flatMap(expand));
    return words;
  };
}

function expand(entry: string): string[] {
  if (entry === 'n/a') return [entry];
  const [stem = '', ...endings] = entry.replaceAll('_', ' ').split('/');
  return [stem, ...endings.map((ending) => stem + ending)];
}
