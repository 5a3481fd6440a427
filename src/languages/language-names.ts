import { type Language, lookUp } from '../model/language.ts';

/** The languages that have names here, in the order of the names of a row. */
const NAMED = 'ar bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro ru sk sl sv tr uk'.split(' ');

/**
 * The names of the languages in each of them, as CLDR has them, in the form that they have alone.
 * `Intl.DisplayNames` is not used, because its output depends on the version of the runtime. A test compares the two.
 */
const NAMES: Readonly<Record<Language, string>> = {
  ar: 'العربية, البلغارية, التشيكية, الدانمركية, الألمانية, اليونانية, الإنجليزية, الإسبانية, الإستونية, الفنلندية, الفرنسية, الأيرلندية, الكرواتية, الهنغارية, الإيطالية, الليتوانية, اللاتفية, المالطية, الهولندية, البولندية, البرتغالية, الرومانية, الروسية, السلوفاكية, السلوفانية, السويدية, التركية, الأوكرانية',
  bg: 'арабски, български, чешки, датски, немски, гръцки, английски, испански, естонски, фински, френски, ирландски, хърватски, унгарски, италиански, литовски, латвийски, малтийски, нидерландски, полски, португалски, румънски, руски, словашки, словенски, шведски, турски, украински',
  cs: 'arabština, bulharština, čeština, dánština, němčina, řečtina, angličtina, španělština, estonština, finština, francouzština, irština, chorvatština, maďarština, italština, litevština, lotyština, maltština, nizozemština, polština, portugalština, rumunština, ruština, slovenština, slovinština, švédština, turečtina, ukrajinština',
  da: 'arabisk, bulgarsk, tjekkisk, dansk, tysk, græsk, engelsk, spansk, estisk, finsk, fransk, irsk, kroatisk, ungarsk, italiensk, litauisk, lettisk, maltesisk, nederlandsk, polsk, portugisisk, rumænsk, russisk, slovakisk, slovensk, svensk, tyrkisk, ukrainsk',
  de: 'Arabisch, Bulgarisch, Tschechisch, Dänisch, Deutsch, Griechisch, Englisch, Spanisch, Estnisch, Finnisch, Französisch, Irisch, Kroatisch, Ungarisch, Italienisch, Litauisch, Lettisch, Maltesisch, Niederländisch, Polnisch, Portugiesisch, Rumänisch, Russisch, Slowakisch, Slowenisch, Schwedisch, Türkisch, Ukrainisch',
  el: 'Αραβικά, Βουλγαρικά, Τσεχικά, Δανικά, Γερμανικά, Ελληνικά, Αγγλικά, Ισπανικά, Εσθονικά, Φινλανδικά, Γαλλικά, Ιρλανδικά, Κροατικά, Ουγγρικά, Ιταλικά, Λιθουανικά, Λετονικά, Μαλτεζικά, Ολλανδικά, Πολωνικά, Πορτογαλικά, Ρουμανικά, Ρωσικά, Σλοβακικά, Σλοβενικά, Σουηδικά, Τουρκικά, Ουκρανικά',
  en: 'Arabic, Bulgarian, Czech, Danish, German, Greek, English, Spanish, Estonian, Finnish, French, Irish, Croatian, Hungarian, Italian, Lithuanian, Latvian, Maltese, Dutch, Polish, Portuguese, Romanian, Russian, Slovak, Slovenian, Swedish, Turkish, Ukrainian',
  es: 'árabe, búlgaro, checo, danés, alemán, griego, inglés, español, estonio, finés, francés, irlandés, croata, húngaro, italiano, lituano, letón, maltés, neerlandés, polaco, portugués, rumano, ruso, eslovaco, esloveno, sueco, turco, ucraniano',
  et: 'araabia, bulgaaria, tšehhi, taani, saksa, kreeka, inglise, hispaania, eesti, soome, prantsuse, iiri, horvaadi, ungari, itaalia, leedu, läti, malta, hollandi, poola, portugali, rumeenia, vene, slovaki, sloveeni, rootsi, türgi, ukraina',
  fi: 'arabia, bulgaria, tšekki, tanska, saksa, kreikka, englanti, espanja, viro, suomi, ranska, iiri, kroatia, unkari, italia, liettua, latvia, malta, hollanti, puola, portugali, romania, venäjä, slovakki, sloveeni, ruotsi, turkki, ukraina',
  fr: 'arabe, bulgare, tchèque, danois, allemand, grec, anglais, espagnol, estonien, finnois, français, irlandais, croate, hongrois, italien, lituanien, letton, maltais, néerlandais, polonais, portugais, roumain, russe, slovaque, slovène, suédois, turc, ukrainien',
  ga: 'Araibis, Bulgáiris, Seicis, Danmhairgis, Gearmáinis, Gréigis, Béarla, Spáinnis, Eastóinis, Fionlainnis, Fraincis, Gaeilge, Cróitis, Ungáiris, Iodáilis, Liotuáinis, Laitvis, Máltais, Ollainnis, Polainnis, Portaingéilis, Rómáinis, Rúisis, Slóvaicis, Slóivéinis, Sualainnis, Tuircis, Úcráinis',
  hr: 'arapski, bugarski, češki, danski, njemački, grčki, engleski, španjolski, estonski, finski, francuski, irski, hrvatski, mađarski, talijanski, litavski, latvijski, malteški, nizozemski, poljski, portugalski, rumunjski, ruski, slovački, slovenski, švedski, turski, ukrajinski',
  hu: 'arab, bolgár, cseh, dán, német, görög, angol, spanyol, észt, finn, francia, ír, horvát, magyar, olasz, litván, lett, máltai, holland, lengyel, portugál, román, orosz, szlovák, szlovén, svéd, török, ukrán',
  it: 'arabo, bulgaro, ceco, danese, tedesco, greco, inglese, spagnolo, estone, finlandese, francese, irlandese, croato, ungherese, italiano, lituano, lettone, maltese, olandese, polacco, portoghese, rumeno, russo, slovacco, sloveno, svedese, turco, ucraino',
  lt: 'arabų, bulgarų, čekų, danų, vokiečių, graikų, anglų, ispanų, estų, suomių, prancūzų, airių, kroatų, vengrų, italų, lietuvių, latvių, maltiečių, olandų, lenkų, portugalų, rumunų, rusų, slovakų, slovėnų, švedų, turkų, ukrainiečių',
  lv: 'arābu, bulgāru, čehu, dāņu, vācu, grieķu, angļu, spāņu, igauņu, somu, franču, īru, horvātu, ungāru, itāļu, lietuviešu, latviešu, maltiešu, holandiešu, poļu, portugāļu, rumāņu, krievu, slovāku, slovēņu, zviedru, turku, ukraiņu',
  mt: 'Għarbi, Bulgaru, Ċek, Daniż, Ġermaniż, Grieg, Ingliż, Spanjol, Estonjan, Finlandiż, Franċiż, Irlandiż, Kroat, Ungeriż, Taljan, Litwan, Latvjan, Malti, Olandiż, Pollakk, Portugiż, Rumen, Russu, Slovakk, Sloven, Żvediż, Tork, Ukren',
  nl: 'Arabisch, Bulgaars, Tsjechisch, Deens, Duits, Grieks, Engels, Spaans, Estisch, Fins, Frans, Iers, Kroatisch, Hongaars, Italiaans, Litouws, Lets, Maltees, Nederlands, Pools, Portugees, Roemeens, Russisch, Slowaaks, Sloveens, Zweeds, Turks, Oekraïens',
  pl: 'arabski, bułgarski, czeski, duński, niemiecki, grecki, angielski, hiszpański, estoński, fiński, francuski, irlandzki, chorwacki, węgierski, włoski, litewski, łotewski, maltański, niderlandzki, polski, portugalski, rumuński, rosyjski, słowacki, słoweński, szwedzki, turecki, ukraiński',
  pt: 'árabe, búlgaro, checo, dinamarquês, alemão, grego, inglês, espanhol, estónio, finlandês, francês, irlandês, croata, húngaro, italiano, lituano, letão, maltês, neerlandês, polaco, português, romeno, russo, eslovaco, esloveno, sueco, turco, ucraniano',
  ro: 'arabă, bulgară, cehă, daneză, germană, greacă, engleză, spaniolă, estonă, finlandeză, franceză, irlandeză, croată, maghiară, italiană, lituaniană, letonă, malteză, neerlandeză, poloneză, portugheză, română, rusă, slovacă, slovenă, suedeză, turcă, ucraineană',
  ru: 'арабский, болгарский, чешский, датский, немецкий, греческий, английский, испанский, эстонский, финский, французский, ирландский, хорватский, венгерский, итальянский, литовский, латышский, мальтийский, нидерландский, польский, португальский, румынский, русский, словацкий, словенский, шведский, турецкий, украинский',
  sk: 'arabčina, bulharčina, čeština, dánčina, nemčina, gréčtina, angličtina, španielčina, estónčina, fínčina, francúzština, írčina, chorvátčina, maďarčina, taliančina, litovčina, lotyština, maltčina, holandčina, poľština, portugalčina, rumunčina, ruština, slovenčina, slovinčina, švédčina, turečtina, ukrajinčina',
  sl: 'arabščina, bolgarščina, češčina, danščina, nemščina, grščina, angleščina, španščina, estonščina, finščina, francoščina, irščina, hrvaščina, madžarščina, italijanščina, litovščina, latvijščina, malteščina, nizozemščina, poljščina, portugalščina, romunščina, ruščina, slovaščina, slovenščina, švedščina, turščina, ukrajinščina',
  sv: 'arabiska, bulgariska, tjeckiska, danska, tyska, grekiska, engelska, spanska, estniska, finska, franska, iriska, kroatiska, ungerska, italienska, litauiska, lettiska, maltesiska, nederländska, polska, portugisiska, rumänska, ryska, slovakiska, slovenska, svenska, turkiska, ukrainska',
  tr: 'Arapça, Bulgarca, Çekçe, Danca, Almanca, Yunanca, İngilizce, İspanyolca, Estonca, Fince, Fransızca, İrlandaca, Hırvatça, Macarca, İtalyanca, Litvanca, Letonca, Maltaca, Felemenkçe, Lehçe, Portekizce, Rumence, Rusça, Slovakça, Slovence, İsveççe, Türkçe, Ukraynaca',
  uk: 'арабська, болгарська, чеська, данська, німецька, грецька, англійська, іспанська, естонська, фінська, французька, ірландська, хорватська, угорська, італійська, литовська, латиська, мальтійська, нідерландська, польська, португальська, румунська, російська, словацька, словенська, шведська, турецька, українська',
};

/**
 * Returns the name of a language in another. Where this is not known, returns the language's own name for itself, as
 * "English"; or its tag, of a language that the product lacks. A variant has the name of its language.
 */
export function nameOfLanguage(language: Language, inOther: Language): string {
  return lookUp(language, (tag) => nameIn(tag, inOther) ?? nameIn(tag, tag)) ?? language;
}

function nameIn(language: Language, inOther: Language): string | undefined {
  const index = NAMED.indexOf(language);
  const names = lookUp(inOther, (tag) => NAMES[tag]);
  return index === -1 ? undefined : names?.split(', ')[index];
}
