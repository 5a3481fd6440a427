import type { Language } from '../../../model/language.ts';
import { foldName } from './fold-name.ts';

/**
 * What a column of a table can be for, by its name. `name`: a full name, or the part of it that no other column has.
 * `title`: a form of address or the title of an office, which only its values tell. `number`: the number of a row,
 * which changes when rows are sorted. `line`: a line of an address besides the street. `locality`: postcode and town.
 */
export type ColumnKind =
  | 'country'
  | 'department'
  | 'email'
  | 'family'
  | 'full-name'
  | 'function'
  | 'given'
  | 'honorific'
  | 'house'
  | 'id'
  | 'language'
  | 'line'
  | 'locality'
  | 'middle'
  | 'name'
  | 'number'
  | 'organisation'
  | 'postcode'
  | 'region'
  | 'sex'
  | 'street'
  | 'title'
  | 'town';

/** The names that columns have in each language of the product, separated by commas; spelt without regard to case. */
export const COLUMN_NAMES: Readonly<Record<Language, Partial<Readonly<Record<ColumnKind, string>>>>> = {
  en: {
    id: 'id, identifier, member id, member number, membership number, customer number, reference, ref, reference number',
    number: 'no, number, row',
    given: 'first name, first names, given name, given names, forename, forenames',
    middle: 'middle name, middle names, middle initial',
    family: 'last name, family name, surname',
    name: 'name',
    'full-name': 'full name, name in full, contact, contact name, contact person, display name, recipient',
    sex: 'sex, gender, salutation, form of address, courtesy title, mr ms, ms mr',
    title: 'title, prefix, name prefix',
    honorific: 'honorific, academic title, degree',
    function: 'function, position, office, role, job title, job, official title',
    organisation:
      'organisation, organization, organisation name, organization name, company, company name, institution, firm, association, authority',
    department: 'department, dept, division, directorate, section',
    street:
      'street, address, street address, address line, postal address, mailing address, street and number, street and house number',
    house: 'house number, house no, street number, street no',
    line: 'additional address, address supplement, building, floor, flat, apartment, suite, care of, co, po box, post box, postbox, post office box',
    postcode: 'postcode, postal code, zip, zip code',
    town: 'town, city, town city, city town, place, post town, locality, municipality',
    locality: 'postcode town, postcode and town, postcode city, postcode and city, zip city, zip and city',
    region: 'region, state, province, county, canton',
    country: 'country, country name',
    email: 'email, email address, mail, mail address',
    language: 'language, preferred language, correspondence language, language of correspondence',
  },
  fr: {
    id: 'identifiant, référence, réf, numéro de membre, numéro d’adhérent, n° de membre, n° d’adhérent, matricule',
    number: 'n°, numéro, ligne',
    given: 'prénom, prénoms',
    middle: 'deuxième prénom, second prénom',
    family: 'nom de famille, nom d’usage, patronyme',
    name: 'nom',
    'full-name':
      'nom complet, nom et prénom, prénom et nom, nom prénom, prénom nom, contact, destinataire, personne de contact',
    sex: 'sexe, genre, civilité, appel, formule d’appel, m mme, mme m, formule de politesse',
    title: 'titre',
    honorific: 'titre honorifique, titre universitaire',
    function: 'fonction, poste, qualité, charge, rôle, mandat, titre de la fonction',
    organisation:
      'organisation, organisme, société, raison sociale, entreprise, institution, association, établissement, administration',
    department: 'service, département, direction, division',
    street: 'rue, adresse, voie, adresse postale, rue et numéro, numéro et rue, n° et rue',
    house: 'numéro de rue, n° de rue, numéro de voie, n° de voie',
    line: 'complément, complément d’adresse, adresse complémentaire, suite de l’adresse, bâtiment, étage, boîte postale, bp, case postale, lieu-dit, chez',
    postcode: 'code postal, cp, npa',
    town: 'ville, commune, localité, bureau distributeur',
    locality: 'code postal et ville, cp ville, code postal ville',
    region: 'région, province, canton, état',
    country: 'pays',
    email: 'courriel, e-mail, mail, adresse électronique, adresse e-mail, adresse mail, mél, adresse de courriel',
    language: 'langue, langue de correspondance, langue préférée',
  },
  es: {
    id: 'identificador, referencia, número de socio, n° de socio, código',
    number: 'n°, núm, número, fila',
    given: 'nombre de pila, nombres',
    middle: 'segundo nombre',
    family: 'apellido, apellidos, primer apellido',
    name: 'nombre',
    'full-name': 'nombre completo, nombre y apellidos, apellidos y nombre, contacto, persona de contacto, destinatario',
    sex: 'sexo, género, tratamiento, saludo, sr sra, sra sr',
    title: 'título',
    honorific: 'título académico',
    function: 'función, cargo, puesto, rol',
    organisation:
      'organización, empresa, institución, razón social, compañía, entidad, asociación, organismo, sociedad',
    department: 'departamento, sección, área, dirección general',
    street: 'calle, dirección, domicilio, dirección postal, calle y número',
    house: 'número de calle, número de casa',
    line: 'complemento, dirección adicional, piso, puerta, edificio, apartado, apartado de correos, apartado postal',
    postcode: 'código postal, cp',
    town: 'ciudad, población, localidad, municipio',
    locality: 'código postal y ciudad, cp y ciudad, cp ciudad, cp y población',
    region: 'región, provincia, estado, comunidad autónoma',
    country: 'país',
    email: 'correo, correo electrónico, dirección de correo electrónico, e-mail',
    language: 'idioma, lengua, idioma de correspondencia',
  },
  ar: {
    id: 'المعرف, رقم العضوية, رقم العضو, المرجع',
    number: 'رقم, الرقم, م',
    given: 'الاسم الأول, الاسم الشخصي',
    middle: 'اسم الأب, الاسم الأوسط',
    family: 'اسم العائلة, اللقب العائلي, الكنية, النسب',
    name: 'الاسم, اسم',
    'full-name': 'الاسم الكامل, جهة الاتصال, المرسل إليه',
    sex: 'الجنس, النوع, صيغة المخاطبة, المخاطبة',
    title: 'اللقب',
    honorific: 'اللقب العلمي, الدرجة العلمية',
    function: 'الوظيفة, المنصب, الصفة, الدور',
    organisation: 'المنظمة, المؤسسة, الشركة, الجهة, الهيئة, الجمعية',
    department: 'القسم, الإدارة, الدائرة',
    street: 'الشارع, العنوان, العنوان البريدي',
    house: 'رقم المنزل, رقم البيت',
    line: 'العنوان الإضافي, تكملة العنوان, المبنى, الطابق, صندوق البريد, ص.ب',
    postcode: 'الرمز البريدي',
    town: 'المدينة, البلدة, البلدية',
    region: 'المنطقة, المحافظة, الولاية, الإقليم',
    country: 'البلد, الدولة',
    email: 'البريد الإلكتروني, البريد الالكتروني, الإيميل',
    language: 'اللغة, لغة المراسلة',
  },
  de: {
    id: 'kennung, mitgliedsnummer, mitglieds-nr, kundennummer, aktenzeichen, schlüssel',
    number: 'nr, nummer, lfd nr, laufende nummer, zeile',
    given: 'vorname, vornamen, rufname',
    middle: 'zweiter vorname',
    family: 'nachname, familienname, zuname',
    name: 'name',
    'full-name':
      'vollständiger name, vor- und nachname, vor- und zuname, ansprechpartner, ansprechpartnerin, ansprechperson, kontakt, kontaktperson, empfänger',
    sex: 'geschlecht, anrede, herr frau, frau herr',
    title: 'titel',
    honorific: 'akademischer titel, akad titel, akademischer grad',
    function: 'funktion, position, amt, rolle, amtsbezeichnung, stelle, dienststellung',
    organisation: 'organisation, firma, unternehmen, institution, einrichtung, verein, behörde, gesellschaft, verband',
    department: 'abteilung, referat, bereich, dienststelle, fachbereich',
    street:
      'straße, strasse, adresse, anschrift, str, straße und hausnummer, straße hausnummer, straße nr, postanschrift',
    house: 'hausnummer, haus-nr, hausnr',
    line: 'adresszusatz, zusatz, anschriftenzusatz, gebäude, stock, stockwerk, postfach',
    postcode: 'plz, postleitzahl',
    town: 'ort, stadt, wohnort, gemeinde',
    locality: 'plz ort, plz und ort, plz stadt, postleitzahl und ort, postleitzahl ort',
    region: 'region, bundesland, kanton, provinz',
    country: 'land, staat',
    email: 'e-mail, mail, e-mail-adresse, mailadresse, elektronische post',
    language: 'sprache, korrespondenzsprache',
  },
  el: {
    id: 'κωδικός, αναγνωριστικό, αριθμός μέλους',
    number: 'α/α, αριθμός',
    given: 'μικρό όνομα',
    middle: 'πατρώνυμο',
    family: 'επώνυμο, επίθετο',
    name: 'όνομα',
    'full-name': 'ονοματεπώνυμο, υπεύθυνος επικοινωνίας, παραλήπτης',
    sex: 'φύλο, προσφώνηση',
    title: 'τίτλος',
    honorific: 'ακαδημαϊκός τίτλος',
    function: 'ιδιότητα, θέση, αξίωμα, λειτουργία, ρόλος',
    organisation: 'οργανισμός, οργάνωση, εταιρεία, εταιρία, επωνυμία, ίδρυμα, φορέας, σύλλογος',
    department: 'τμήμα, διεύθυνση υπηρεσίας, υπηρεσία',
    street: 'οδός, διεύθυνση, ταχυδρομική διεύθυνση, οδός και αριθμός',
    house: 'αριθμός οδού',
    line: 'όροφος, κτίριο, ταχυδρομική θυρίδα, τ.θ., συμπλήρωμα διεύθυνσης',
    postcode: 'τ.κ., ταχυδρομικός κώδικας, ταχ. κώδικας',
    town: 'πόλη, δήμος, τόπος',
    locality: 'τ.κ. πόλη, τ.κ. και πόλη',
    region: 'περιφέρεια, νομός, περιοχή',
    country: 'χώρα',
    email: 'email, ηλεκτρονικό ταχυδρομείο, ηλεκτρονική διεύθυνση, ηλ. ταχυδρομείο',
    language: 'γλώσσα, γλώσσα επικοινωνίας',
  },
  hu: {
    id: 'azonosító, tagsági szám, hivatkozás',
    number: 'sorszám, szám',
    given: 'keresztnév, utónév',
    middle: 'második keresztnév',
    family: 'vezetéknév, családnév, családi név',
    name: 'név',
    'full-name': 'teljes név, kapcsolattartó, címzett',
    sex: 'nem, megszólítás, neme',
    title: 'cím (titulus), titulus',
    honorific: 'tudományos fokozat',
    function: 'beosztás, tisztség, funkció, pozíció, szerep, munkakör',
    organisation: 'szervezet, cég, cégnév, intézmény, egyesület, hatóság, vállalat',
    department: 'osztály, részleg, főosztály',
    street: 'utca, cím, postacím, utca házszám, utca és házszám, lakcím',
    house: 'házszám',
    line: 'emelet, épület, ajtó, postafiók, pf, kiegészítő cím',
    postcode: 'irányítószám, irsz, ir. szám',
    town: 'város, település, helység, község',
    locality: 'irányítószám és település, irányítószám és város',
    region: 'megye, régió, tartomány',
    country: 'ország',
    email: 'e-mail, e-mail cím, email cím, villámposta',
    language: 'nyelv, levelezés nyelve',
  },
  pl: {
    id: 'identyfikator, numer członkowski, nr członkowski, sygnatura',
    number: 'lp, nr, numer',
    given: 'imię, imiona',
    middle: 'drugie imię',
    family: 'nazwisko',
    'full-name': 'imię i nazwisko, nazwisko i imię, osoba kontaktowa, kontakt, adresat, odbiorca',
    sex: 'płeć, zwrot grzecznościowy, pan pani, pani pan, forma grzecznościowa',
    title: 'tytuł',
    honorific: 'tytuł naukowy, stopień naukowy',
    function: 'stanowisko, funkcja, urząd, rola',
    organisation: 'organizacja, firma, nazwa firmy, instytucja, stowarzyszenie, spółka, nazwa, nazwa organizacji',
    department: 'dział, wydział, departament, oddział',
    street: 'ulica, adres, ul, adres pocztowy, ulica i numer, ulica i nr',
    house: 'numer domu, nr domu, numer budynku',
    line: 'numer mieszkania, nr mieszkania, budynek, piętro, skrytka pocztowa, skr. poczt., dodatkowy adres',
    postcode: 'kod pocztowy, kod',
    town: 'miasto, miejscowość, gmina, poczta',
    locality: 'kod pocztowy i miejscowość, kod pocztowy i miasto, kod i miejscowość',
    region: 'województwo, region, powiat',
    country: 'kraj, państwo',
    email: 'e-mail, adres e-mail, poczta elektroniczna, mail',
    language: 'język, język korespondencji',
  },
  ru: {
    id: 'идентификатор, номер участника, код, артикул',
    number: '№, номер, № п/п',
    given: 'имя',
    middle: 'отчество',
    family: 'фамилия',
    'full-name':
      'фио, ф.и.о., полное имя, имя и фамилия, фамилия и имя, фамилия имя отчество, контактное лицо, получатель, адресат',
    sex: 'пол, обращение',
    title: 'титул',
    honorific: 'учёная степень, ученое звание',
    function: 'должность, пост, функция, роль',
    organisation: 'организация, компания, учреждение, предприятие, фирма, общество, ведомство, название организации',
    department: 'отдел, управление, департамент, подразделение',
    street: 'улица, адрес, почтовый адрес, улица и дом, улица дом',
    house: 'дом, номер дома',
    line: 'квартира, корпус, этаж, офис, абонентский ящик, а/я',
    postcode: 'индекс, почтовый индекс',
    town: 'город, населённый пункт, посёлок',
    locality: 'индекс и город, индекс город',
    region: 'регион, область, край, республика',
    country: 'страна',
    email: 'e-mail, электронная почта, эл. почта, адрес электронной почты, почта',
    language: 'язык, язык переписки',
  },
};

/** What a name of a column means, and in which languages of the product. */
export interface ColumnMeaning {
  readonly kind: ColumnKind;
  readonly languages: readonly Language[];
}

const MEANINGS: ReadonlyMap<string, ColumnMeaning> = collectMeanings();

function collectMeanings(): ReadonlyMap<string, ColumnMeaning> {
  const meanings = new Map<string, ColumnMeaning>();
  for (const [language, kinds] of Object.entries(COLUMN_NAMES)) {
    for (const [kind, names] of Object.entries(kinds) as [ColumnKind, string][]) {
      for (const key of names.split(',').map(foldName)) {
        const known = meanings.get(key);
        // Of two meanings, the first counts: that of the language that the product lists first.
        if (known !== undefined && known.kind !== kind) continue;
        meanings.set(key, { kind, languages: [...(known?.languages ?? []), language] });
      }
    }
  }
  return meanings;
}

/** Returns what a column of this name is for; undefined if the name is not known. A number at its end may be missing. */
export function meaningOfColumn(name: string): ColumnMeaning | undefined {
  const key = foldName(name);
  return MEANINGS.get(key) ?? MEANINGS.get(key.replace(/\p{N}+$/u, ''));
}
