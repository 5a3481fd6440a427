/**
 * The words of which the names of fields consist in the programs that fill letters: "First_Name", "AddressLine1",
 * "Your name". In the languages of the conventions.
 */
const FIELD_WORDS: ReadonlySet<string> = new Set(
  [
    'name first last middle full family given surname forename firstname lastname fullname title honorific salutation',
    'greeting addressee address line street city town zip postcode postal code country company organisation',
    'organization position job date email phone telephone gender recipient sender',
    'nom prénom prenom civilité civilite adresse rue ville pays société titre destinataire',
    'vorname nachname anrede titel straße strasse ort plz firma empfänger',
    'nombre apellido apellidos dirección calle ciudad país empresa cargo tratamiento título destinatario',
    'имя фамилия отчество адрес город страна должность imię nazwisko adres miasto kraj név cím város ország',
    'όνομα επώνυμο διεύθυνση πόλη χώρα الاسم العنوان اللقب المدينة البلد',
  ]
    .join(' ')
    .split(' '),
);

/** Words before the name of a field that ask to fill it in. */
const REQUESTS = /^(?:your|please|enter|type|choose|select|add|votre|ihre?|su|recipient[’']?s?)\s+/iu;

/** Verbs that ask to fill in any words that follow. */
const INSERT = /^(?:please\s+)?(?:insert|fill in|insérer|insérez|compléter|insertar|inserte|einfügen|ausfüllen)\b/iu;

/** Whether words are the name of a field: "First Name", "your address", "insert the date of the meeting". */
export function isFieldName(words: string): boolean {
  if (INSERT.test(words)) return true;
  const parts = words
    .replace(REQUESTS, '')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[\s_.\d-]+/u)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => FIELD_WORDS.has(part.toLowerCase()));
}

/** Whether a word has the form of an identifier, which no word of a language has: "First_Name". */
export function isIdentifier(word: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*_\w+$/u.test(word);
}
