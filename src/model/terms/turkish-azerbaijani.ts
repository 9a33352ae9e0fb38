/** How sites word terms of reuse in Turkish and Azerbaijani. */

export const TURKISH = String.raw`
post
dative [aeıi]
strong alıntı_|kopyala_|kopya_|çoğalt_|iktibas_|yeniden (?:yayın|yayım|bas|kullan)_|tekrar (?:yayın|yayım|bas|kullan)_|nakil|aktarıl_|çoğaltıl_|reprodüksiyon
weak kullan_|yayınla_|yayımla_|yayın(?:ı|da)?#|paylaş_|dağıt_|basıl_|işlen_|tercüme|çevir_|iletil_|al(?:ınması|ınamaz|ınabilir)#|faydalan_|yararlan_
material içeri[kğ]_|haber_|yazı_|metin_|metn_|makale_|fotoğraf_|görsel_|resim_|resm_|video_|materyal_|yayın_|köşe|eser_|malzeme_|röportaj_|grafik_
hyperlink hiperlink_|hiper link_|köprü_|hiper ?bağlantı_|backlink_|dofollow
link link_|bağlantı_|url#|linkle_
active aktif|çalışan|doğrudan|tıklanabilir|tıklanan|canlı|direkt|direk#
permission izin|izni_|izn_|onay_|muvafakat_|rıza_|müsaade_|iznine|anlaşma_|yetki_
unpermitted izinsiz|izni olmadan|izin alınma_|izin almadan|onayı olmadan|yazılı izni olma_|iznimiz olma_|izni olmaksızın|izin olma_|rızası olma_|onaysız|habersiz
credit kaynak_ ~(?:göster|belirt|ver|yaz|ekle|ad|olarak|zikre|bildir)_|kaynağ(?:ı|ın|ının|ını)_ ~(?:göster|belirt|ver|yaz|ekle|zikre|bildir)_|atıf_|referans_|ka[iy]?nak(?:ça)?_ zorunlu_|yazar(?:ın|ı)? ad_|kaynaksız|kaynak#|adı ~(?:anıl|belirtil|geç)_
without _m[ae]dan#|_m[ae]den#|_m[ae]ks[iı]z[iı]n#|_siz#|_sız#|_süz#|_suz#|olmaz?sa#|sürece
only ancak|sadece|yalnız_|koşul_|şart[ıi]_|şartıyla|kaydı_|kayd_|halinde|hâlinde|takdirde|durumunda|suretiyle|tabidir|bağlıdır
with ile#|verilerek|vererek|eklenerek|belirtilerek|belirterek|gösterilerek|göstererek|edilerek|sonra#
unless dışında|haricinde|hariç|olmadıkça|sürece|aksi
forbidden _[ae]maz(?:lar)?#|_[ae]mazsınız#|_[ae]mayaca[kğ]_|yasa[kğ]_|yapılamaz|izin verilme_|mümkün değil_|suç_|hakkı ~saklı_|yasal işlem|ihlal_
allowed _[ae]bilir(?:siniz|ler)?#|serbest_|izin veril(?:ir|mektedir|miştir)|mümkün_|ücretsiz|özgürce|müsaade edilir|memnun_
obliged zorunlu_|zorunda_|gerek_|şart#|şarttır|mecbur_|lütfen|rica_|_m[ae]l[ıi](?:d[ıi]r|s[ıi]n[ıi]z)?#|istenir|lazım_|yükümlü_|veriniz|verin#|ediniz|edin#|belirtiniz|belirtin#|gösteriniz|ekleyiniz|ekleyin#|yeterli_|bekle(?:riz|nir)_
unneeded (?:izin|onay)_ ~(?:gerekmez|gerekli değil|alınmasına gerek yok|gerekmeden)_|gerek yok_|izne gerek
either ve/veya|ve / veya|veya#|ya da|yahut
page kayna[kğ]_|haber_|makale_|sayfa_|yazı_|orijinal_|orjinal_|içeri[kğ]_|özgün|asıl|ilgili|adres_
home ana ?sayfa_|web ?sitesi_|site_|portal_|blog_|web_|internet sitesi|alan ad_
body enstitü_|bakanlı_|üniversite_|akademi_|ajans_|merkez_|kurum_|müdürlü_|dernek_|derneğ_|vakıf_|vakf_|gazete_|dergi_
paragraph paragraf_
ordinals ilk#|birinci_|1\. ; ikinci_|2\. ; üçüncü_|3\. ; dördüncü_|4\. ; beşinci_|5\.
cardinals iki# ; üç# ; dört# ; beş#
indexable arama motor_|indekslen_|dizine eklen_|taranabilir|endekslen_|indexlen_
print basılı_|gazete_|dergi_|yazılı basın|matbu_|baskı_
online internet_|online|çevrimiçi|web_|dijital|elektronik
noncommercial ticari olmayan|ticari amaç (?:güt|olma|dış)_|ticari olmama_|kişisel kullanım_|gayri ?ticari
commercial ticari_|satış_|satıl_
percent yüzde
fractions yarı_|yarım ; üçte bir_ ; dörtte bir_|çeyre_
veto çerez_|cookie|gizlilik|kişisel veri_|yorum_|tıkla(?:y|ma|n[ıi]z)_|linki (?:kopyala|paylaş|tıkla)_|bağlantı(?:yı|sını) (?:kopyala|paylaş)_|bağlantı kopyala_|link kopyala_|yazılım_|abone_|bülten_|şifre|kvkk|harici bağlantı|üçüncü (?:taraf|şahıs) (?:site|bağlantı)_|reklam_|kaynak kod_|üyeli_
news mahkeme_|polis_|dedi#|açıkladı|söyledi|belirtti#|bakan[ıi]#|cumhurbaşkan_|meclis_|hükümet_|savcı_|bildirdi#|yasa tasarı_|geçen (?:hafta|ay|yıl)|araştırmacı_|bilim insan_
self sitemiz_|sitede_|site_|bizim|©|telif_|tüm hak_|her hakkı|bu |gazete_|dergi_|haberler_|yayın_|editör_|tamamen|kısmen
`;

export const AZERBAIJANI = `
post
dative [aəe]
strong köçür_|yenidən (?:dərc|çap|nəşr|yay|istifadə)_|təkrar (?:dərc|çap|nəşr|yay)_|sitat_|iqtibas_|surət_ çıxar_|kopyala_|çoxald_|üzünü köçür_
weak istifadə_|dərc_|çap_|nəşr_|yayımla_|yayıl_|paylaş_|götür_|tərcümə_
material material_|mətn_|məqalə_|məlumat_|xəbər_|kontent_|foto_|şəkil_|şəkl_|video_|yazı_|məzmun_|informasiya_|nəşr_|müsahibə_
hyperlink hiperlink_|hiper-link_|hiperkeçid_|hiperistinad_|link_|url#
link keçid_|veb-?keçid_
reference istinad_|arayış_
active aktiv_|birbaşa|işlək|canlı|klikl?ən_|fəal
permission icazə_|razılı[qğ]_|müsaidə|müqavilə_|razılaş_
unpermitted icazəsiz|icazə alınmadan|razılığı olmadan|icazəsi olmadan|özbaşına
credit mənbə_ ~(?:göstər|qeyd|bildir|ad|kimi|olaraq|vurğula)_|mənbəni|mənbəyi_|müəllif_ ~(?:göstər|qeyd)_|mənbəyə
without _siz#|_sız#|_suz#|_süz#|_m[ae]dan#|_m[əe]d[əe]n#|olmadıqda|olmasa
only yalnız|ancaq|sadəcə|şərti_|şərtilə|halda#|təqdirdə|olduqda|zaman#
with ilə#|edərək|etməklə|göstərməklə|verməklə
unless istisna_|başqa|xaric
forbidden qadağan_|yol verilmir|icazə verilmir|_maz#|_məz#|olmaz#|mümkün deyil_|qanunsuz|yasaq_|hüququ qorunur
allowed icazə verilir|yol verilir|mümkün_|olar#|sərbəst_|pulsuz|azad_|bilər_|bilərsiniz
obliged mütləq_|məcburi_|vacib_|zəruri_|lazım_|tələb_|_malıdır#|_məlidir#|_malı#|_məli#|şərt#|şərtdir|xahiş_|gərək_|borclu_|edin#|edilsin|kifayət_
unneeded (?:icazə|razılıq)_ ~(?:tələb olunmur|lazım deyil)_
either və/və ya|və ya|və yaxud|yaxud#|yaxud da|ya#
page mənbə_|məqalə_|səhifə_|orijinal_|material(?:a|ın)#|xəbər(?:ə|in)#|yazı(?:ya|nın)#|ünvan_
home ana səhifə_|əsas səhifə_|sayt_|veb-?sayt_|portal_|bloq_|resurs_
body institut_|nazirli_|universitet_|akademiya_|agentli_|mərkəz_|komitə_|idarə_|qəzet_|jurnal_|redaksiya_|“
paragraph abzas_|paraqraf_
ordinals birinci_|ilk#|1-ci ; ikinci_|2-ci ; üçüncü_|3-cü ; dördüncü_|4-cü ; beşinci_|5-ci
cardinals iki# ; üç# ; dörd# ; beş#
indexable axtarış (?:sistem|motor|mühərrik)_|indeksl_
print çap media_|qəzet_|jurnal_|çap olun_|kağız
online internet_|onlayn_|elektron_|veb_
noncommercial qeyri-?kommersiya_|qeyri-?ticarət_|şəxsi istifadə_|şəxsi məqsəd_
commercial kommersiya_|ticar_
percent faiz_
fractions yarı_ ; üçdə bir_ ; dörddə bir_|rüb
veto kuki|cookie|şəxsi məlumat_|məxfilik_|şərh_|linkə (?:klik|daxil|keç)_|linki (?:kopyala|paylaş)_|abunə_|proqram təminat_|parol|reklam_
news məhkəmə_|polis_|dedi#|bildirdi#|açıqladı|nazir[iə]#|prezident_|parlament_|hökumət_|deputat_|xəbər verir
self sayt_|portal_|redaksiya_|©|müəllif_|bütün hüquq_|bu |bizim|material_|məlumatdan
`;
