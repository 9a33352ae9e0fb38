/** How sites word terms of reuse in Portuguese and Romanian. */

export const PORTUGUESE = String.raw`
strong reprodu_|reutiliz_|republi_|copiar_|copiad_|copie_|copia_|cópia_|cópias|reimpr_|citação|citações|citar_|nos cit_|redistribu_|retransmi_|replic_|duplica_|transcri_|plagi_|reescri_|trechos?#|repost_
weak utiliz_|uso#|usar#|usado_|usados|divulg_|publica_|distribu_|compartilh_|partilh_|explora_|tradu_|veicul_|difus_|aproveit_|citar|transmi_|use#
material conteúdo_|textos?#|artigos?#|materia_|matéria_|informaç_|notícia_|fotos?#|fotograf_|imagens?#|imagem|vídeos?#|obras?#|publicaç_|reportage_|documentos?#|receitas?#|entrevista_|posts?#|conteudo_
hyperlink hiperlink_|hyperlink_|hiperligaç_|backlink_|hipertexto|dofollow
link links?#|ligação#|ligações#|url#|linkar|linkad_|linque
reference referência#|remissão
active ativ[oa]s?#|activ[oa]s?#|diret[oa]s?#|direct[oa]s?#|clicáve_|funciona_
permission autorizaç_|permiss_|consentimento|aprovação|acordo#|anuência|licenciamento
unpermitted não autorizad_|indevid_
contact contate|contacte|entre em contato|entrar em contato|escreva
credit (?:cit|mencion|indic|indiqu|refer|identific|credit|menção|cite|informe|inform)\p{L}* (?:a |à |de |da |sempre |expressamente |claramente |devidamente |como )*(?:a|o|à|da|do|nossa)? ?~(?:fonte|autor|origem|autoria|nome|veículo|site|crédito)_|(?:fonte|autor|autoria|origem|crédito)_ ~(?:cit|mencion|indic|referi|identific|obrigat|seja|devid|credit)_|créditos?#|crédito_|creditad_|atribui_|desde que citad_|citada a fonte|citad[ao]|creditar
without sem#|na ausência
only só#|somente|apenas|unicamente|desde que|se#|mediante|sob#|prévia#|prévio#|exclusivamente|condição|quando|requer|sujeit_|caso#|contanto|exige
with com#|após|incluindo|indicando|citando|colocando|inserindo
unless salvo|exceto|a não ser|a menos|excepto|sem#
forbidden proibi_|proíb_|vedad_|não (?:é|são|está|estão|pode|podem|poderá|se) ?~(?:permit|autoriz|ser|reproduz|copia|utiliz|public)_|interdit_|ilegal|nenhuma parte|violação|não pode_|reprodução_ ~reservad_|crime
allowed permitid_|permite_|autorizad_|pode#|podem|poderá_|livre_|gratuit_|bem-vind_|possível|liberad_|autorizamos|autoriza-se
obliged dev[ei]#|devem|deverá_|obrigat_|obrigad_|exig_|por favor|pedimos|solicita_|pede-se|necessári_|é preciso|favor#|requer_|requisit_|imprescindíve_|agradec_|basta|suficiente|há de|tem de|não se esqueça|lembre
unneeded não (?:é )?~(?:necessári|precis|exig)_ ~(?:autoriza|permiss|pedir)_|sem ~(?:restriç|necessidade)_
either e/ou|e / ou|ou#
page fonte_|origina_|artigo|página#|páginas#|notícia|matéria|texto|publicação|post#|origem|reportagem|receita
home página (?:inicial|principal)|site#|sites#|portal_|blog_|domínio|sítio_|home#|web#|nós#|jornal
body instituto_|ministério_|universidade_|academia_|agência_|centro_|fundação|associação|redação|secretaria
paragraph parágrafo_
ordinals primeir[oa]s?#|1º ; segundo#|2º ; terceiro#|3º ; quarto#|4º ; quinto#|5º
cardinals dois#|duas ; três# ; quatro# ; cinco#
indexable motor\S* de (?:busca|pesquisa)|mecanismo_ de busca|buscador_|indexáve_|dofollow|indexad_
print impress[oa]s?#|papel#|jorna(?:l|is) impress_|revistas?#|mídia impressa|meios impressos|imprensa escrita
online internet|on-?line|digita_|web_|eletrônic_|eletrónic_
noncommercial não[- ]comercia_|sem fins ~(?:lucrativ|comercia)_|uso pessoal|uso privado|fins não comerciais|sem ~lucro
commercial comercia_|lucr_|venda#
percent por cento
fractions metade ; um terço|terço ; um quarto|quarta parte
veto cookie_|privacidade|dados pessoais|comentári_|clique_|clicar|clicando|siga o link|(?:copi|compartilh|partilh)\S+ (?:o |este )?(?:link|url)#|link ~copiad_|newsletter|cupom|afiliad_|software|código-?\s?fonte|senha|links? extern_|sites? de terceiros|responsa_|assin(?:e|ar|atura|ante)_|cadastr_|baix(?:e|ar)_|aceit[ae]#|inscre_
news tribunal_|juiz_|justiça|polícia|disse#|afirmou|anunciou|segundo (?:o|a)#|ministr[oa]_|governo|parlamento|congresso|projeto de lei|procurador_|stf|pesquisador_|semana passada|mês passado|empresa_
self noss_|deste|desta|este |esta |site#|©|copyright|direitos|editor_|redação|presente_|total ou parcial|tod[oa]s? |conteúdo_|portal
`;

export const ROMANIAN = String.raw`
strong reprodu_|prelua_|preluă_|preluate?_|preiau|preia_|reutiliz_|republic_|copiere_|copia#|copiaț_|copiat_|copiez_|retipăr_|citare_|citarea|citați|cita#|citate_|citat#|redistrib_|multiplic_|retransmi_|reeditar_|plagi_|duplic_|fragmente?_|extrase
weak utiliz_|folosi_|folosește|public(?:are|area|ate|at|ării)_|difuz_|distribu_|distrib_|răspând_|partaj_|traduc_|exploat_|transmiter_
material material_|text_|articol_|conținut_|informați_|știri_|știre_|știril_|fotogr_|imagin_|video_|publicaț_|lucrăr_|interviu_
hyperlink hyperlink_|hiperlink_|backlink_|hiperlegătur_|dofollow
link link_|legătur_|linc_|url#
reference trimiter_|referir_|referinț_
active activ(?:e|ă|ul|ului)?#|activ#|direct(?:ă|e)?#|funcțional_|accesibil_|clickabil_|vizibil și activ
permission acord(?:ul|ului)?#|permisiun_|autorizați_|autorizare_|consimțământ_|aprobar_|încuviințar_|licență de la_|consimtamant_|autorizației
unpermitted neautoriz_|nepermis_
contact contactați|contactați-ne|scrieți
credit (?:cit|menționa|menționâ|indica|indicâ|specific|preciz|menționar|indicar)\p{L}* (?:clar |obligatoriu |clară |obligatorie )*(?:a |sursei|sursa)?~(?:surs|autor|provenienț|numel)_|surs(?:a|ei|ă)# ~(?:cit|menț|indic|specific|trebuie|oblig|prec)_|citarea sursei|citând|menționarea|indicarea|atribuir_|menționați
without fără#|în lipsa|în absența
only doar#|numai#|exclusiv|cu condiția|dacă#|în condițiile|sub rezerva|condiți_|necesită|în baza|permis(?:ă|e)? (?:doar|numai)|strict|cu menți_|presupune|contra
with cu#|prin#|după#|indicând|citând|menționând|adăugând|inserând
unless cu excepția|exceptând|decât|în afara|fără
forbidden interzi_|nu (?:este|sunt|e|se|poate|pot) ?~(?:permis|autoriz|fi|permit|admis|reprodu|prelua|copia|folosi)_|nu pot|nu poate|nu este permis_|ilegal_|drepturi_ ~reproducer_ ~rezervat_|constitui_ ~(?:infracț|încălc)_|se pedeps_|nicio parte
allowed permis(?:ă|e)?#|permite_|poate#|pot#|puteți|liber_|gratuit_|autorizat(?:ă|e)#|bineveni_|posibil_|este admis_|acceptat_|se admite
obliged trebui_|obligat_|necesar_|obligă_|vă rugăm|rugăm|se va#|se vor#|va fi|este nevoie|impun_|cerem|solicit_|imperativ|suficient_|ajunge|este necesar_|să fie|va conține|însoțit_
unneeded (?:acord|permisiune|autorizare)_ ~nu ~(?:necesar|nevoie)_|nu (?:este )?~(?:necesar|nevoie)_ ~(?:acord|permisiun|autoriz)_|fără ~(?:restricți|a cere)_
either și/sau|și / sau|sau#|ori#|fie#
page surs(?:a|ei|ă|ele)#|original_|articol_|pagin_|știr_|text_|material_|publicați_|postare_|adres_
home pagina principală|prima pagină|pagina de start|site_|website_|portal_|blog_|domeniu_|web#|publicația
body institut_|minister_|universit_|academi_|agenți_|centru_|fundați_|asociați_|redacți_|comisi_
paragraph paragraf_|alineat_
ordinals prim(?:ul|a|ele|ului)#|întâi ; doilea|doua|2-lea ; treilea|3-lea ; patrulea|4-lea ; cincilea|5-lea
cardinals două ; trei ; patru ; cinci
indexable motoare_ de căutare|motor de căutare|indexabil_|indexat_|dofollow
print tipărit_|print_|hârtie|ziar_|presa scrisă|reviste_|publicații tipărite|tipar
online online|on-line|internet_|web_|digital_|electronic_|site-_
noncommercial necomercial_|non-?\s?comercial_|fără scop comercial|uz personal|scop personal|non-?profit|fără scop lucrativ
commercial comercial_|lucrativ_|vânz_
percent la sută|procent_
fractions jumătate_ ; o treime|treime ; un sfert|sfert
veto cookie_|confidențialit_|date_? (?:cu caracter )?personal_|comentari_|click_|accesați linkul|(?:copi|distribui)\S+ (?:acest )?(?:link|linkul|url)_|link_ ~copiat_|newsletter|cupon_|afiliat_|software|cod_? sursă|parol_|linkuri extern_|site-uri ~(?:terț|extern)_|răspund_|responsab_|abon_|înregistr_|descărc_|accept_|legăturile dintre
news instanț_|judecător_|tribunal_|poliți_|a (?:declarat|spus|anunțat|transmis|precizat)|ministr_|guvern_|parlament_|potrivit|conform#|procuror_|proiect_ de lege|cercetător_|săptămâna trecută|luna trecută|deputaț_
self noastr_|nostru|noștri|acest_|site_|©|copyright|drepturi_|redacți_|editor_|integral_|parțial_|toate |prezent_|preluarea|publicați_|orice
`;
