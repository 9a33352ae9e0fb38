/**
 * The words that make up the label of a credit ("Photo by", "Bildquelle", "Фото предоставлено"), and the words
 * that stand for no name in it ("archive", "handout"), of all languages in one. Kept lists, compared in lower case
 * and without accents; a star stands for an ending of up to four letters.
 */
import { foldWord } from './fold-name.ts';

/** thing: what is credited · right: who made or owns it · by: leads to a name · join: stands between or around these */
export type WordClass = 'thing' | 'right' | 'by' | 'join' | 'nameless';

const WORDS: Record<WordClass, string> = {
  thing: `file photo photos photograph* photography pic pics picture pictures image images illustration* infographi* graphic graphics screenshot*
screengrab video videos artwork cartoon collage foto fotos fotka fotografi* fotografija fotografije bild bilder bilde aufnahme*
grafi* infografi* abbildung symbolbild symbolfoto titelbild titelfoto archivbild archivfoto beitragsbild aufmacherbild headerbild
karikatur montage fotomontage zeichnung bildmaterial ausschnitt dessin visuel* capture ecran* imagen* ilustraci* captura pantalla
imagem ilustracao ilustracoes tela arte immagine immagini illustrazion* schermata disegno imagine imagini ilustrati* fot zdjeci*
rysunek wideo snimek snimka snimak obrazek obrazok ilustrac* kolaz kep kepek illusztraci* beeld afbeelding* illustrati* foton
skarmdump skarmbild arkivbild arkivfoto billede* illustrasjon* skjermbilde skjermdump skærmbillede genrebild kuva kuvat valokuva
kuvitus kuvituskuva kuvakaappaus fotod pilt pildid illustratsioon joonis attels atteli nuotrauk* nuotr iliustracij* imazh imazhi
ilustrim slika slike səkil fotosu goruntu fotograflar gorsel gorseller resim gambar ilustrasi anh hinh фото фотка фотографи* снимок
снимки изображени* иллюстраци* картинка инфографик* графика скриншот* скрин видео коллаж рисунок світлин* зображення ілюстраці*
інфографіка графіка скріншот* відео колаж знімок снимк* илюстраци* фота фотаздымак здымак ілюстрацыя выява фотографиј* слика сурет
суреттер фотосурет сүрөт сүрөттөр сурат суратҳо акс аксҳо surat suratlar rasm φωτογραφι* φωτο εικον* εικονογραφηση βιντεο
լուսանկար* նկար նկարը ფოტო* სურათი ილუსტრაცია ვიდეო صورة الصورة صور الصور تصوير فيديو عکس تصویر تصاویر צילום צילומים תמונה תמונות
תצלום איור फोटो तस्वीर चित्र ภาพ รูป ภาพถ่าย 写真 画像 イラスト 映像 图 圖 图片 圖片 照片 配图 配圖 사진 이미지 그래픽 일러스트 영상`,
  right: `credit* source sources courtesy copyright* rights author photographer* quelle* bildnachweis fotonachweis nachweis rechte
urheber* fotograf fotografin hinweis auteur* photographe* droits courtoisie fuente* autor autora autori autorzy autorka autore autors
cortesia derechos fonte fontes fonti direitos diritti surs* zrodł* zdroj* forras forrasa szerzo bron bronnen fotograaf kalla kallor kilde
kilder kreditering lahde lahteet kuvaaja allik* avots avoti saltini* πηγη πηγες burimi izvor izvori vir avtor mənbə müəllif kaynak*
sumber kredit nguon источник источники автор авторство копирайт фотограф джерел* авторка фотографка крыніца аўтар извор
аутор дереккөз* булак булагы манба манбаъ муаллиф manba muallif աղբյուր* հեղինակ* წყარო ავტორი المصدر مصدر حقوق المصور منبع عکاس
מקור קרדיט באדיבות स्रोत साभार सौजन्य ที่มา เครดิต 出典 提供 撮影 出所 来源 來源 图源 圖源 摄 摄影 攝影 版权 출처 제공 © ⓒ`,
  by: `by of من عن von vom par de du des di del della da do dos av af fra fran van door autorstwa od от від аз ҷониби`,
  join: `and с & und et y e i и та og och en la le les con a per the cover header hero featured feature title main lead supplied provided
fines ilustrativ* illustrativ* ilustracn* ilustracyj* titre archival stock d'illustration d'ecran предоставлен* иллюстративн*
надано`,
  nameless: `archive* archiv archivo arquivo archivio archiwum arhiva arkiv arkisto arhiiv arsiv arhivs archyv* архив* архів* мұрағат
мұрағат* αρχειο أرشيف آرشیو handout pool stringer contributor staff files reproduction reproduktion reproducao divulgacao privat*
privee personal personlig личн* особист* соцсет* соцмереж* пресс-служб* прес-служб* басма баспасөз кызматы қызметі матбуот*
xizmati хадамоти cedid* repro reporter 기자 자료 資料 资料 открыты* dok dokumentasi`,
};

let classes: Map<string, WordClass> | null = null;

function readClasses(): Map<string, WordClass> {
  if (classes !== null) return classes;
  classes = new Map();
  for (const name of ['thing', 'right', 'by', 'nameless', 'join'] as const) {
    for (const word of WORDS[name].split(/\s+/)) {
      const folded = foldWord(word);
      if (!classes.has(folded)) classes.set(folded, name);
    }
  }
  return classes;
}

const LONGEST_WORD = 24;

const answers = new Map<string, WordClass | null>();
const MOST_ANSWERS = 3_000;

/** @returns what part a word plays in a label; compounds of two label words count ("Bildquelle", "写真提供") */
export function classifyWord(word: string): WordClass | null {
  if (word.length > LONGEST_WORD) return null;
  let answer = answers.get(word);
  if (answer === undefined) {
    const folded = foldWord(word);
    answer = lookUp(folded) ?? lookUpCompound(folded);
    // A text has few words, each of them often; a hostile one does not fill the memory.
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(word, answer);
  }
  return answer;
}

function lookUpCompound(folded: string): WordClass | null {
  for (let cut = 1; cut < folded.length; cut += 1) {
    if (readClasses().get(folded.slice(0, cut)) !== 'thing') continue;
    const second = lookUp(folded.slice(cut));
    if (second === 'right' || second === 'thing') return second;
  }
  return null;
}

function lookUp(folded: string): WordClass | null {
  const known = readClasses();
  let found = known.get(folded);
  for (let end = 0; found === undefined && end < 5; end += 1) {
    found = known.get(`${folded.slice(0, folded.length - end)}*`);
  }
  return found ?? null;
}
