/** How sites word terms of reuse in Uzbek, in both of its alphabets. */

export const UZBEK = String.raw`
post
dative [gkq]a
strong ko'?chir_|nusxa ~(?:ol|ko'?chir)_|nusxala_|qayta (?:nashr|chop|bos|e'?lon|joyla)_|iqtibos_|sitata_|tirajla_|ko'?paytir_|perepechatka_
weak foydalan_|ishlat_|qo'?llan_|chop et_|nashr_|e'?lon qil_|tarqat_|joylashtir_|ulash_|tarjima qil_|olin_|olish_
material material_|matn_|maqola_|ma'?lumot_|axborot_|xabar_|yangilik_|kontent_|surat_|rasm_|foto_|video_|sayt_|veb-?sayt_|mazmun_|nashr_|portal_|intervyu_|asar_
hyperlink giperhavola_|giper havola_|giperssilka_|gipermurojaat_|url#|link(?:i|ini|ga)?#|bog'?lama_
link veb-?havola_
reference havola_|ssilka_|silka_
active faol_|aktiv_|to'?g'?ridan-?\s?to'?g'?ri|bevosita|ishlaydigan|ishlovchi|ochiladigan
permission ruxsat_|rozili_|kelishuv_|kelishi[bl]_|shartnoma_|ijozat_
unpermitted ruxsatsiz|ruxsatisiz|roziligisiz|ruxsat olmasdan|ruxsat olmay|ijozatsiz|ijozatisiz|beruxsat
credit manba(?:ni|si|sini|ga|lar|larni|i|ini)?# ~(?:ko'?rsat|keltir|qayd|zikr|ayt|yoz)_|manba sifatida|muallif(?:ini|i|ni|ligini)?# ~(?:ko'?rsat|keltir|qayd|zikr)_|manbasini|nomini ko'?rsat_
without _siz#|_may#|_masdan#|_mas?dan turib|bo'?lmasa|bo'?lmagan|mavjud bo'?lmasa
only faqat|faqatgina|taqdirda_|shart(?:i|lari)? (?:bilan|asosida)|agar|hollarda|holda|bilangina|ko'?rsatgan holda|orqaligina
with bilan#
unless tashqari|bundan mustasno
forbidden ta[qk]i[qk]lan_|ta[qk]i[qk]_|man e?til_|man qilin_|mumkin emas|yo'?l qo'?yilmaydi|ruxsat (?:etil|beril)may_|ruxsat (?:etilma|berilma)_|bo'?lmaydi|noqonuniy|qonunga xilof
allowed ruxsat (?:etil|beril)(?:adi|gan)_|yo'?l qo'?yiladi|mumkin|joiz|bepul|erkin_|ruxsat beramiz
obliged shart#|shartdir|majbur_|zarur_|lozim_|kerak_|talab_|so'?ray_|so'?raladi|iltimos_|darkor|ko'?rsating|bering|qo'?ying|qo'?yilsin|kifoya|yetarli
unneeded (?:ruxsat|rozilik)_ ~(?:talab etilmaydi|talab qilinmaydi|shart emas|kerak emas)
either va/yoki|yoki#|yohud#
page manba_|asl_|maqola_|sahifa_|material(?:ga|ning|iga)#|xabar(?:ga|ning)#|manzil_|post(?:ga)?#
home bosh sahifa_|asosiy sahifa_|veb-?sayt_|sayt_|portal_|blog_|resurs_|nashr_|kanal_
body institut_|vazirlik_|vazirlig_|qo'?mita_|laboratoriya_|universitet_|akademiya_|agentlik_|agentlig_|markaz_|xizmat_|tashkilot_|tahririyat_|gazeta_|jurnal_|fond_|radio_|«
paragraph xatboshi_|xat boshi_|abzats_|band(?:i|da|dan|idan)?#|paragraf_
ordinals birinchi|1- ; ikkinchi|2- ; uchinchi|3- ; to'?rtinchi|4- ; beshinchi|5-
cardinals ikki(?:ta)?# ; uch(?:ta)?# ; to'?rt(?:ta)?# ; besh(?:ta)?#
indexable ochiq ~(?:qidiruv|indeks)_|qidiruv ~(?:tizim|mexanizm)_|indekslan_|indekslash_|indeksatsiya_
print bosma_|gazeta_|qog'?oz_|matbuot_
online internet_|onlayn_|elektron_|veb_
noncommercial notijorat_|tijorat(?:iy)? (?:bo'?l|maqsad\S* bo'?l)magan|shaxsiy maqsad_|shaxsiy foydalanish_
commercial tijorat_|savdo_
percent foiz_|protsent_
fractions yarm_|yarim_ ; uchdan bir ; to'?rtdan bir|chorak_
veto kuki|cookie|shaxsiy ma'?lumot_|maxfiylik_|izoh_|sharh_|havola (?:orqali|bo'?yicha)|havolani (?:nusxa|ko'?chir|bos)_|obuna_|dasturiy|parol_|reklama_
news sud(?:i|da|ning|ya|i tomonidan)?#|politsiya_|militsiya_|ma'?lum qil(?:di|gan)|bildirdi|aytdi|deputat_|vaziri#|prezident_|parlament_|hukumat_|xabar berdi|qonun loyiha_
self bizning|sayt_|veb-?sayt_|portal_|tahririyat_|©|mualliflik|barcha huquq_|ushbu|mazkur|material_|nashr_
`;

export const UZBEK_CYRILLIC = String.raw`
post
dative [гкқ]а
strong кўчир_|нусха ~(?:ол|кўчир)_|нусхала_|қайта (?:нашр|чоп|бос|э[ъ']?лон|жойла)_|иқтибос_|ситата_|тиражла_|кўпайтир_|перепечатка_
weak фойдалан_|ишлат_|қўллан_|чоп эт_|нашр_|э[ъ']?лон қил_|тарқат_|жойлаштир_|улаш_|таржима қил_|олин_|олиш_
material материал_|матн_|мақола_|ма[ъ']?лумот_|ахборот_|хабар_|янгилик_|контент_|сурат_|расм_|фото_|видео_|сайт_|веб-?сайт_|мазмун_|нашр_|портал_|интервю_|асар_
hyperlink гиперҳавола_|гипер ҳавола_|гиперссилка_|гипермурожаат_|урл#|линк(?:и|ини|га)?#|боғлама_|url#|link#
link веб-?ҳавола_
reference ҳавола_|ссилка_|силка_
active фаол_|актив_|тўғридан-? ?тўғри|бевосита|ишлайдиган|ишловчи|очиладиган
permission рухсат_|розили_|келишув_|келиши[бл]_|шартнома_|ижозат_
unpermitted рухсациз|рухсатисиз|розилигисиз|рухсат олмасдан|рухсат олмай|ижозациз|ижозатисиз|берухсат
credit манба(?:ни|си|сини|га|лар|ларни|и|ини)?# ~(?:кўрсат|келтир|қайд|зикр|айт|ёз)_|манба сифатида|муаллиф(?:ини|и|ни|лигини)?# ~(?:кўрсат|келтир|қайд|зикр)_|манбасини|номини кўрсат_
without _сиз#|_май#|_масдан#|_мас?дан туриб|бўлмаса|бўлмаган|мавжуд бўлмаса
only фақат|фақатгина|тақдирда_|шарт(?:и|лари)? (?:билан|асосида)|агар|ҳолларда|ҳолда|билангина|кўрсатган ҳолда|орқалигина
with билан#
unless ташқари|бундан мустасно
forbidden та[қк]и[қк]лан_|та[қк]и[қк]_|ман э?тил_|ман қилин_|мумкин эмас|йўл қўйилмайди|рухсат (?:этил|берил)май_|рухсат (?:этилма|берилма)_|бўлмайди|ноқонуний|қонунга хилоф
allowed рухсат (?:этил|берил)(?:ади|ган)_|йўл қўйилади|мумкин|жоиз|бепул|эркин_|рухсат берамиз
obliged шарт#|шартдир|мажбур_|зарур_|лозим_|керак_|талаб_|сўрай_|сўралади|илтимос_|даркор|кўрсатинг|беринг|қўйинг|қўйилсин|кифоя|етарли
unneeded (?:рухсат|розилик)_ ~(?:талаб этилмайди|талаб қилинмайди|шарт эмас|керак эмас)
either ва/ёки|ёки#|ёҳуд#
page манба_|асл_|мақола_|саҳифа_|материал(?:га|нинг|ига)#|хабар(?:га|нинг)#|манзил_|пост(?:га)?#
home бош саҳифа_|асосий саҳифа_|веб-?сайт_|сайт_|портал_|блог_|ресурс_|нашр_|канал_
body институт_|вазирлик_|вазирлиг_|қўмита_|лаборатория_|университет_|академия_|агентлик_|агентлиг_|марказ_|хизмат_|ташкилот_|таҳририят_|газета_|журнал_|фонд_|радио_|«
paragraph хатбоши_|хат боши_|абзац_|банд(?:и|да|дан|идан)?#|параграф_
ordinals биринчи|1- ; иккинчи|2- ; учинчи|3- ; тўртинчи|4- ; бешинчи|5-
cardinals икки(?:та)?# ; уч(?:та)?# ; тўрт(?:та)?# ; беш(?:та)?#
indexable очиқ ~(?:қидирув|индекс)_|қидирув ~(?:тизим|механизм)_|индекслан_|индекслаш_|индексация_
print босма_|газета_|қоғоз_|матбуот_
online интернет_|онлайн_|электрон_|веб_
noncommercial нотижорат_|тижорат(?:ий)? (?:бўл|мақсад\S* бўл)маган|шахсий мақсад_|шахсий фойдаланиш_
commercial тижорат_|савдо_
percent фоиз_|процент_
fractions ярм_|ярим_ ; учдан бир ; тўртдан бир|чорак_
veto куки|коокие|шахсий ма[ъ']?лумот_|махфийлик_|изоҳ_|шарҳ_|ҳавола (?:орқали|бўйича)|ҳаволани (?:нусха|кўчир|бос)_|обуна_|дастурий|парол_|реклама_|cookie
news суд(?:и|да|нинг|я|и томонидан)?#|полиция_|милиция_|ма[ъ']?лум қил(?:ди|ган)|билдирди|айтди|депутат_|вазири#|президент_|парламент_|ҳукумат_|хабар берди|қонун лойиҳа_
self бизнинг|сайт_|веб-?сайт_|портал_|таҳририят_|©|муаллифлик|барча ҳуқуқ_|ушбу|мазкур|материал_|нашр_
`;
