/** The agencies and photo stocks of the kept directory, whose form `outlet-list.ts` explains. */
export const AGENCIES = `
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
*eurokinissi.gr
*flash90=|פלאש 90
`;
