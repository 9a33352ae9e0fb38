/**
 * The kept directory of outlets: agencies, photo stocks, broadcasters, newspapers and institutions whose name
 * belongs to one site alone. A line is a host and its names; the host's first label is one too, unless the line
 * starts with "-"; "=" stands for ".com". "*" marks agencies and stocks, which stand as credits without a label.
 * A name that is certain only in one language carries it: "AA@tr". Names that several outlets bear (El Mundo, The
 * Times, La Nación, Vesti) are left out, or stand with "?" where they are agencies for certain, as are social networks: a name there is a person's.
 */
export const OUTLETS = `
*-?|EPA|PA|SIPA|Keystone|AA|APA|AAP|ANP|PAP|PTI|ANI|IANS|UPI|WENN|Bestimage|Invision|ddp|Guliver|Scanpix|Profimedia|Splash News|BackGrid|Action Images|LaPresse|Contour
*reuters=|Рейтер|رويترز|路透社|ロイター|로이터
*-apnews=|AP|Associated Press|АП|أسوشيتد برس|美联社|美聯社|AP通信
*afp=|Agence France-Presse|АФП|Франс Пресс|فرانس برس|法新社
*gettyimages=|Getty Images|Getty
*istockphoto=|iStock
*shutterstock=|Shutterstock
*alamy=|Alamy|Alamy Stock Photo|Alamy Live News
*-stock.adobe=|Adobe Stock
*depositphotos=|Depositphotos
*unsplash=|Unsplash
*pexels=|Pexels
*pixabay=|Pixabay
*dreamstime=|Dreamstime
*freepik=|Freepik
*123rf=|123RF
*flickr=|Flickr
*photocase=
-commons.wikimedia.org|Wikimedia Commons|Wikimedia|Викисклад|Вікісховище
wikipedia.org|Википедия|Вікіпедія|维基百科|ウィキペディア
*-epa.eu|European Pressphoto Agency|EPA-EFE
*efe=|Agencia EFE
*dpa=|Deutsche Presse-Agentur|dpa-Bildfunk
*picture-alliance=|dpa picture alliance
*imago-images.de|IMAGO
*akg-images.de|akg
*epd.de|Evangelischer Pressedienst|epd-bild
*kna.de|Katholische Nachrichten-Agentur
*mauritius-images=
*-apa.at|APA@de|Austria Presse Agentur|APA-Fotoservice
*keystone-sda.ch
*belga.be|Belga Image
*ansa.it
*adnkronos=
*lusa.pt
*-pap.pl|PAP@pl|Polska Agencja Prasowa
*-mti.hu|MTI@hu|Magyar Távirati Iroda
*-ctk.cz|ČTK|Česká tisková kancelář
*tasr.sk
*ritzau.dk|Ritzau Scanpix
*ntb.no|NTB Scanpix
*-tt.se|TT@sv|TT Nyhetsbyrån
*-stt.fi|STT@fi
*lehtikuva.fi
*-bns.lt|Baltic News Service
*-elta.lt|ELTA@lt
*-leta.lv|LETA@lv
*-bta.bg|БТА
*agerpres.ro
*mediafax.ro
*tanjug.rs|Танјуг|Танјуг|Танюг
*-hina.hr|HINA@hr
*-sta.si|STA@sl
*ukrinform.ua|Укринформ|Укрінформ
*unian.ua|УНИАН|УНІАН
*-interfax.com.ua|Интерфакс-Украина|Інтерфакс-Україна|Interfax-Ukraine
*-tass.ru|ТАСС|ИТАР-ТАСС|Фотохроника ТАСС
*tass=|ITAR-TASS
*-ria.ru|РИА Новости|RIA Novosti
*interfax.ru|Интерфакс
*-belta.by|БЕЛТА|BelTA
*-kabar.kg|Кабар@ru|Кабар@ky|НИА Кабар
*-khovar.tj|Ховар@ru|Ховар@tg|НИАТ Ховар|АМИТ Ховар
*-uza.uz|УзА|ЎзА
*-inform.kz|Казинформ|Kazinform|ҚазАқпарат
*armenpress.am|Արմենպրես|Арменпресс
*photolure.am
*azertag.az|AZƏRTAC|АЗЕРТАДЖ
*interpressnews.ge
*-aa.com.tr|AA@tr|Anadolu|Anadolu Agency|Anadolu Ajansı
*-dha.com.tr|DHA@tr|Demirören Haber Ajansı
*-iha.com.tr|İHA@tr|İhlas Haber Ajansı
*-xinhuanet=|Xinhua|新华社|新華社|Синьхуа|شينخوا
*-chinanews.com.cn|中新社|China News Service
*-vcg=|视觉中国
*kyodonews.jp|Kyodo|共同通信|共同通信社
*-jiji=|Jiji Press|時事通信|時事通信社
*-yna.co.kr|Yonhap|연합뉴스
*newsis=|뉴시스
*-news1.kr|뉴스1
*-cna.com.tw|中央社
*ptinews=|Press Trust of India
*antaranews=|Antara@id|Antara Foto
*bernama=
*-vietnamplus.vn|TTXVN|Thông tấn xã Việt Nam
*irna.ir|ایرنا
*isna.ir|ایسنا
*tasnimnews=|تسنیم
*-maxppp=|MaxPPP
*magnumphotos=
*nurphoto=
*thecanadianpress=|La Presse canadienne|Canadian Press
*-pa.media|PA@en|PA Media|PA Wire|PA Images
*-aap.com.au|Australian Associated Press
*europapress.es
*cuartoscuro=
*agenciareforma=
*-agenciabrasil.ebc.com.br|Agência Brasil
*folhapress.com.br
-bbc=|BBC|BBC News|Би-би-си|Бі-бі-сі
cnn=
-nytimes=|The New York Times|New York Times|NYT
washingtonpost=|The Washington Post
-latimes=|Los Angeles Times|LA Times
-wsj=|The Wall Street Journal|Wall Street Journal
usatoday=
chicagotribune=
bostonglobe=|The Boston Globe
bostonherald=
-seattletimes=|The Seattle Times
bloomberg=|Блумберг
npr.org
nbcnews=
cbsnews=
foxnews=
cnbc=
newyorker=|The New Yorker
propublica.org
nationalgeographic=
quantamagazine.org
theverge=
theguardian=
-ft=|Financial Times
dailymail.co.uk
liverpoolecho.co.uk
-theglobeandmail=|The Globe and Mail
-thestar=|Toronto Star
ledevoir=
-smh.com.au|Sydney Morning Herald|The Sydney Morning Herald
rnz.co.nz
-rferl.org|RFE/RL|Radio Free Europe/Radio Liberty
-svoboda.org|Радио Свобода
-radiosvoboda.org|Радіо Свобода
-ozodi.org|Радиои Озодӣ|Озодӣ|Radio Ozodi
-azattyk.org|Азаттык@ky|Азаттык үналгысы|Радио Азаттык
-azattyq.org|Азаттық|Азаттық радиосы
-ozodlik.org|Озодлик|Ozodlik
-currenttime.tv|Настоящее Время@ru
-voanews=|VOA|Voice of America|Голос Америки
-dw=|Deutsche Welle|Немецкая волна|DW
euronews=|Евроньюс
meduza.io|Медуза@ru
-novayagazeta.ru|Новая газета
kommersant.ru|Коммерсантъ|Коммерсант
vedomosti.ru|Ведомости@ru
-rbc.ru|РБК
-lenta.ru|Лента.ру
-gazeta.ru|Газета.Ru
-rg.ru|Российская газета
-kp.ru|Комсомольская правда
-mos.ru|Мэрия Москвы
-mskagency.ru|АГН Москва
-kremlin.ru|Пресс-служба Кремля
-mchs.gov.ru|МЧС России
-mid.ru|МИД России
-mil.ru|Минобороны России|Министерство обороны РФ
roscosmos.ru|Роскосмос
-cbr.ru|ЦБ РФ|Банк России|Центробанк РФ
-pravda.com.ua|Украинская правда|Українська правда|Ukrainska Pravda
hromadske.ua|Громадське
suspilne.media|Суспільне
-zn.ua|Дзеркало тижня|Зеркало недели
-president.gov.ua|Офис президента Украины|Офіс Президента України
-dsns.gov.ua|ДСНС|ДСНС України|ГСЧС Украины
-nashaniva=|Наша Нива|Наша Ніва
-svaboda.org|Радыё Свабода
akipress.org|АКИпресс
-kloop.kg|Клооп|Kloop
-vb.kg|Вечерний Бишкек
-asiaplustj.info|Asia-Plus|Азия-Плюс@ru
tengrinews.kz
-khabar.kz|Хабар 24|Khabar 24
-akorda.kz|Акорда@ru|Ақорда
eurasianet.org
civilnet.am
hetq.am|Հետք
spiegel.de|Der Spiegel
sueddeutsche.de|Süddeutsche Zeitung
-faz.net|FAZ|Frankfurter Allgemeine Zeitung
-zeit.de|Die Zeit|ZEIT ONLINE
-welt.de|Die Welt
tagesspiegel.de|Der Tagesspiegel
taz.de
tagesschau.de
zdf.de
-swr.de|SWR@de|Südwestrundfunk
-wdr.de|WDR@de|Westdeutscher Rundfunk
-ndr.de|NDR@de|Norddeutscher Rundfunk
-mdr.de|MDR@de|Mitteldeutscher Rundfunk
-br.de|Bayerischer Rundfunk
deutschlandfunk.de
bundesarchiv.de
bundeswehr.de
-destatis.de|Statistisches Bundesamt|Destatis
orf.at
-derstandard.at|Der Standard
diepresse=
srf.ch
-nzz.ch|NZZ|Neue Zürcher Zeitung
lemonde.fr
lefigaro.fr
leparisien.fr
mediapart.fr
ouest-france.fr
-francetvinfo.fr|franceinfo
france24=
rfi.fr|Radio France Internationale
radiofrance.fr
insee.fr
bondyblog.fr
lesoir.be
rtbf.be
vrt.be
lavanguardia=
rtve.es
eldiario.es
infobae=
-publico.pt|Público@pt
-folha.uol.com.br|Folha de S.Paulo|Folha de São Paulo
-estadao.com.br|Estadão
-oglobo.globo=|O Globo
-g1.globo=|G1@pt
-corriere.it|Corriere della Sera
-repubblica.it|La Repubblica
lastampa.it
-rai.it|RAI@it
ilsole24ore=
-wyborcza.pl|Gazeta Wyborcza|Agencja Wyborcza.pl
-rp.pl|Rzeczpospolita
-onet.pl|Onet@pl
tvp.pl
tvn24.pl
ceskatelevize.cz
-idnes.cz|iDNES
seznamzpravy.cz
dennikn.sk
-telex.hu|Telex@hu
hotnews.ro
digi24.ro
-bnr.bg|Българско национално радио
-nos.nl|NOS@nl
-nrc.nl|NRC@nl
volkskrant.nl|de Volkskrant
telegraaf.nl|De Telegraaf
svt.se
sverigesradio.se
-dn.se|Dagens Nyheter
-svd.se|Svenska Dagbladet
expressen.se
aftonbladet.se
nrk.no
-vg.no|VG@no
aftenposten.no
nettavisen.no
-snl.no|Store norske leksikon
-ssb.no|Statistisk sentralbyrå
-dr.dk|DR@da
berlingske.dk
yle.fi
-hs.fi|Helsingin Sanomat
-err.ee|ERR@et
postimees.ee
lrt.lt
-ruv.is|RÚV
-kathimerini.gr|Καθημερινή@el
-amna.gr|ΑΠΕ-ΜΠΕ
*eurokinissi.gr
hurriyet.com.tr
-trthaber=|TRT Haber
haaretz=
-haaretz.co.il|הארץ
timesofisrael=|The Times of Israel
*flash90=|פלאש 90
aljazeera=|Аль-Джазира
-yomiuri.co.jp|読売新聞|読売新聞社|Yomiuri Shimbun
-asahi=|朝日新聞|朝日新聞社|Asahi Shimbun
-mainichi.jp|毎日新聞|毎日新聞社
-sankei=|産経新聞|産経新聞社
-nikkei=|日本経済新聞|Nikkei
-nhk.or.jp|NHK
-chosun=|조선일보
-hani.co.kr|한겨레
-scmp=|SCMP|South China Morning Post
-people.com.cn|人民日报|人民网
-caixin=|财新|Caixin
thehindu=
hindustantimes=
indianexpress=|The Indian Express
-kompas=|Kompas@id
-detik=|detikcom
rappler=
straitstimes=|The Straits Times
channelnewsasia=
bangkokpost=
vnexpress.net
tuoitre.vn
nasa.gov|НАСА
-esa.int|European Space Agency|Europäische Weltraumorganisation
noaa.gov
usgs.gov|U.S. Geological Survey
-whitehouse.gov|The White House
-loc.gov|Library of Congress
-un.org|UN Photo|United Nations|ООН
unicef.org|ЮНИСЕФ
unhcr.org
-who.int|World Health Organization
worldbank.org|Всемирный банк
-imf.org|International Monetary Fund|МВФ
oecd.org
iaea.org
-ec.europa.eu|European Commission|Europäische Kommission|EU-Kommission|Eurostat
-europarl.europa.eu|European Parliament
-ecb.europa.eu|European Central Bank|EZB@de
greenpeace.org
-hrw.org|Human Rights Watch
cifor.org
ifixit=
statista=
`;
