/**
 * What buttons say that send a text out to others, and what those say that do not though they stand beside them (drafts,
 * previews), in the languages of the surfaces. Lower case, as whole words.
 */
const PUBLISH = {
  ar: 'نشر|انشر|إرسال|أرسل|تحديث|رد|الرد|جدولة',
  de: 'veröffentlichen|publizieren|senden|absenden|abschicken|posten|aktualisieren|antworten|einreichen|kommentieren|planen',
  en: 'publish|send|post|submit|update|reply|comment|tweet|schedule|republish',
  es: 'publicar|publica|enviar|envía|postear|actualizar|responder|comentar|programar',
  fr: 'publier|envoyer|poster|soumettre|actualiser|mettre à jour|répondre|commenter|planifier|valider',
  kk: 'жариялау|жіберу|жаңарту|жауап беру|пікір қалдыру',
  ky: 'жарыялоо|жөнөтүү|жаңыртуу|жооп берүү|пикир калтыруу',
  pl: 'opublikuj|publikuj|wyślij|zamieść|aktualizuj|zaktualizuj|odpowiedz|skomentuj|zaplanuj',
  ru: 'опубликовать|публиковать|отправить|обновить|ответить|комментировать|разместить|запланировать',
  tg: 'нашр кардан|нашр|фиристодан|ирсол|навсозӣ|ҷавоб додан',
  tr: 'yayınla|yayımla|gönder|paylaş|güncelle|yanıtla|cevapla|planla',
  uk: 'опублікувати|публікувати|надіслати|відправити|оновити|відповісти|коментувати|розмістити|запланувати',
  uz: 'nashr qilish|chop etish|joylash|yuborish|yangilash|javob berish|эълон қилиш|юбориш|янгилаш',
};
const ELSE = {
  ar: 'مسودة|معاينة|إلغاء|بحث|حذف|جديد',
  de: 'entwurf|vorschau|abbrechen|suchen|suche|löschen|neu|neue|neuer|neues',
  en: 'draft|drafts|preview|cancel|search|delete|discard|new|unpublish|close',
  es: 'borrador|vista previa|cancelar|buscar|eliminar|nuevo|nueva|cerrar',
  fr: 'brouillon|aperçu|prévisualiser|annuler|rechercher|supprimer|nouveau|nouvelle|fermer',
  kk: 'жоба|алдын ала қарау|бас тарту|іздеу|жою|жаңа',
  ky: 'долбоор|алдын ала көрүү|жокко чыгаруу|издөө|жок кылуу|жаңы',
  pl: 'szkic|wersja robocza|podgląd|anuluj|szukaj|usuń|nowy|nowa|zamknij',
  ru: 'черновик|черновика|предпросмотр|просмотреть|отмена|отменить|найти|поиск|удалить|новый|новая|новое|закрыть',
  tg: 'сиёҳнавис|пешнамоиш|бекор кардан|ҷустуҷӯ|нест кардан|нав',
  tr: 'taslak|taslağı|önizle|önizleme|iptal|ara|sil|yeni|kapat',
  uk: 'чернетка|чернетку|попередній перегляд|скасувати|знайти|пошук|видалити|новий|нова|нове|закрити',
  uz: 'qoralama|ko‘rib chiqish|bekor qilish|qidirish|o‘chirish|yangi',
};

/** A longer label is a sentence about something else. */
const LONGEST = 60;
const publish = compile(PUBLISH);
const somethingElse = compile(ELSE);

/** @returns publish: it sends the text out · else: it does something else with it · null: its words do not tell */
export function judgeLabel(label: string): 'publish' | 'else' | null {
  const said = label.replace(/\s+/g, ' ').trim().toLowerCase();
  if (said === '' || said.length > LONGEST) return null;
  if (somethingElse.test(said)) return 'else';
  return publish.test(said) ? 'publish' : null;
}

function compile(words: Record<string, string>): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${Object.values(words).join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'u',
  );
}
