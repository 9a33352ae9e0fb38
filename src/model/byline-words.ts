/** The words that bylines put around names, in the languages that the extension knows. Kept lists, all in lower case. */

/** What stands before a name: labels with or without a colon. */
export const LABELS =
  '(?:view |see |show |read )?(?:all|more) (?:posts?|articles?|stories|content|entries) (?:by|from|of)|(?:zeige |zeigt )?alle (?:beiträge|artikel) von|(?:written|reported|posted|published|authored|created|article|story|analysis|report|words|text|review|opinion|contributed|submitted) by|by|written|author(?:s|ed by)?|text|words|story|reporter|reporting|byline|posted|von|autor(?:in|en|innen|es|a|as|i|zy|ka)?|verfasst von|erstellt von|geschrieben von|ein beitrag von|ein gastbeitrag von|text von|veröffentlicht von|par|auteurs?|propos recueillis par|publié par|écrit par|rédigé par|por|escrito por|publicado por|texto|redacción|di|autori|scritto da|a cura di|testo|door|geschreven door|av|tekst|af|skrevet af|skrevet av|skriven av|kirjoittaja|teksti|przez|oprac\\.|opr\\.|napisał(?:a)?|autorzy|yazan|yazar|haber|de către|scris de|írta|szerző|napsal(?:a)?|piše|автори?|автор(?:ы|ка)?|текст|подготовил(?:а|и)?|беседовал(?:а)?|журналист|корреспондент|матеріал підготувал[аи]|підготувал[аи]|муаллиф(?:лар|он)?|muallif(?:lar)?|автору|авторлор(?:у)?|авторы|даярлаган|матн|мәтін|suallar|penulis|oleh|reporter|editor|tác giả|theo|συγγραφέας|του|της|بقلم|كتب|كتبت|نویسنده|نوشته|מאת|लेखक|द्वारा|文|撰文|作者|記者|文・|著者|筆者|執筆|글|기자';

/** What ends the names: whatever follows belongs to something else. */
export const ENDS =
  'updated|published|posted|last|on|at|in|is|was|has|for|fact[- ]checked|reviewed|medically|edited|editing|translated|translation|illustrat|photo(?:s|graph(?:y|s|ed|er)?)?|foto(?:s|graf)?|fotos|image|video|graphics|views?|comments?|share|follow|email|e-mail|read|min|with additional|aktualisiert|stand|veröffentlicht|am|bearbeitet|übersetz|mis à jour|publié|actualizado|publicado|aggiornato|pubblicato|обновлено|опубликовано|фото|перевод|оновлено|переклад';

/** Occupations, as whole words; with what else stands in their part they go. */
export const ROLES =
  'reporter|correspondent|editor|editors?-in-chief|co-editor|writer|columnist|journalist|contributor|contributing|staff|producer|author|blogger|analyst|researcher|freelance[r]?|fellow|founder|co-founder|ceo|cto|cfo|cmo|president|director|manager|consultant|specialist|strategist|expert|intern|editorial assistant|critic|photographer|professor|associate|assistant|senior|chief|head|lecturer|executive|redakteur(?:in)?|redaktor(?:ka)?|reporterin|korrespondent(?:in)?|journalistin|volontär(?:in)?|autorin|ressortleiter(?:in)?|chefredakteur(?:in)?|journaliste|rédac(?:teur|trice)|correspondante?|chef|envoyé(?:e)?|periodista|redactora?|corresponsal|editora|colaboradora?|giornalista|redattore|redattrice|corrispondente|jornalista|repórter|colunista|dziennikar(?:z|ka)|muhabiri?|editör(?:ü)?|gazeteci|yazarı?|journaliste?n?|verslaggever|redacteur|redaktör|skribent|redaktør|toimittaja|novinář(?:ka)?|redaktorka|újságíró|szerkesztő|журналист(?:ка)?|корреспондент(?:ка)?|редактор(?:ка)?|обозреватель|колумнист(?:ка)?|автор|спецкор|специальный|шеф-редактор|кореспондент(?:ка)?|оглядач|журналіст(?:ка)?|редакторка|кабарчы|тілші|тилчи|хабарнигор|muxbir|رئيس|مراسل|خبرنگار|wartawan|phóng viên|記者|기자|编辑|記者|编辑';

/** Connectors between two full names. */
export const CONNECTORS =
  'and|und|et|y|e|i|и|та|й|және|жана|ва|va|ve|og|och|en|ja|és|a|și|şi|og|ու|και|و|ו|और|dan|và|with|mit|avec|con|&|\\+';

/** Agencies that are credited like people. */
export const AGENCIES =
  /^(?:ap|afp|dpa|dpa-.*|apa|reuters|efe|ansa|pti|kna|epd|sid|ntb|tt|anp|pap|tass|тасс|риа новости|унн|укринформ|jiji|kyodo|xinhua|yonhap|belga|lusa|ritzau|sda|ats|mti|čtk|ctk|tasr|hina|tanjug|aa|dha|iha|interfax|интерфакс)$/i;

/** Degrees and orders behind a name. */
export const DEGREES =
  /^(?:ph\.? ?d|m\.? ?d|m\.? ?a|m\.? ?sc?|m\.? ?b\.? ?a|b\.? ?a|b\.? ?sc?|m\.? ?p\.? ?h|esq|j\.? ?d|d\.? ?o|d\.? ?d\.? ?s|d\.? ?v\.? ?m|psy\.? ?d|ed\.? ?d|r\.? ?n|r\.? ?d\.?n?|llm|lcsw|lmft|cfp|cfa|cpa|cpp|pmp|rph|pharm\.? ?d|facp)[.®™]*$/iu;

/** Other letters behind a comma: an order, a licence, a company. */
export const INITIALS = /^[\p{Lu}-]{2,6}[®™]?$/u;
