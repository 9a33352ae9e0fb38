/** How sites word terms of reuse in Polish, Czech, Slovak and Bulgarian. */

export const POLISH = String.raw`
strong przedruk_|kopiow_|kopiuj_|kopii|kopia_|skopiow_|powiela_|reprodu_|cytow_|cytat_|cytuj_|zacytow_|republik_|zwielokrotn_|przepisyw_|ponown_ ~(?:publik|wykorzyst|użyc)_|rozpowszech_|repost_|dalsz_ rozpowsz_|fragment(?:y|ów)#
weak wykorzyst_|używ_|użyc_|publik_|udostępn_|rozprowadz_|korzyst_|przetwarz_|zamieszcz_|tłumacz_|utrwal_|emisj_|przekazyw_|zapożycz_
material materiał_|tekst_|artykuł_|treś_|treści|informacj_|zdję_|zdjęci_|fotograf_|grafik_|publikacj_|utwor_|wideo|film_|wiadomoś_|news_|zawartoś_|wpis_|przepis_|wywiad_|ilustracj_
hyperlink hiperłącz_|hiperlink_|hyperlink_|backlink_|podlinkow_|dofollow|podlinkuj_|zalinkow_
link link(?:i|u|iem|ów|ami|ach|a|owan\p{L}*|uj\p{L}*)?#|odnośnik_|odsyłacz_|łącz[ae]#|url#
reference odwołani_|odesłan_|powołani_ się|powołując
active aktywn_|klikaln_|bezpośredni_|działając_|czynn_
permission zgod(?:y|ą|a|ę|zie)#|zezwoleni_|pozwoleni_|autoryzacj_|upoważnieni_|aprobat_|licencj(?:i|a|ę) od
unpermitted nieautoryzowan_|nieuprawnion_|bezprawn_
contact skontakt_|kontakt_|napisz_
credit (?:podani|podan|wskazani|wskaz|poda|oznacz|wymieni|cytow|zaznacz|informacj|określ)\p{L}* ~(?:źródł|autor|nazw|pochodzeni)_|źródł_ ~(?:poda|wskaz|oznacz|wymagan|obowiązk|koniecz|jest|musi)_|powołani_ się na|z podaniem|atrybucj_|uznani_ autorstwa|cytując źródło|powołując_ się
without bez#|w przypadku braku
only tylko|jedynie|wyłącznie|pod warunkiem|jeśli|jeżeli|o ile|wymag_|warunk_|warunkiem
with z#|ze#|po#|za#
unless z wyjątkiem|oprócz|poza#|chyba że|inaczej niż|bez#
forbidden zabron_|zabran_|zakaz_|nie (?:jest|są|wolno|można|może|mogą|zezwala|pozwala|zgadza)_|niedozwolon_|wzbronion_|bezprawn_|narusz_|zastrzeżone ~prawo do przedruku|nielegaln_|niedopuszczaln_|prawa do (?:przedruku|kopiowania|reprodukcji) ~zastrzeżon_
allowed dozwolon_|można#|wolno#|może#|mogą#|zezwala_|pozwala_|bezpłatn_|darmow_|swobodn_|możliw_|zachęca_|dopuszcz_|zgadzamy|wyrażamy zgodę
obliged musi_|muszą|należy|obowiązk_|zobowiąz_|obligator_|wymag_|proszę|prosimy|koniecz_|powinn_|trzeba|niezbędn_|potrzeb_|wystarcz_|podaj_|umieść|warunek|uprasza
unneeded (?:zgod|zezwoleni)_ ~nie (?:jest|są) ~(?:wymagan|potrzebn|koniecz)_|nie wymaga_ ~(?:zgod|zezwol)_|bez ~ogranicz_
either i/lub|oraz/lub|lub#|albo#|bądź#
page źródł_|oryginał_|artykuł_|stron(?:ę|y|ie|a)#|podstron_|tekst_|publikacj_|wpis_|materiał_|pierwotn_|pierwodruk_
home stron_ (?:główn|startow|domow|internetow)_|serwis_|portal_|witryn_|blog_|domen_|www#|adres 
body instytut_|ministerstw_|uniwersytet_|akademi_|agencj_|centrum|fundacj_|stowarzysz_|redakcj_|komisj_|urz[ąę]d_
paragraph akapi_|paragraf_
ordinals pierwsz_|1\. ; drugi_|drugim|2\. ; trzeci_|3\. ; czwart_|4\. ; piąt(?:y|ym|ego)#|5\.
cardinals dw(?:óch|a|u)# ; trz(?:ech|y)# ; czter_ ; pięci_
indexable wyszukiwark_|indeksow_|dofollow|do-follow
print drukowan_|papierow_|gaze(?:ta|ty|t|cie|tach)#|czasopis_|pras(?:a|ie|y|owych) |w druku|druku#
online internet_|online|elektroniczn_|cyfrow_|sieci|www
noncommercial niekomercyjn_|nie ?komercyjn_|niezarobkow_|użyt(?:ku|ek) (?:własn|osobist|prywatn|niekomerc)_|celach prywatnych|na własny użytek|osobisty użytek
commercial komercyjn_|zarobkow_|handlow_|sprzedaż_
percent procent_|proc\.
fractions połow_ ; jednej trzeciej|1/3|trzeci_ częś_ ; jednej czwartej|ćwierć|ćwierci
veto cookie_|ciasteczk_|prywatnoś_|dan(?:ych|e) osobow_|komentarz_|komentuj_|klik#|klikn_|klikając|(?:skopiuj|kopiuj|udostępnij|skopiowan)\p{L}* (?:ten )?link_|link ~skopiow_|newsletter|rabatow_|afiliac_|oprogramow_|kod_ źródłow_|hasł(?:o|a)#|zewnętrzn_ (?:stron|link|serwis)_|odpowiedzialn_|subskry_|prenumer_|zarejestr_|zaloguj_|regulamin_ serwisu akcept|akceptuj_|pobierz#|linki do transmisji
news sąd_|sędzi_|policj_|powiedzia_|oświadczy_|poinformowa_|minist(?:er|ra|rowie)_|rząd_|sejm_|senat_|według|zdaniem|projekt_ ustaw_|prokurat_|naukowc_|badacz_|w zeszłym|firma#
self nasz_|niniejsz_|serwis_|portal_|stron_|©|copyright|praw_ autorsk_|prawa|redakcj_|wydawc_|wszelki_|wszystki_|częś_|całoś_|przedruk_|materiał_|tej#|tego#
`;

export const CZECH = `
strong přeti[sš]_|kopírov_|kopírování|převzet_|přebír_|přejím_|převzít|citov_|citac_|reproduk_|rozmnož_|rozšiřov_|republik_|další_ (?:šíření|publik|užit|zveřej)_|opětovn_|citujt_|zkopírov_
weak použit_|použív_|užit_|užív_|publik_|šíř_|zveřej_|sdíl_|využ_|zpřístup_|distribu_|publikov_|překlád_
material obsah_|text_|článk_|článek|materiál_|informac_|fotograf_|snímk_|zpráv_|příspěv_|video_|děl#|díl_|rozhovor_
hyperlink hypertext_|hyperlink_|zpětn_ odkaz_|backlink_|proklik_|prolink_
link odkaz_|link(?:u|em|y)?#|url#|odkazov_|odkažt_
active aktivn_|funkčn_|klikateln_|přím(?:ý|ého|ým|é)#|viditeln_
permission souhlas_|svolen_|povolen(?:í|ím)#|oprávněn_|dohod_|licenc_
unpermitted neoprávněn_|neautorizov_|nepovolen_
contact kontaktujte|napište|obraťte
credit (?:uveden|uvést|uvéd|uvád|uved)_ ~(?:zdroj|autor|jmén|původ)_|zdroj_ ~(?:uveden|uvést|uved|uvád|musí|povin)_|s uvedením|citac_ zdroj_|uvedením zdroje
without bez#
only jen#|pouze|výhradně|za podmínky|pokud|podmín_|vyžad_|jestliže
with s#|se#|po#
unless kromě|vyjma|s výjimkou|ledaže|bez
forbidden zakáz_|zapově_|nen[ií] (?:dovolen|povolen|možn|přípustn)_|nesm[íěe]_|nelze|zakazuj_|vyhrazen_ ~právo|neoprávněn_|je zakázán_
allowed povolen(?:o|a|é|y)?#|dovolen_|můžete|může#|mohou|možn_|lze#|voln_|zdarma|bezplatn_|vítán_|svolujeme
obliged mus[ií]_|povinn_|nutn_|třeba|vyžad_|prosíme|prosím|žádáme|je potřeba|potřebn_|nezbytn_|nutné|stačí|uveďte|uvádějte|odkažte
unneeded (?:souhlas|svolen)_ ~není ~(?:nutn|potřeb)_
either a/nebo|nebo#|či#
page zdroj_|originál_|původn_|článek|článk_|stránk_|text_
home hlavní stránk_|úvodní stránk_|domovsk_|web_|portál_|server_|blog_|domén_
body institut_|ústav_|minister_|univerzit_|agentur_|redakc_|úřad_|akademi_
paragraph odstav_|odstavc_
ordinals prvn_ ; druh(?:ý|ém|ého|é)# ; třet_ ; čtvrt_ ; pát(?:ý|ém|ého)#
cardinals dv(?:ou|a|ě)# ; tř(?:í|i|ech)# ; čtyř_ ; pět_
indexable vyhledávač_|indexov_|dofollow
print tištěn_|novin_|časopis_|tisk(?:u|ový)_|papírov_
online internet_|online|elektronick_|web_
noncommercial nekomerčn_|neziskov_|osobní (?:potřeb|použit|užit)_|soukrom_
commercial komerčn_|výdělečn_|obchodn_
percent procent_
fractions polovin_ ; třetin_ ; čtvrtin_
veto cookie_|soukromí|osobní_ údaj_|komentář_|klikn_|klepn_|(?:zkopírov|kopírovat|sdílet)_ (?:tento )?odkaz_|odkaz ~zkopírov_|newsletter|slev_|software|zdrojov_ kód_|hesl_|extern_ odkaz_|odpovědn_|předpl_|registr_|přihlás_
news soud_|polici_|řekl_|uvedl_|oznámil_|ministr_|vlád_|sněmovn_|podle#|zákon_ návrh_|vědc_|minul_ (?:týden|měsíc)
self naš_|náš|tento|těchto|tohoto|portál_|server_|web_|©|copyright|autorsk_|všechna práva|redakc_|vydavatel_|obsah_|jakékoli|bez předchozího|článků
`;

export const SLOVAK = `
strong pretlač_|kopírov_|prevzat_|preber_|preberan_|prevziať|citov_|citác_|reproduk_|rozmnož_|rozširov_|republik_|ďalš_ (?:šíren|publik|použ)_|opätovn_|skopírov_|citujt_
weak použit_|použív_|použ_|publik_|šír_|zverej_|zdieľ_|využ_|sprístup_|distribu_|preklad_
material obsah_|text_|článk_|článok|materiál_|informác_|fotograf_|snímk_|správ_|príspev_|vide_|diel_|rozhovor_
hyperlink hypertext_|hyperlink_|spätn_ odkaz_|backlink_|preklik_
link odkaz_|link(?:u|om|y)?#|url#|odkazov_
active aktívn_|funkčn_|klikateľn_|priam(?:y|eho|ym|e)#|viditeľn_
permission súhlas_|povolen(?:ia|ie|ím)#|zvolen_|oprávnen_|dohod_|licenc_
unpermitted neoprávnen_|neautorizov_|nepovolen_
credit (?:uveden|uvies|uvádz|uved)_ ~(?:zdroj|autor|men|pôvod)_|zdroj_ ~(?:uveden|uvies|uved|uvádz|musí|povin)_|s uvedením
without bez#
only len#|iba#|výhradne|za podmienky|pokiaľ|ak#|podmien_|vyžad_
with s#|so#|po#
unless okrem|s výnimkou|iba ak|bez
forbidden zakáz_|nie je (?:dovolen|povolen|možn|prípustn)_|nesm[ieú]_|nemožno|zakazuj_|vyhraden_ ~právo|neoprávnen_
allowed povolen(?:é|á|ý)#|dovolen_|môžete|môže#|môžu|možn_|možno|voľn_|zadarmo|bezplatn_|vítan_
obliged mus[ií]_|povinn_|nutn_|treba|vyžad_|prosíme|prosím|žiadame|potrebn_|nevyhnutn_|stačí|uveďte|uvádzajte
unneeded (?:súhlas|povolen)_ ~nie je ~(?:nutn|potreb)_
either a/alebo|alebo#|či#
page zdroj_|originál_|pôvodn_|článok|článk_|stránk_|text_
home hlavn_ stránk_|úvodn_ stránk_|domovsk_|web_|portál_|server_|blog_|domén_
body inštitút_|ústav_|minister_|univerzit_|agentúr_|redakc_|úrad_
paragraph odsek_|odstav_
ordinals prv_ ; druh(?:ý|om|ého|é)# ; tret_ ; štvrt_ ; piat_
cardinals dv(?:och|a|e)# ; tr(?:och|i)# ; štyr_|štyroch ; piatich|päť
indexable vyhľadávač_|indexov_|dofollow
print tlačen_|novin_|časopis_|papierov_
online internet_|online|elektronick_|web_
noncommercial nekomerčn_|neziskov_|osobn_ (?:potreb|použit)_|súkromn_
commercial komerčn_|zárobkov_|obchodn_
percent percent_
fractions polovic_ ; tretin_ ; štvrtin_
veto cookie_|súkromi_|osobn_ údaj_|komentár_|kliknite|(?:skopírov|kopírovať|zdieľať)_ (?:tento )?odkaz_|odkaz ~skopírov_|newsletter|softvér|zdrojov_ kód_|hesl_|zodpovedn_|predpl_|registr_|prihlás_
news súd_|polícia|polícii|povedal_|uviedl_|oznámil_|minister_|vlád_|parlament_|podľa|návrh zákona
self naš_|náš|tento|týchto|tohto|portál_|web_|©|copyright|autorsk_|všetky práva|redakc_|vydavateľ_|obsah_|akékoľvek|článkov
`;

export const BULGARIAN = String.raw`
strong препечат_|копира_|цитира_|цитат_|възпроизвежд_|възпроизведен_|препубликув_|преписв_|размножав_|републик_|копиран_|препост_
weak използва_|ползва_|публикув_|разпростран_|споделя_|взема_|употреб_|превод_|публикац_
material материал_|текст_|стати_|информаци_|съдържани_|снимк_|фотограф_|новин_|публикаци_|видео_|част_|интервю_
hyperlink хипервръзк_|хиперлинк_|хипер-?връзк_|хипертекст_|бек ?линк_
link линк_|връзк_|препратк_|url#
reference позовава_|позоваване
active активн_|активен|директн_|пряк_|работещ_|кликаем_|видим_ и актив
permission разрешени_|съгласи_|позволени_|одобрени_|договор_|съгласува_
unpermitted неразрешен_|неоторизиран_|нерегламентиран_|непозволен_
credit (?:посочв|посоч|упоменав|упомен|цитиран|цитир|позова)_ ~(?:източник|автор|името|изданието|медия)_|източник_ ~(?:посоч|цитир|упомен|задълж)_|позоваване на|се позова
without без#
only само#|единствено|при условие|ако#|изключително|изисква_|услови_
with със?#|при#|след#
unless освен|с изключение|без
forbidden забран_|не (?:се )?(?:позволя|разреша|допуска|може|могат)_|недопустим_|незаконн_|нарушени_|преследва
allowed разреш(?:ава|ено|ена|ени)_|позволен(?:о|а|и)#|позволява|допуска|може#|могат|свободн_|безплатн_|възможн_|добре дошл_
obliged задължител_|задълж_|трябва|необходим_|изисква_|моля|молим|следва#|нужн_|длъжн_|достатъчн_|посочете|поставете
unneeded не (?:е|се) ~(?:необходим|изисква|нужн)_ ~(?:разреш|съглас)_
either и/или|или#
page страниц_|източник_|първоизточник_|оригинал_|стати_|материал_|публикаци_|текст_|новина_
home начална_ страниц_|главна_ страниц_|сайт_|уебсайт_|портал_|блог_|домейн_|интернет страниц_
body институт_|министерств_|комисия|университет_|академия_|агенция_|център_|фондация_|редакция_|вестник_|списани_
paragraph абзац_|параграф_
ordinals първ_ ; втор_ ; трет_ ; четвърт_ ; пет(?:и|ия)#
cardinals два#|двата ; три# ; четири ; пет#
indexable търсачк_|индексир_|отворен_ за ~(?:търс|индекс)_
print печатн_|вестниц_|хартиен_|списани_
online интернет_|онлайн|електронн_|уеб_
noncommercial некомерсиалн_|нетърговск_|лична употреба|лично ползване
commercial комерсиалн_|търговск_
percent процент_|на сто
fractions половин_ ; една трета|третина ; четвърт_
veto бисквитк_|cookie_|лични данни|поверителн_|коментар_|кликн_|натисн_|(?:копир|споде)\p{L}* (?:линк|връзк)_|абонамент_|абонир_|софтуер_|парола|отговорност_ за|реклам_
news съд(?:а|ът|ия|иите|ебн_)?#|полици_|каза#|заяви#|съобщи#|министъ?р_|правителств_|парламент_|депутат_|според|законопроект_
self наш_|ни#|сайт_|портал_|редакци_|©|авторск_|всички права|този|тази|материал_|всяко|цялостно
`;
