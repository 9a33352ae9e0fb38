/**
 * Patterns over letters, each compiled on its first use. The classes that engines know by \p take up to
 * milliseconds to compile, even where they only stand in a file that is loaded; here they are spelled out as
 * ranges of the basic plane, of the scripts that names are written in.
 */
import { DIGIT, LETTER } from '../letters.ts';

/** By what stands between the braces of \p{…}; L holds marks as well. */
const CLASSES: Readonly<Record<string, string>> = {
  L: LETTER,
  N: DIGIT,
  M: '\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f',
  // Letters without case.
  Lo: 'ªºƻǀ-ǃʔ\u05d0-\u05f2\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0710-\u08ff\u0904-\u0939\u0950-\u0e30\u0e32\u0e33\u0e40-\u0e45\u0e81-\u109f\u1100-\u139f\u1401-\u1c7f\u2d30-\u2dde\u3006\u3041-\u3096\u309f-\u30fa\u30ff-\ua4cf\ua840-\uab2f\uabc0-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc',
  Lu: 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƂƄƆƇƉ-ƋƎ-ƑƓƔƖ-ƘƜƝƟƠƢƤƦƧƩƬƮƯƱ-ƳƵƷƸƼǄǇǊǍǏǑǓǕǗǙǛǞǠǢǤǦǨǪǬǮǱǴǶ-ǸǺǼǾȀȂȄȆȈȊȌȎȐȒȔȖȘȚȜȞȠȢȤȦȨȪȬȮȰȲȺȻȽȾɁɃ-ɆɈɊɌɎΆΈ-ΊΌΎΏΑ-ΡΣ-ΫϏϒ-ϔϘϚϜϞϠϢϤϦϨϪϬϮϴϷϹϺϽ-ϿЀ-ЯѠѢѤѦѨѪѬѮѰѲѴѶѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӁӃӅӇӉӋӍӐӒӔӖӘӚӜӞӠӢӤӦӨӪӬӮӰӲӴӶӸӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱ-ՖႠ-ჅჇჍḀḂḄḆḈḊḌḎḐḒḔḖḘḚḜḞḠḢḤḦḨḪḬḮḰḲḴḶḸḺḼḾṀṂṄṆṈṊṌṎṐṒṔṖṘṚṜṞṠṢṤṦṨṪṬṮṰṲṴṶṸṺṼṾẀẂẄẆẈẊẌẎẐẒẔẞẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸỺỼỾ',
  Ll: 'a-zµß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĳĵķĸĺļľŀłńņňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž-ƀƃƅƈƌƍƒƕƙ-ƛƞơƣƥƨƪƫƭưƴƶƹƺƽ-ƿǆǉǌǎǐǒǔǖǘǚǜǝǟǡǣǥǧǩǫǭǯǰǳǵǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșțȝȟȡȣȥȧȩȫȭȯȱȳ-ȹȼȿɀɂɇɉɋɍɏΐά-ώϐϑϕ-ϗϙϛϝϟϡϣϥϧϩϫϭϯ-ϳϵϸϻϼа-џѡѣѥѧѩѫѭѯѱѳѵѷѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӂӄӆӈӊӌӎӏӑӓӕӗәӛӝӟӡӣӥӧөӫӭӯӱӳӵӷӹӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯՠ-ևა-ჺჽ-ჿḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕ-ẝẟạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹỻỽỿ',
};

/** By flags, then by source: a source as a key by itself is looked up without being read. */
const compiled = new Map<string, Map<string, RegExp>>();

/**
 * @param source a pattern, with \p{L}, \p{M}, \p{N}, \p{Lu}, \p{Ll} or \p{Lo} in it, in brackets of a class or not
 * @param flags none of them "u"
 */
export function compile(source: string, flags = ''): RegExp {
  let ofFlags = compiled.get(flags);
  if (ofFlags === undefined) {
    ofFlags = new Map();
    compiled.set(flags, ofFlags);
  }
  let pattern = ofFlags.get(source);
  if (pattern === undefined) {
    pattern = new RegExp(spellOut(source), flags);
    ofFlags.set(source, pattern);
  }
  return pattern;
}

function spellOut(source: string): string {
  let isInClass = false;
  return source.replace(/\\p\{(\w+)\}|\\.|[[\]]/g, (sign, name: string | undefined) => {
    if (name !== undefined) {
      const letters = CLASSES[name] ?? '';
      return isInClass ? letters : `[${letters}]`;
    }
    if (sign === '[') isInClass = true;
    else if (sign === ']') isInClass = false;
    return sign;
  });
}
