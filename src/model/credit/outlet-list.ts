/**
 * The kept directory of outlets: agencies, photo stocks, broadcasters, newspapers and institutions whose name
 * belongs to one site alone. A line is a host and its names; the host's first label is one too, unless the line
 * starts with "-"; "=" stands for ".com". "*" marks agencies and stocks, which stand as credits without a label.
 * A name that is certain only in one language carries it: "AA@tr". Names that several outlets bear (El Mundo, The
 * Times, La Nación, Vesti) are left out, or stand with "?" where they are agencies for certain, as are social
 * networks: a name there is a person's.
 */
import { AGENCIES } from './agency-list.ts';

export const OUTLETS = `${AGENCIES}
-commons.wikimedia.org|Wikimedia Commons|Wikimedia|Викисклад|Вікісховище
wikipedia.org|Википедия|Вікіпедія|维基百科|ウィキペディア
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
hurriyet.com.tr
-trthaber=|TRT Haber
haaretz=
-haaretz.co.il|הארץ
timesofisrael=|The Times of Israel
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
