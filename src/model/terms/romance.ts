/** How sites word terms of reuse in French, Spanish and Italian. */

export const FRENCH = String.raw`
strong reprodu_|réutilis_|reprise_|republi_|rediffus_|copie_|copier_|copié_|repris(?:e|es)?#|reprendre|reprenez|reprenant|citation_|cités?#|citer#|citez|duplication|dupliqu_|réimpress_|repiqu_|redistribu_|extraits?#|représentation
weak utilis_|usage|diffus_|publi(?:er|é|ée|ées|és|cation)_|partag_|exploitation|exploit_|distribu_|emploi|adaptation|traduction
material contenus?#|textes?#|articles?#|matéri_|informations?#|photo_|images?#|vidéo_|publications?#|œuvres?#|documents?#|dépêches?#|illustrations?#|billets?#|éléments?#|recettes?#|interviews?#|infographi_
hyperlink hyperliens?_|lien_ hypertexte_|liens? retour_|hypertexte_|backlink_
link liens?#|url#
reference renvoi#|référence#
active actif_|active_|directe?s?#|cliquable_|fonctionnel_|visible et actif|dofollow
permission autorisations?#|accord#|consentement|permission_|agrément|assentiment|licence d'exploitation
unpermitted non autorisée?s?#
contact contactez|contacter|écrivez|adressez|demande
credit mention(?:s|né|ner|nant|nez|née|ne)? ~(?:\S{1,6}')?(?:source|auteur|origine|nom|crédit|provenance)_|(?:source|auteur|origine)_ ~(?:cité|mentionn|indiqu|cit|crédit)_|(?:citer|citant|citez|cite|citation|indiquer|indiquant|indication|indiquez|créditer|créditant|nommer|nommant) (?:de |clairement |toujours )*(?:la|l'|le|sa|les|notre|d')? ?~(?:\S{1,6}')?(?:source|auteur|origine|nom|site|provenance)_|créditer_|crédit(?:s)? ~(?:\S{1,6}')?(?:source|auteur|obligatoire)_|attribution
without sans#|en l'absence|à défaut
only uniquement|seulement|seule_|que#|qu'|à condition_|sous réserve|si#|dès lors|pourvu|moyennant|subordonné_|soumise?s?#|conditionné_|exige_|requi_|nécessit_|sous condition_|condition_
with avec#|après#|en (?:ajoutant|insérant|indiquant|mettant|citant|mentionnant|précisant)|accompagné_
unless sauf|hormis|excepté|à moins|à l'exception|sans
forbidden interdi_|prohib_|ne (?:peu|doi)\S+ ~(?:pas|être|en aucun)|n'est pas (?:autoris|permis)_|pas (?:autoris|permis)_|ne sont pas|défendu_|contrefaçon|proscri_|illicite_|ne peut|ne peuvent|droits? de reproduction ~(?:et|réservé)_|reproduction_ (?:et \S+ )?réservé_|illégal_|aucune? ~(?:reproduction|partie|copie|diffusion)_
allowed autorisée?s?#|permise?s?#|peut#|peuvent|pouvez|libre_|gratuit_|bienvenu_|possible_|encourag_|autorisons|n'hésitez pas|permet_|volontiers|toléré_
obliged doit#|doivent|devez|devra_|obligat_|obligé_|exig_|merci de|merci d'|veuillez|prière|nécessaire_|requi_|impérati_|demand_|indispensable_|faut#|est de rigueur|n'oubliez|suffit|souhaité|convient|obtenir|prions
unneeded (?:autorisation|accord)# ~(?:n'est|pas) ~(?:nécessaire|requise?|obligatoire)|sans ~(?:restriction|avoir à demander)_|pas besoin
either et/ou|et / ou|ou#|soit#
page source_|original_|articles?#|pages?#|texte|publication|billet|recette|adresse|origine
home page d'accueil|accueil|sites?#|site web|portail|blog_|domaine|nous#
body institut_|ministère_|université_|académie|agence_|centre_|fondation|association_|laboratoire_|rédaction
paragraph paragraphes?#|alinéa_
ordinals premi(?:er|ère|ers|ères)#|1er|1ers ; deuxième|second_|2e|2ème ; troisième|3e|3ème ; quatrième|4e ; cinquième|5e
cardinals deux ; trois ; quatre ; cinq
indexable moteurs? de recherche|indexable_|référencement|indexé_ par|do-?follow
print imprimé_|papier|journa(?:l|ux)#|print#|presse écrite|hors ligne|magazines?#|édition papier
online en ligne|internet|web_|numérique_|électronique_|lien_
noncommercial non[- ]commercia_|non lucrati_|but non lucratif|usage privé|usage personnel|usage strictement privé|sans but lucratif|strictement personnel|cadre privé
commercial commercia_|lucrati_|vente#|vendre
percent pour ?cent
fractions moitié ; tiers ; quart
veto cookie_|vos (?:données|informations)#|votre (?:accord|consentement|autorisation)#|confidentialité|données personnelles|données à caractère|commentaire_|clique_|cliquant|suivez le lien|(?:copi|partag)\S+ (?:le |ce |l'|un )?(?:lien|url)#|lien ~copié|newsletter|code promo|affili_|logiciel_|code source|mot de passe|liens? extern_|sites? tiers|hyperliens vers|responsab_|abonn_|inscri_|télécharg_|s'engage|acceptez|liens entre
news tribunal_|juge_|justice|police|a (?:déclaré|indiqué|annoncé|affirmé)|ministre_|gouvernement|parlement|selon#|d'après|projet de loi|procureur|avocat_|chercheur_|le mois dernier|la semaine dernière|entreprise_
self nos#|notre|nous#|ce site|cet article|ces |du site|le site|site_|©|copyright|droits|éditeur_|rédaction|présent_|cette page|toute? |tous |toutes 
`;

export const SPANISH = String.raw`
strong reproduc_|reutiliz_|republi_|copia_|copiar_|copie_|reimpr_|reimprim_|cita#|citas#|citación|citar_|redifus_|redistribu_|duplica_|transcri_|replic_|retransmi_|reedici_|plagi_|fotocopi_|extractos?#
weak utiliz_|uso#|usar#|use#|usa#|usos#|usado_|emple_|difu_|difund_|publica_|distribu_|compart_|explota_|tradu_|divulga_|tomar#|transmi_|comunicación pública|adapta_|utilic_
material contenidos?#|textos?#|artículos?#|materia(?:l|les)#|información|informaciones|notas?#|noticias?#|fotograf_|fotos?#|imágenes|imagen#|videos?#|obras?#|publicaci_|documentos?#|ilustraciones|entrevista_|receta_|infograf_|trabajos?#
hyperlink hipervínculo_|hiperenlace_|hyperlink_|hiperlink_|retroenlace_|backlink_|dofollow
link enlace(?:s|n|mos)?#|enlaz_|vínculo_|links?#|linke_|liga#|url#
reference referencia_
active activ[oa]s?#|direct[oa]s?#|clicable_|cliqueable_|clickeable_|funcional_|visible y activo
permission autorización_|autorizaciones|permisos?#|consentimiento_|aprobación|acuerdo#|licencia previa|anuencia|autorice|venia
unpermitted no autorizad_|sin autoriz_|indebid_
contact contact(?:e|ar|arnos|o con|a con|en)#|póngase en contacto|escriba|escríbanos
credit (?:cit|cít|mencion|indic|indiqu|señal|nombr|acredit|mención|referenci|cite|cítese|refir|especific)\p{L}* (?:de |expresa |expresamente |siempre |claramente |debidamente |a |como )*(?:la|el|su|al|del|nuestra|como|a)? ?~(?:fuente|autor|origen|procedencia|autoría|nombre|medio|portal|sitio|creador)_|(?:fuente|autor|autoría|procedencia|origen|crédito)_ ~(?:cit|mencion|indic|señal|acredit|oblig|correspondiente|nombr|recono)_|crédito_|atribu_|mención_|reconocimiento|cite la fuente|citando|citar la|citarse|citar a
without sin#|en ausencia
only solo#|sólo#|solamente|únicamente|siempre que|siempre y cuando|si#|bajo#|previa#|previo#|mediante|a condición|exclusivamente|requiere_|requerirá|sujet[oa]|cuando|condici_|salvo|con tal|exige_
with con#|tras#|incluyendo|indicando|citando|añadiendo|agregando|poniendo
unless salvo|excepto|a menos|a excepción|sin#
forbidden prohíb_|prohib_|no (?:se )?(?:permite|autoriza|podr|pued|debe|está permit|están permit|está autoriz|puede)_|vedad_|queda vedad_|ilegal|ilícit_|infracc_|reproducción_ ~reservad_|derechos de reproducción ~reservad_|ningun[ao]? ~(?:parte|contenido|reproducción)|infring_
allowed permit_|autoriza(?:da|do|das|dos|mos|n)?#|puede_|podrá_|libre_|gratuit_|bienvenid_|posible_|se autoriza|gratis|pueden|puedes|autorizamos
obliged debe_|deberá_|debes|obligat_|obliga_|oblig_|requ[ie]_|exig_|por favor|rogamos|ruega|se pide|pedimos|solicit_|necesari_|imprescindible_|hay que|tiene que|favor de|recuerd_|agradece_|indispensable_|preciso|basta_|suficiente|ha de
unneeded no (?:es |se )?~(?:necesita|requiere|necesario|precisa) ~(?:permiso|autorización|pedir)_|(?:permiso|autorización)# ~no ~(?:necesari|requier)_|sin ~(?:restricci|necesidad)_
either y/o|y / o|o#|bien#|u#
page fuente_|original_|artículo_|página#|páginas#|nota#|noticia#|publicación|texto|entrada|material|origen|receta
home página (?:principal|de inicio|web)|portada|inicio|sitio_|web#|portal_|blog_|dominio|medio#|sitio web|nosotros
body instituto_|ministerio_|universidad_|academia_|agencia_|centro_|fundación|asociación|redacción|comisión|secretaría
paragraph párrafo_
ordinals primer(?:o|os|a)?#|1er ; segundo#|segunda#|2do|2º ; tercer(?:o)?#|3er ; cuarto# ; quinto#
cardinals dos# ; tres# ; cuatro# ; cinco#
indexable buscador_|motores de búsqueda|indexable_|indexad_ por|dofollow|motor de búsqueda
print impres[oa]s?#|papel#|periódico_|diarios impres_|prensa escrita|revista_|gráfic[oa]s?#|edición impresa
online internet|en línea|online|digital_|web_|electrónic_
noncommercial no[- ]comercial_|sin (?:fines|ánimo|fin) ~(?:de )?(?:lucro|comercial|lucrativ)_|uso personal|uso privado|no lucrativ_|fines no comerciales|ánimo de lucro|no sea_ ~(?:para|con) ~(?:fines comerciales|la venta|carácter comercial)
commercial comercial_|lucrativ_|lucro|venta#
percent por ciento
fractions mitad ; tercio|tercera parte ; cuarta parte|cuarto
veto cookie_|su información|sus datos|su (?:permiso|consentimiento)#|privacidad|datos personales|comentario_|clic#|haz clic|pinch_|siga el enlace|(?:copi|compart)\S+ (?:el |este |la )?(?:enlace|link|url)#|enlace ~copiad_|boletín|newsletter|cupón|afiliad_|software|código fuente|contraseña|enlaces? extern_|sitios? de terceros|responsab_|suscri_|regístr_|descarg_|acept[ae]s?#|enlace ferroviario|app#
news tribunal_|juez_|juzgado|policía|dijo#|señaló|anunció|afirmó|ministr[oa]_|gobierno|parlamento|congreso|según#|proyecto de ley|fiscal_|investigador_|la semana pasada|el mes pasado|empresa_
self nuestr_|este |esta |sitio_|©|copyright|derechos|editor_|redacción|presente_|total o parcial|tod[oa]s? |queda_|web|medio#|página
`;

export const ITALIAN = String.raw`
strong riprodu_|riutilizz_|ripubblica_|ristamp_|copia#|copiare|copiat_|copiar_|copie#|citar_|citazion_|citat_ ~(?:testi|articol)_|duplica_|ridistribu_|riproposizion_|estratti|riprend_|ripres_|replica_|ricopia_
weak utilizz_|uso#|usare|usat_|impieg_|diffus_|diffonde_|pubblica_|distribu_|condivi_|riport_|sfrutta_|tradu_|divulga_|trasmis_|utilizzo|preleva_|citare
material contenut_|testi#|testo#|articol_|material_|informazion_|notizi_|foto_|immagin_|video#|pubblicazion_|opere#|opera#|documenti|ricett_|intervist_|post#|brani|grafic_|parti#
hyperlink hyperlink_|backlink_|collegamento ipertestuale|collegamenti ipertestuali|link ipertestuale|dofollow
link link#|links#|linkare|linkat_|collegament_|url#|linkando
reference rimando#|riferimento#
active attiv[oi]#|dirett[oi]#|cliccabil_|funzionant_|visibile e attivo
permission autorizzazion_|consens[oi]#|permess[oi]#|approvazione|accordo#|assenso|nulla osta|licenza
unpermitted non autorizzat_
contact contatt(?:are|ateci|arci|a|ate)#|scrivere a|scrivete
credit (?:cit|menzion|indic|indich|specific|riport|menzione|segnal)\p{L}* (?:sempre |chiaramente |esplicitamente |della |espressa |con |esplicita )*(?:la|l'|il|della|del|dell'|le)? ?~(?:\S{1,6}')?(?:font|autor|provenienz|origine|nome|testata)_|(?:fonte|autore|provenienza|fonti)# ~(?:cit|menzion|indic|specific|obblig|riport|vien|sia|deve|va)_|attribuzion_|citando|previa citazione|cita(?:ta|re)# la fonte
without senza#|in assenza|in mancanza
only sol[oa]#|soltanto|solamente|esclusivamente|purché|a condizione|a patto|se#|previa#|previo#|mediante|subordinat_|qualora|condizione|richiede|dietro|salvo
with con#|dopo|inserendo|indicando|citando|aggiungendo|riportando|inserire
unless salvo|eccetto|tranne|a meno|se non|fuorché|senza
forbidden vietat_|proibi_|non (?:è|sono|può|possono|potr|si può|e') ?~(?:consentit|permess|autorizzat|essere|riprodu|copia|utilizz|riport|ammess)_|divieto|riproduzione_ ~riservat_|illecit_|viet[ai]_|interdett_|nessuna parte|non e consentit_|diritti ~riproduzione ~riservati
allowed consentit_|permess[ae]#|autorizzat_|può#|possono|liber_|gratuit_|possibile|benvenut_|ammess_|consentiamo|potete|permette|gratis|puoi
obliged deve#|devono|dovete|obblig_|richiest_|necessari_|occorre|si prega|vi preghiamo|preghiamo|per favore|bisogna|va#|vanno#|dovrà|indispensabil_|tenut_|vi chiediamo|si chiede|chiediamo|è sufficiente|basta|sufficiente|ricordat_|essere citat_
unneeded non ~(?:necessari|richiest|serv|occorre)_ ~(?:autorizzazion|permess)_|(?:autorizzazione|permesso)# non ~(?:necessari|richiest)_|senza ~(?:limitazion|restrizion)_
either e/o|e / o|o#|oppure|ovvero
page font[ei]#|original_|articolo|pagina#|pagine#|testo|notizia|post#|pubblicazione|ricetta|origine
home home ?-?page|pagina (?:principale|iniziale)|sito#|sito web|portale|blog|dominio|testata|web#|noi#
body istitut_|minister_|universit_|accademi_|agenzi_|centro_|fondazion_|associazion_|redazion_
paragraph paragraf_|capovers_
ordinals prim[oi]#|1° ; second[oi]#|2° ; terz[oi]#|3° ; quart[oi]# ; quint[oi]#
cardinals due# ; tre# ; quattro ; cinque
indexable motor_ di ricerca|indicizzabil_|indicizzat_|dofollow
print stampa#|cartace_|giornal_|stampat_|rivist_|carta stampata|quotidian_
online online|on-line|internet|web_|digital_|elettronic_|in rete
noncommercial non[- ]commercial_|senza (?:fini|scopo|scopi) ~(?:di )?(?:lucro|commercial)_|uso personale|uso privato|fini non commerciali|non a scopo di lucro|no profit
commercial commercial_|lucro|vendita
percent per cento
fractions metà ; un terzo|terzo ; un quarto|quarto
veto cookie_|privacy|dati personali|comment[io]_|clicca#|cliccando|cliccate#|(?:copi|condivid)\S+ (?:il |questo )?(?:link|url)#|link ~copiat_|newsletter|coupon|affilia_|software|codice sorgente|password|link estern_|siti (?:terzi|esterni|di terzi)|responsab_|abbon_|registra(?:rsi|ti)_|scarica_|iscriv_|accett[ai]#
news tribunal_|giudic_|polizia|ha (?:detto|dichiarato|annunciato|affermato)|ministr[oa]_|governo|parlamento|secondo#|disegno di legge|procura|pm#|ricercator_|la settimana scorsa|il mese scorso|aziend_
self nostr_|quest[oaei]#|sito#|©|copyright|diritti|editor_|redazion_|present_|parzial_|tutti |tutt[ei] |riproduzione|testata|qualsiasi
`;
