/** How sites word terms of reuse in German, Dutch, Swedish, Norwegian and Danish. */

export const GERMAN = String.raw`
strong nachdruck_|nachgedruckt_|abdruck_|abgedruckt_|übernahme_|übernehm_|übernommen_|vervielfältig_|weiterverbreit_|weiterverwend_|weitergabe|wiedergabe|wiederverwend_|wiederveröffentlich_|weiterveröffentlich_|zweitveröffentlich_|zitier_|zitat_|kopie_|kopier_|reproduktion_|reproduzier_|nachnutz_|weiternutz_|erneut veröffentlich_|reprint_|zweitverwert_|repost_|verwertung
weak verwend_|verwert_|nutz_|nutzung_|benutz_|veröffentlich_|verbreit_|teilen#|geteilt|publizier_|genutzt|entnahme|übersetz_|veröffentlichung_|bearbeit_|speicher_
material inhalt_|text_|artikel_|beitr[aä]g_|material_|bild_|foto_|grafik_|video_|informationen|meldung_|bericht_|rezept_|werk_|publikation_|content_|nachricht_|zitat_|interview_|auszüg_|auszugs_
hyperlink hyperlink_|backlink_|rücklink_|dofollow_|textlink_
link link(?:s|es)?#|verlink_|linksetzung|linkangabe|url#|verweis_|internetadresse
active aktiv(?:e|en|em|er|es)?#|anklickbar_|direkt(?:e|en|em|er|link)?_|funktionierend_|klickbar_|funktionsfähig_|dauerhaft_
permission genehmigung_|zustimmung_|einwilligung_|erlaubnis_|einverständnis_|freigabe_|absprache_|rücksprache|lizenz(?:ierung|vertrag|erwerb|vereinbarung)|anfrage_|vereinbarung_|zugestimmt|genehmigt_ werden|genehmigungspflichtig_
contact kontaktieren|kontaktiere#|schreiben sie|schreib(?:t)? uns|wenden sie sich|melde(?:t|n sie)? 
unpermitted unerlaubt_|unbefugt_|ungenehmigt_|unautorisiert_|nicht genehmigt_|nicht autorisiert_|genehmigungspflichtig_|zustimmungspflichtig_
credit quellenangabe_|quellennennung|quellenhinweis_|quellenverweis_|angabe (?:der|von|des|einer|unserer)~(?:quelle|autor|urheber|namen|verfasser)_|quelle_ ~(?:nenn|angeb|angegeb|genannt|anzugeb|vermerk|hinweis|kenntlich)_|(?:nennung|nennen|benennung|hinweis auf) ~(?:quelle|autor|urheber|namen|verfasser|herkunft)_|namensnennung_|urhebernennung|autorennennung|quelle angeben|genannt wird|nennung_|urhebervermerk|zuschreibung
without ohne#|fehlt|bei fehlen_
only nur#|ausschließlich|sofern|wenn#|soweit|falls|vorausgesetzt|unter der (?:bedingung|voraussetzung)|bedarf|bedürfen|erfordert_|setzt ~voraus|lediglich|bedingung_|abhängig_|vorbehaltlich|voraussetzung_
with mit#|unter#|gegen#|nach#|bei#
unless außer#|es sei denn|ausgenommen|ohne#
forbidden verboten_|untersagt_|nicht (?:gestattet|erlaubt|zulässig|zugelassen|erwünscht|genehmigt)_|unzulässig_|nicht ~(?:verwendet|kopiert|vervielfältigt|übernommen|verbreitet|genutzt|veröffentlicht|weiterverbreitet|nachgedruckt|weitergegeben|wiedergegeben)|dürfen ~nicht|darf ~nicht|keine? (?:vervielfältigung|übernahme|weitergabe|verwendung|kopie|wiedergabe|verbreitung)_|verletz_|verstoß_|strafbar_|rechtswidrig_|nachdruck_? ~vorbehalten
allowed gestattet_|erlaubt_|zulässig_|darf#|dürfen#|kann#|können#|frei#|freie_|kostenlos_|kostenfrei_|gerne?#|willkommen_|möglich_|erwünscht_|honorarfrei_|gestatten|erlauben|freigegeben|unentgeltlich|freuen uns
obliged muss#|müssen#|bitte#|bitten#|pflicht_|verpflicht_|erforderlich_|notwendig_|obligatorisch_|zwingend_|sollte_|soll#|bedarf|bedürfen|ist zu#|sind zu#|anzugeben|zu setzen|nötig_|einzuholen|genügt|reicht|voraussetzung|erbeten|einholen|verlinke#|nennt|setzt#|gebt|geben sie|nennen sie|verlinken sie|verlinkt#|vergiss_|vergessen sie|vergesst|denkt an|denken sie an|achten sie|anzubringen|zu versehen
unneeded (?:genehmigung|zustimmung|erlaubnis|quellenangabe)_ ~nicht (?:erforderlich|nötig|notwendig)|keine? ~(?:genehmigung|zustimmung|erlaubnis)_ ~(?:erforderlich|nötig|notwendig)|ohne ~(?:einschränkung|rückfrage)_
either und/oder|und / oder|oder#|bzw\.|beziehungsweise|entweder
page quelle_|original_|artikel_|beitrag_|seite#|seiten#|text_|webseite#|ursprungs_|meldung|rezept|fundstelle|publikation|unterseite
home startseite_|homepage_|hauptseite|website_|webseite_|internetseite_|webauftritt|portal_|blog_|internetauftritt|domain_|magazin_|zu uns|auf uns|online-?angebot
body institut_|ministerium_|universität_|akademie_|behörde_|amt#|stiftung_|verein_|redaktion_|agentur_|verlag_
paragraph absatz_|absätze_|abschnitt_|abs\.
ordinals erste(?:n|m|r|s)?#|1\. ; zweite(?:n|m|r|s)?#|2\. ; dritte(?:n|m|r|s)?#|3\. ; vierte(?:n|m|r|s)?#|4\. ; fünfte(?:n|m|r|s)?#|5\.
cardinals zwei#|beiden# ; drei# ; vier# ; fünf#
indexable suchmaschine_|indexierbar_|indizierbar_|do-?follow_|nicht ~(?:no-?follow|gesperrt)_
print print_|gedruckt_|zeitung_|zeitschrift_|printmedien|presse_|druckwerk_|druckerzeugnis_|printausgabe
online online_|internet_|web_|digital_|elektronisch_|blog_
noncommercial nicht-?\s?kommerziell_|unkommerziell_|nichtkommerziell_|privat_ (?:gebrauch|zweck|nutzung)_|privaten,|gemeinnützig_|nicht gewerblich_|eigengebrauch|nicht für kommerzielle
commercial kommerziell_|gewerblich_|verkauf_
percent prozent_
fractions hälfte_ ; drittel_ ; viertel_
veto cookie_|ihre[rn]? (?:daten|zustimmung|einwilligung)#|weiter nutz_|weiterhin nutz_|rechtsordnung_|investition_|anonymisiert_|nutzungsbedingung_ (?:akzept|zustimm)_|datenschutz_|personenbezogen_|kommentar_|klick(?:en|e|t)?#|anklicken|folgen sie|(?:link|url) (?:kopier|teil)_|link (?:wurde|in die)|newsletter|gutschein_|affiliate_|provision_|software_|quellcode|passwort|externe_ (?:link|seiten|websites)_|verlinkte_ (?:seiten|websites|inhalte)|haftung_ für|für ~links|keine haftung|abonn_|anmelde_|registrier_|amazon|einbetten des|bildquelle:|haftet
news gericht_|polizei_|sagte#|erklärte#|teilte ~mit|minister_|bundestag|gesetzentwurf|richter_|kläger_|staatsanwalt_|laut#|regierung_|berichtete_|forscher_|studie_|unternehmen#
self unser_|uns#|diese_|website|webseite|©|copyright|urheber_|alle rechte|redaktion_|verlag_|verfasser_|beitr[aä]g_|auszugsweise|nachdruck|auch in|inhalte
`;

export const DUTCH = String.raw`
strong overname_|overnemen|overgenomen|neemt ~over#|kopiëren|gekopieerd_|reproduc_|verveelvoudig_|nadruk_|herpublic_|hergebruik_|vermenigvuldig_|citer_|geciteerd_|herdruk_|citaat|citaten|doorplaats_|verspreid_
weak gebruik_|publice_|gepubliceerd|openbaar_|del(?:en)#|gedeeld|plaats_|verspreid_
material inhoud_|tekst_|artikel_|materiaal|content|foto_|bericht_|informatie|beeld_|publicatie_|video_|uitgave|werk_
hyperlink hyperlink_|backlink_|doorlink_|dofollow
link link(?:s|en|je)?#|url#|gelinkt
reference verwijz_
active actieve?#|directe?#|werkende?#|klikbare?#
permission toestemming_|goedkeuring|instemming|akkoord|overleg|vergunning|contact op
unpermitted ongeautoriseerd_|onbevoegd_
credit bronvermelding_|bron ~(?:vermeld|noem|genoemd)_|(?:vermelding|vermelden|noemen|vermeld) ~(?:bron|auteur|naam)_|naamsvermelding|met vermelding
without zonder#
only alleen|slechts|mits#|uitsluitend|indien|onder voorwaarde|op voorwaarde|als#|voorwaarde_|enkel
with met#|na#
unless behalve|tenzij|behoudens|anders dan|zonder
forbidden verboden_|niet (?:toegestaan|geoorloofd)|niet ~(?:worden|gekopieerd|overgenomen|gebruikt)|mag ~niet|mogen ~niet|niets (?:uit|van) ~|geen#|inbreuk|voorbehouden
allowed toegestaan|mag#|mogen#|vrij#|gratis|welkom|graag|kan#|kunnen|kosteloos
obliged verplicht_|moet_|graag|gelieve|vereist_|nodig|noodzakelijk|dient#|dienen#|vragen wij|verzoeken|vraag#|vermeld#|volstaat
unneeded toestemming ~niet (?:nodig|vereist)|geen toestemming
either en/of|of#
page bron_|origineel|originele|artikel_|pagina_|bericht_|oorspronkelijke|tekst
home startpagina|homepage|hoofdpagina|website_|site#|portaal|blog|webpagina
paragraph alinea_|paragraaf|paragrafen
ordinals eerste ; tweede ; derde ; vierde ; vijfde
cardinals twee ; drie ; vier ; vijf
indexable zoekmachine_|indexeerba_|dofollow
print gedrukte|print#|krant_|tijdschrift_|papieren|drukwerk
online online|internet|web_|digita_
noncommercial niet-?\s?commerci_|privégebruik|persoonlijk gebruik|eigen gebruik
commercial commerci_|verkoop
percent procent
fractions helft ; een derde ; kwart
veto cookie_|privacy|persoonsgegevens|reactie_|reageer_|klik#|klikt#|klikken|link (?:kopi|del)_|(?:kopieer|deel) (?:de |deze )?link|nieuwsbrief|software|wachtwoord|externe (?:links|websites)|aansprakelijk_|abonne_
news rechter_|rechtbank_|politie_|zei#|meldde|minister_|kabinet|volgens|wetsvoorstel|onderzoekers
self onze|ons#|deze|dit|site_|website|©|auteursrecht_|alle rechten|redactie|uitgever|niets
`;

export const SWEDISH = String.raw`
strong kopier_|eftertryck_|mångfaldig_|återge_|återgiv_|återpublic_|återanvänd_|citer_|citat_|vidarespri_|vidarepublic_|omtryck_|reproducer_|kopia_|vidareanvänd_
weak använd_|publicer_|sprid_|dela#|delas#|spridning|distribuer_
material innehåll_|text_|artikl_|artikel_|material_|bild_|foto_|nyhet_|information_|inlägg_|video_
hyperlink hyperlänk_|bakåtlänk_|hyperlenk_
link länk_|url#
reference hänvisning_|referens_
active aktiv_|direktlänk_|direkt#|klickbar_|fungerande
permission tillstånd_|medgivande_|samtycke_|godkännande_|tillåtelse_|lov#|överenskommelse
unpermitted otillåt_|olovlig_|obehörig_
credit källhänvisning_|källangivelse_|källa_ ~(?:ange|anges|uppge|nämn)_|(?:ange|anger|angivande|uppge|uppger) ~källa_|källan?_ anges|erkännande|med angivande
without utan#
only endast|bara#|enbart|förutsatt|under förutsättning_|om#|kräver|krävs|villkor_
with mot#|med#|efter#
unless förutom|utom#|annat än|om inte|såvida
forbidden förbju_|får (?:ej|inte)#|ej#|inte (?:tillåt|kopier|använd|sprid)_|får ~(?:ej|inte)|otillåt_|upphovsrättsintrång
allowed tillåt_|får#|kan#|fri#|fritt|gratis|gärna|välkom_|går bra
obliged måste|obligatorisk_|krävs|kräver|ska#|skall#|bör#|vänligen|ange#|anges#|behöv_|nödvändig_|länka#
unneeded inget ~tillstånd|tillstånd ~(?:behövs|krävs) (?:ej|inte)
either och/eller|eller#
page källa_|källan|original_|artikeln|artikel|sidan|sida#|inlägget|ursprung_
home startsida_|förstasida_|hemsida_|webbplats_|sajt_|webbsida_|webbsajt|blogg_
paragraph stycke_|stycket
ordinals första ; andra ; tredje ; fjärde ; femte
cardinals två ; tre# ; fyra ; fem#
indexable sökmotor_|indexerbar_
print tryckt_|tidning_|print|papperstidning_
online online|internet|webb_|nätet|digital_
noncommercial icke-?\s?kommersiell_|privat bruk|personligt bruk|eget bruk
commercial kommersiell_|försälj_
percent procent
fractions hälft_ ; tredjedel ; fjärdedel
veto cookie_|kakor|personuppgift_|integritet_|kommentar_|klick(?:a|ar)_|kopiera länk_|dela länk_|länken ~kopier_|nyhetsbrev|programvara|lösenord|prenumer_|ansvar_ för ~länk_|externa länkar
news domstol_|tingsrätt_|polis_|sade#|säger#|minister_|regering_|riksdag_|enligt|forskar_
self vår_|oss#|denna|detta|webbplats_|sajt_|©|upphovsrätt_|alla rättigheter|redaktion_|materialet
`;

export const NORWEGIAN = String.raw`
strong kopier_|gjengi_|gjengiv_|mangfoldiggjør_|ettertrykk_|eftertryk_|siter_|citer_|sitat_|republiser_|gjenbruk_|genbrug_|videreformidl_|videreføring|viderebruk|reproduser_|reproducer_|genudgiv_|gengiv_|kopi_|viderepubliser_|genoptryk_|avtrykk_|utdrag
weak bruk_|brug_|benytt_|publiser_|publicer_|spre_|del(?:e|es|ing)#|distribu_|offentliggjør_|anvend_|viderespred_|utnytt_
material innhold_|indhold_|tekst_|artikkel_|artikl_|artikel_|stoff_|stof_|materiale_|material_|bilde_|billed_|foto_|nyhet_|informasjon|information_|video_
hyperlink hyperlenke_|hyperlink_|tilbakelenke_|backlink_
link lenke_|lenk_|link_|url#
reference henvisning_|referanse_|henvise_
active aktiv_|direkte|klikkbar_|klikbar_|fungerende|virkende
permission tillatelse_|tilladelse_|samtykke_|godkjenn_|godkend_|avtale_|aftale_|skriftlig_ accept
unpermitted uautoriser_|ulovlig_
credit kildehenvisning_|kildeangivelse_|(?:oppgi|oppgir|oppgitt|angi|angiv|angivelse|opgiv|opgivelse|kreditering)_ ~kilde_|kilde_ ~(?:oppgi|angi|opgiv|nevn|nævn|krediter)_|krediter_|navngivelse
without uten#|uden#
only kun#|bare#|kunn|utelukkende|forutsatt|forudsat|under forutsetning_|hvis#|dersom|såfremt|krever|kræver|vilkår_|betingelse_
with mot#|mod#|med#|etter#|efter#
unless unntatt|bortsett fra|med mindre|undtagen|medmindre|uten|uden
forbidden forbud_|ikke ~(?:tillatt|tilladt|lov|kopier|bruk|gjengi|gengiv|benytt|mangfold|videre)_|må ikke|kan ikke|ikke#|forby_
allowed tillatt_|tilladt_|kan#|må gerne|fritt|frit#|gratis|velkommen|gjerne|gerne|lov#|tillater
obliged må#|skal#|obligatorisk_|påkrevd|påkrævet|kreves|krever|kræves|kræver|bør#|vennligst|venligst|nødvendig_|husk|oppgi#|angi#|lenk#|link til|forutset_
unneeded ikke ~(?:nødvendig|påkrevd)|ingen tillatelse
either og/eller|eller#
page kilde_|original_|artikkelen|artiklen|artikel|siden|side#|saken|innlegg
home startside_|forside_|hjemmeside_|nettsted_|nettside_|nettsiden|webside_|websted_|hovedside|blogg?_|portal
paragraph avsnitt_|afsnit_
ordinals første ; andre#|anden|andet ; tredje ; fjerde ; femte
cardinals to# ; tre# ; fire ; fem#
indexable søkemotor_|søgemaskine_|indekser_
print trykt_|trykte|avis_|papir_|print
online online|internett?|nett_|web_|digital_
noncommercial ikke-?\s?kommersiell_|ikke-?\s?kommerciel_|privat bru[kg]|personlig bru[kg]|eget bruk
commercial kommersiell_|kommerciel_|salg
percent prosent|procent
fractions halvpart_|halvdel_ ; tredel_|tredjedel ; fjerdedel|kvart
veto cookie_|informasjonskaps_|personvern_|persondata|personoplys_|personopplys_|kommentar_|klikk?(?:e|er)?#|kopi(?:er|ér) (?:lenk|link)_|del (?:lenk|link)_|lenken ~kopier_|nyhetsbrev|nyhedsbrev|programvare|passord|abonn_|ansvar_ for ~(?:lenk|eksterne)_|eksterne
news domstol_|retten#|politi_|sa#|sier#|sagde|siger|minister_|regjering_|regering_|stortinget|folketinget|ifølge|forsker_
self vår_|vores|oss#|os#|denne|dette|nettsted_|©|opphavsrett_|ophavsret_|alle rettigheter|alle rettigheder|redaksjon_|redaktion_|materialet|innholdet|indholdet|åndsverk_
`;
