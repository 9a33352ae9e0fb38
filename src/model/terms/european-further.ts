/** How sites word terms of reuse in Hungarian, Lithuanian, Greek, Armenian and Georgian. */

export const HUNGARIAN = String.raw`
post
strong másol_|utánközl_|újraközl_|idéz_|sokszorosít_|újrapublik_|átvétel_|átvenni|átvett_|átvehet_|reprodu_|utánnyom_|többszöröz_|terjeszt_|továbbközl_|kimásol_|lemásol_
weak felhasznál_|használ_|közöl_|közzét_|közzététel_|megoszt_|közlés_|közlése|publik_|hasznosít_|nyilvános_
material anyag_|cikk_|szöveg_|tartal_|tartalom_|fotó_|kép_|képe_|írás_|hír_|információ_|videó_|részlet_|mű#|műv_|grafik_|recept_
hyperlink hiperlink_|hivatkozó link_|backlink_|hiperhivatkoz_|linkel_|belinkel_
link link_|url#
reference hivatkoz_
active aktív|kattintható|közvetlen|élő#|működő|direkt
permission engedély_|hozzájárul_|beleegyez_|jóváhagy_|megállapod_|megkeres_
unpermitted jogosulatlan_|engedély nélküli_|illetéktelen_
credit forrás_? ~(?:megjelöl|feltüntet|megnevez|megad|hivatkoz|említ)_|forrásmegjelöl_|forráshivatkoz_|forrásként|szerző ~(?:megjelöl|feltüntet|megnevez)_|a forrás#
without nélkül_|hiányában
only csak#|kizárólag|csakis|feltétel_|esetén|amennyiben|ha#|mellett#|kötött|köteles|előzetes
with _val#|_vel#|után#
unless kivéve|kivétel_|nélkül_
forbidden tilos|tiltott|tilt(?:ja|juk)_|nem (?:engedély|megenged|lehet|szabad|járul|használhat|másolhat)_|jogellenes_|jogsért_|fenntart_ ~(?:másol|sokszoros|terjeszt)_|minden jog_? fenntart_ ~(?:másol|terjeszt)_
allowed megenged_|szabad_|lehet_|engedélyez_|ingyen_|díjmentes_|használhat_|átvehet_|idézhet_|megengedett
obliged köteles_|kötelező_|kell#|kérjük|kérünk|szükséges_|kötött|elengedhetetlen|legyen|elegendő|elég#|tüntes_|kötelez_
unneeded nem (?:szükséges|kell) ~(?:engedély|hozzájárul)_
either és/vagy|vagy#
page forrás_|eredeti_|cikk_|oldal(?:ra|unkra|ára)#|bejegyzés_|írás_|aloldal_
home főoldal_|kezdőlap_|honlap_|weboldal_|webhely_|portál_|blog_|weblap_|nyitólap_
paragraph bekezdés_
ordinals első_|1\. ; második_|2\. ; harmadik_|3\. ; negyedik_ ; ötödik_
cardinals két#|kettő ; három ; négy ; öt#
indexable kereső(?:motor|k|program)_|indexel_
print nyomtatott_|újság_|papír_|print
online internet_|online|web_|elektronikus_|digitális_
noncommercial nem kereskedelmi_|nem üzleti_|magáncél_|saját (?:cél|használat)_|non-?profit
commercial kereskedelmi_|üzleti cél_
percent százalék_
fractions fele_|felét ; harmad_ ; negyed_
veto cookie_|süti_|adatvédel_|személyes adat_|hozzászól_|komment_|kattints_|kattintson|link ~(?:másol|megoszt)_|hírlevél_|szoftver_|jelszó_|felelősség_|feliratkoz_|regisztr_
news bíróság_|rendőr_|mondta|közölte|bejelentette|miniszter_|kormány_|parlament_|szerint#|törvényjavas_|kutató_
self ©|copyright|szerzői|minden jog|oldal_|honlap_|portál_|szerkesztő_|kiadó_|cikk_|tartal_|anyag_|írás_|a másol_
`;

export const LITHUANIAN = String.raw`
strong kopij_|perspausdin_|cituo_|citat_|citav_|atgamin_|platin_|dauginti|daugin_|perpublik_|pakartotin_|nukopij_|perskelb_|reproduk_|tiražuo_
weak naudo_|panaudo_|skelb_|publik_|dalin_|dalyt_|viešin_|viešai|paskelb_|perdav_|versti
material medžiag_|tekst_|straipsn_|turin_|informacij_|nuotrauk_|naujien_|vaizd_|publikacij_|kūrin_|iliustracij_|vieš_
hyperlink hipersait_|aktyvi_ nuorod_|hipernuorod_|hyperlink_|atgalin_ nuorod_
link nuorod_|url#
active aktyvi_|tiesiogin_|veikianči_|paspaudžiam_
permission sutikim_|leidim_|pritarim_|susitarim_|sutart_
unpermitted neteisėt_|nesankcionuot_|neleistin_
credit (?:nurod|pamin|paminė|įvardi)_ ~(?:šaltin|autor|pavadin)_|šaltin_ ~(?:nurod|pamin|būtin|privalom)_|nurodant|nuoroda į šaltinį
without be#|neturint_|negavus_|nesant
only tik#|tiktai|išskirtinai|jei#|jeigu|su sąlyga|sąlyg_|gavus|reikia|nebent|turint
with su#|po#
unless išskyrus|nebent|be#
forbidden draudžiam_|draudžia_|uždraus_|neleidžiam_|negalim_|negali_|neleistin_|draustina
allowed leidžiam_|galim_|galite|gali#|laisv_|nemokam_|leidžia_|skatin_
obliged būtin_|privalom_|privalo_|reikia|reikaling_|prašome|prašom_|turi#|reikalau_|pakanka|nurodykite|būtina
unneeded leidim_ ~nereik_|sutikim_ ~nereik_|nereikia ~(?:leid|sutik)_
either ir/ar|ir \(ar\)|arba|ar#
page šaltin_|original_|straipsn_|puslap_|tekst_|įraš_|publikacij_
home pagrindin_ puslap_|pradin_ puslap_|svetain_|portal_|tinklaraš_|tinklalap_|interneto svetain_
paragraph pastraip_
ordinals pirm_ ; antr_ ; treči_ ; ketvirt_ ; penkt_
cardinals dviej_|dvi#|du# ; trij_|trys|tris ; ketur_ ; penki_
indexable paieškos (?:sistem|varikl)_|indeksuo_
print spausdint_|laikrašč_|popierin_|spaudo_
online internet_|elektronin_|tinkl_|svetain_
noncommercial nekomercin_|ne komercin_|asmenini_ (?:tiksl|naudoj)_
commercial komercin_|pardav_
percent procent_|proc\.
fractions pus(?:ė|ę|ės)_ ; trečdal_ ; ketvirtad_
veto slapuk_|cookie_|asmens duomen_|privatum_|komentar_|spausk_|spustel_|kopijuoti nuorod_|nuoroda nukopij_|naujienlaišk_|programin_|slaptažod_|prenumer_|atsakom_ už
news teism_|polic_|sakė|teigė|pranešė|ministr_|vyriausyb_|seim_|pasak#|įstatymo projekt_
self ©|copyright|autori_|visos teisės|portal_|svetain_|redakcij_|leidėj_|mūsų|šio#|šis#|medžiag_|bet kok_|bendrov_|sutikim_|turin_|straipsn_
`;

export const GREEK = `
strong αναδημοσίευσ_|αναδημοσιευ_|αναπαραγωγ_|αναπαράγ_|αντιγραφ_|αντιγράφ_|αναμετάδοσ_|παράθεσ_|αντιγραφή|ανατύπωσ_|αναδιανομ_|επαναχρησιμοποί_|παραθέτ_|αποσπάσματα
weak χρήσ_|χρησιμοποι_|δημοσίευσ_|διανομ_|δημοσιε_|αξιοποί_|διάδοσ_|μετάδοσ_|κοινοποί_
material περιεχ_|κείμεν_|άρθρ_|υλικ_|φωτογραφ_|πληροφορ_|ειδήσ_|εικόν_|βίντεο|δημοσιεύμ_|κειμέν_|αναρτήσ_
hyperlink υπερσύνδεσ_|υπερσυνδέσ_
link σύνδεσμ_|συνδέσμ_|σύνδεσ_|λινκ|link_|παραπομπ_
active ενεργ_|άμεσ_|απευθείας|λειτουργικ_
permission άδεια_|άδειας|έγκρισ_|συγκατάθεσ_|συναίνεσ_|συμφωνία_|αδεια_
unpermitted μη εξουσιοδοτημέν_
credit (?:αναφορ|αναφέρ|μνεία|αναγραφ|αναφερ|μνημόνευσ)_ ~(?:πηγ|συγγραφ|δημιουργ|όνομα)_|πηγή_ ~(?:αναφ|υποχρεωτ)_|αναφορά ~πηγή_|πηγής
without χωρίς|δίχως|άνευ
only μόνο#|μόνον|αποκλειστικά|εφόσον|αν#|εάν|υπό την προϋπόθεσ_|με την προϋπόθεση|προϋπόθεσ_|απαιτεί_|προηγούμεν_
with με#|μετά#|κατόπιν
unless εκτός|παρά μόνο|χωρίς
forbidden απαγορεύ_|δεν επιτρέπ_|απαγόρευσ_|δεν μπορεί|δεν μπορούν|παράνομ_
allowed επιτρέπ_|μπορεί|μπορείτε|ελεύθερ_|δωρεάν|δυνατ_
obliged υποχρεωτικ_|υποχρε_|πρέπει|παρακαλ_|απαιτεί_|απαραίτητ_|οφείλ_|αρκεί
either και/ή|ή#|είτε
page πηγή_|πηγής|πρωτότυπ_|άρθρ_|σελίδ_|κείμεν_|δημοσίευμα
home αρχική_ σελίδ_|ιστοσελίδ_|ιστότοπ_|ιστοχώρ_|site|σάιτ|πύλη_|blog
paragraph παράγραφ_|παραγράφ_
ordinals πρώτ_ ; δεύτερ_|δευτέρ_ ; τρίτ_ ; τέταρτ_ ; πέμπτ_
cardinals δύο ; τρεις|τριών ; τέσσερ_ ; πέντε
indexable μηχαν_ αναζήτησ_
print έντυπ_|εφημερίδ_|περιοδικ_
online διαδίκτυ_|διαδικτυακ_|ηλεκτρονικ_|online|ίντερνετ
noncommercial μη εμπορικ_|προσωπική χρήση|μη κερδοσκοπικ_
commercial εμπορικ_
percent τοις εκατό
fractions μισ_ ; ένα τρίτο ; ένα τέταρτο
veto cookie_|προσωπικ_ δεδομέν_|απορρήτ_|σχόλι_|κλικ|κάντε κλικ|αντιγραφή συνδέσμου|ενημερωτικό|λογισμικ_|κωδικ_|ευθύν_|εγγραφ_
news δικαστήρι_|αστυνομ_|δήλωσ_|είπε|υπουργ_|κυβέρνησ_|βουλ_|σύμφωνα με|νομοσχέδι_
self ©|copyright|πνευματικ_|δικαιώματα|ιστοσελίδ_|ιστότοπ_|του παρόντος|μας#|εκδότ_|περιεχ_|απαγορεύεται|αναδημοσίευσ_
unneeded δεν απαιτείται ~άδεια
`;

export const ARMENIAN = `
strong արտատպ_|մեջբեր_|մեջբերում_|վերարտադր_|պատճեն_|վերահրապարակ_|քաղվածք_|վերատպ_|տիրաժավոր_
weak օգտագործ_|օգտվել_|հրապարակ_|տարած_|կիրառ_|տեղադր_
material նյութ_|տեքստ_|հոդված_|բովանդակ_|լուսանկար_|տեղեկատվ_|տեղեկություն_|լուր_|նկար_|տեսանյութ_
hyperlink հիպերհղ_|հիպերլինք_|գերհղ_
link հղում_|հղման_|հղմամբ|հղումը|լինք_|link_
active ակտիվ|ուղիղ|գործող|ուղղակի|անմիջական
permission թույլտվ_|համաձայնութ_|համաձայնեց_|պայմանագ_
unpermitted չարտոնված_
credit աղբյուր_ ~(?:նշ|հիշատակ|նշել)_|(?:նշել|նշելով|նշմամբ|նշում) ~(?:աղբյուր|հեղինակ)_|հեղինակ_ նշ_|աղբյուրը նշ_
without առանց
only միայն|եթե|պայմանով|դեպքում|պայման_|պահանջ_
with հետո|ժամանակ|_մամբ#
unless բացառությամբ|բացի|առանց
forbidden արգել_|չի թույլատր_|չեն թույլատր_|անթույլատր_|չի կարելի|չի կարող|ապօրին_
allowed թույլատր_|կարելի|կարող|ազատ_|անվճար|հնարավոր
obliged պարտադիր_|պարտավոր_|անհրաժեշտ_|պետք|խնդրում|պահանջվ_|պարտ_|բավարար
either և/կամ|կամ#|կամ
page աղբյուր_|բնօրինակ_|էջ_|հոդված_|նյութին|նյութի
home գլխավոր էջ_|կայք_|պորտալ_|բլոգ_|կայքէջ_
body ինստիտուտ_|նախարար_|համալսարան_|ակադեմ_|գործակալ_|կենտրոն_|կոմիտե_
paragraph պարբերութ_|պարբեր_|պարագրաֆ_
ordinals առաջին ; երկրորդ ; երրորդ ; չորրորդ ; հինգերորդ
cardinals երկու ; երեք ; չորս ; հինգ
indexable որոնման համակարգ_|որոնողական_|ինդեքսավոր_
print տպագիր_|թերթ_|տպագր_
online ինտերնետ_|համացանց_|առցանց|էլեկտրոնային|կայք
noncommercial ոչ առևտրային|անձնական
commercial առևտրային|կոմերցիոն
percent տոկոս_
fractions կես_ ; մեկ երրորդ ; մեկ քառորդ
veto քուքի|cookie|անձնական տվյալ_|գաղտնիութ_|մեկնաբանութ_|սեղմ_|բաժանորդագր_|գաղտնաբառ|ծրագրային|պատասխանատվութ_
news դատարան_|ոստիկան_|ասաց|հայտար_|նախագահ_|կառավարութ_|պատգամավոր_|խորհրդարան_|ըստ#
self մեր#|կայք_|©|հեղինակային|բոլոր իրավունք_|խմբագր_|նյութեր_|սույն
`;

export const GEORGIAN = `
post
strong კოპირებ_|გადაბეჭდ_|ციტირ_|რეპროდუც_|ასლ_|გადმოწერ_|გამრავლ_|ხელახლა ~გამოქვეყნ_|გადმობეჭდ_|ტირაჟირ_
weak გამოყენებ_|გამოიყენ_|გამოქვეყნ_|გავრცელ_|გაზიარ_|გამოყენ_
material მასალ_|ტექსტ_|სტატი_|ინფორმაცი_|კონტენტ_|ფოტო_|შინაარს_|სიახლ_|ვიდეო_|ნაწარმოებ_
hyperlink ჰიპერბმულ_|ჰიპერლინკ_
link ბმულ_|ლინკ_
reference მითითებ_ საიტ_
active აქტიურ_|პირდაპირ_|მოქმედ_
permission ნებართვ_|თანხმობ_|შეთანხმებ_
unpermitted უნებართვო_
credit წყარო_ ~(?:მითით|დასახელ|აღნიშვნ|მიუთით)_|(?:მითითებ|დასახელებ)_ ~წყარო_|ავტორ_ ~(?:მითით|დასახელ)_
without გარეშე
only მხოლოდ|მარტო|პირობით|შემთხვევაში|თუ#|საჭიროებს
with შემდეგ
unless გარდა|გარეშე
forbidden აკრძალულ_|იკრძალება|დაუშვებელ_|არ შეიძლება|არ არის ნებადართული|აკრძალვა
allowed ნებადართულ_|დასაშვებ_|შეიძლება|თავისუფალ_|თავისუფლად|უფასო_|შესაძლებელ_
obliged სავალდებულო_|აუცილებელ_|უნდა#|გთხოვთ|ვალდებულ_|საჭირო_|მოითხოვ_|საკმარის_
either და/ან|ან#
page წყარო_|ორიგინალ_|სტატი_|გვერდ_|მასალაზე
home მთავარ_ გვერდ_|საიტ_|ვებგვერდ_|ვებ-?საიტ_|პორტალ_|ბლოგ_
body ინსტიტუტ_|სამინისტრო_|უნივერსიტეტ_|აკადემი_|სააგენტო_|ცენტრ_
paragraph აბზაც_|პარაგრაფ_
ordinals პირველ_ ; მეორე_ ; მესამე_ ; მეოთხე_ ; მეხუთე_
cardinals ორი|ორ# ; სამი|სამ# ; ოთხ_ ; ხუთ_
indexable საძიებო ~სისტემ_|საძიებო_
print ბეჭდურ_|გაზეთ_|ნაბეჭდ_
online ინტერნეტ_|ონლაინ_|ელექტრონულ_|ვებ_
noncommercial არაკომერციულ_|პირად_ გამოყენებ_
commercial კომერციულ_
percent პროცენტ_
fractions ნახევარ_ ; მესამედ_ ; მეოთხედ_
veto cookie|ქუქი|პერსონალურ_ მონაცემ_|კონფიდენციალ_|კომენტარ_|დააჭირ_|დააკლიკ_|გამოიწერ_|პაროლ_|პროგრამულ_
news სასამართლო_|პოლიცი_|განაცხად_|თქვა#|მინისტრ_|პრეზიდენტ_|პარლამენტ_|მთავრობ_|ცნობით
self ჩვენ_|საიტ_|პორტალ_|©|საავტორო|ყველა უფლება|რედაქცი_|მასალ_|ამ#
`;
