import type { FILTERS, PATCHES, VALUES, BODIES } from './english';

export const filters: Readonly<Record<(typeof FILTERS)[number], string>> = {
  'Unknown attribute {name} in the filter.': 'Der Filter nennt das unbekannte Attribut {name}.',
  'Unknown operator {operator} after {name}: use eq, ne, co, sw, ew, gt, ge, lt, le or pr.':
    'Unbekannter Operator {operator} nach {name}: Möglich sind eq, ne, co, sw, ew, gt, ge, lt, le und pr.',
  'The filter is incomplete or malformed: expected {~expected}, found {~token}.':
    'Der Filter ist unvollständig oder falsch gebaut: Erwartet wird {~expected}, gefunden wurde {~token}.',
  'The filter is longer than {max} bytes.': 'Der Filter ist länger als {max} Bytes.',
  'The filter is nested deeper than {max} levels.': 'Der Filter ist tiefer als {max} Ebenen verschachtelt.',
  'The filter has more than {max} comparisons.': 'Der Filter hat mehr als {max} Vergleiche.',
  'The value {value} needs double quotes, not single ones.':
    'Der Wert {value} braucht doppelte Anführungszeichen, keine einfachen.',
  'A value of the filter contains the character U+0000.': 'Ein Wert des Filters enthält das Zeichen U+0000.',
  'A value of the filter contains a lone surrogate.': 'Ein Wert des Filters enthält ein halbes Surrogatpaar.',
  'The text that starts with {text} has no closing quote.':
    'Dem Text, der mit {text} beginnt, fehlt das schließende Anführungszeichen.',
  '{text} is not a JSON string: control characters and a lone \\ must be escaped.':
    '{text} ist kein JSON-Text: Steuerzeichen und ein einzelnes \\ müssen maskiert werden.',
  '{text} is not a JSON string.': '{text} ist kein JSON-Text.',
  '{name} opens a value path inside a value path.': '{name} öffnet einen Wertepfad innerhalb eines Wertepfads.',
  '{name} can be compared with null by eq and ne only.': '{name} lässt sich nur mit eq und ne mit null vergleichen.',
  '{name} has no sub-attribute {part}.': '{name} hat kein Unterattribut {part}.',
  '{name} has sub-attributes: compare one of them.': '{name} hat Unterattribute: Vergleichen Sie eines davon.',
  '{name} has sub-attributes and no value of its own: compare one of them.':
    '{name} hat Unterattribute und keinen eigenen Wert: Vergleichen Sie eines davon.',
  '{name} has no elements that brackets could choose from.':
    '{name} hat keine Elemente, aus denen Klammern wählen könnten.',
  'The operator {operator} does not work on {name}, which is of type {type}.':
    'Der Operator {operator} ist für {name} nicht möglich; der Typ ist {type}.',
  '{name} is compared with true or false, not with {value}.':
    '{name} wird mit true oder false verglichen, nicht mit {value}.',
  '{name} is compared with a number, not with {value}.': '{name} wird mit einer Zahl verglichen, nicht mit {value}.',
  '{name} is compared with a date and time such as "2026-01-31T12:00:00Z", not with {value}.':
    '{name} wird mit Datum und Uhrzeit verglichen, etwa „2026-01-31T12:00:00Z“, nicht mit {value}.',
  'sortBy names the unknown attribute {name}.': 'sortBy nennt das unbekannte Attribut {name}.',
  'sortBy needs a sub-attribute of {name}, such as "name.familyName".':
    'sortBy braucht ein Unterattribut von {name}, etwa „name.familyName“.',
};

export const patches: Readonly<Record<(typeof PATCHES)[number], string>> = {
  '{name} names no attribute of a {type}.': '{name} ist kein Attribut von {type}.',
  'A {type} has no attribute {names}, and nothing else is to be done.':
    '{type} hat kein Attribut {names}, und sonst ist nichts zu tun.',
  '{op} {path} needs a value.': '{op} {path} braucht einen Wert.',
  '{op} without a path needs a value.': '{op} ohne Pfad braucht einen Wert.',
  '{op} without a path needs an object of attributes as its value.':
    '{op} ohne Pfad braucht als Wert ein Objekt mit Attributen.',
  'A remove without a path has no target; name the attribute in path.':
    'Ein remove ohne Pfad hat kein Ziel; nennen Sie das Attribut in path.',
  "{path} needs an object of the extension's attributes.":
    '{path} braucht ein Objekt mit den Attributen der Erweiterung.',
  '{where}: an element to remove has nothing to find it by.':
    '{where}: Ein zu entfernendes Element hat nichts, woran es zu finden ist.',
  '{where}: there is no element whose part could be set.':
    '{where}: Es gibt kein Element, dessen Teil gesetzt werden könnte.',
  '{where}: nothing matches the filter, and an element can be created from eq terms joined by and only.':
    '{where}: Nichts passt zum Filter, und ein Element lässt sich nur aus eq-Vergleichen anlegen, die mit and verbunden sind.',
  'The operations go over more than {max} list elements in all; send fewer of them in one PATCH.':
    'Die Operationen gehen zusammen über mehr als {max} Listenelemente; senden Sie weniger davon in einem PATCH.',
  'members: more than {max} members are named in one request.':
    'members: In einer Anfrage werden mehr als {max} Mitglieder genannt.',
  'members: the parts of a member are immutable; remove the member and add another.':
    'members: Die Teile eines Mitglieds sind unveränderlich; entfernen Sie das Mitglied und fügen Sie ein anderes hinzu.',
  'The path is longer than {max} characters.': 'Der Pfad ist länger als {max} Zeichen.',
  '{path} selects by position; use a filter such as [type eq "work"].':
    '{path} wählt nach der Position; verwenden Sie einen Filter wie [type eq "work"].',
  '{path} has a "[" that is never closed.': '{path} hat ein „[“, das nie geschlossen wird.',
  '{path} is no path; write attribute, attribute.subAttribute or attribute[filter].subAttribute, each with a schema URN and ":" before it if need be.':
    '{path} ist kein Pfad; schreiben Sie attribut, attribut.unterattribut oder attribut[filter].unterattribut, bei Bedarf mit einer Schema-URN und „:“ davor.',
  '{name} is a path, not an attribute; send it as the path of an operation.':
    '{name} ist ein Pfad, kein Attribut; senden Sie ihn als path einer Operation.',
  '{name} has a ":" but does not begin with a schema URN.':
    '{name} hat einen „:“, beginnt aber nicht mit einer Schema-URN.',
  '{name} ends in ":"; name an attribute after it.': '{name} endet auf „:“; nennen Sie danach ein Attribut.',
  '{name} is neither a schema URN nor one followed by ":" and an attribute.':
    '{name} ist weder eine Schema-URN noch eine mit „:“ und einem Attribut dahinter.',
  '{name} needs a ":" between the URN {urn} and the attribute.':
    '{name} braucht einen „:“ zwischen der URN {urn} und dem Attribut.',
  '{where} is read-only; leave it out of the request.':
    '{where} ist schreibgeschützt; lassen Sie es aus der Anfrage weg.',
  '{name} is read-only and has another value; leave it out of the request.':
    '{name} ist schreibgeschützt und hat einen anderen Wert; lassen Sie es aus der Anfrage weg.',
  '{where} is required and cannot be removed; replace it instead.':
    '{where} ist erforderlich und kann nicht entfernt werden; ersetzen Sie es.',
  '{where}: required, so it must not be empty.': '{where} ist erforderlich und darf nicht leer sein.',
  '{where} is immutable and already has another value.': '{where} ist unveränderlich und hat schon einen anderen Wert.',
  '{where}: only one element can be primary.': '{where}: Nur ein Element kann primary sein.',
  'The extension {urn} is required and cannot be removed.':
    'Die Erweiterung {urn} ist erforderlich und kann nicht entfernt werden.',
  'schemas: {urn} cannot be removed from a {type}.': 'schemas: {urn} kann von {type} nicht entfernt werden.',
};

export const values: Readonly<Record<(typeof VALUES)[number], string>> = {
  '{where}: expected {~expected}': '{where}: Erwartet wird {~expected}',
  '{where}: required': '{where} ist erforderlich',
  '{where}: only one element may be primary': '{where}: Nur ein Element darf primary sein',
  '{where}: has a value that cannot change': '{where}: Der Wert lässt sich nicht ändern',
  'and {count} more': 'und {count} weitere',
  '{where}: {count} members; at most {max} are taken in one request.':
    '{where}: {count} Mitglieder; in einer Anfrage werden höchstens {max} angenommen.',
  'schemas: required; list {urn}': 'schemas ist erforderlich; nennen Sie {urn}',
  'schemas: {urn} stands there twice': 'schemas: {urn} steht dort zweimal',
  'schemas: {urn} is no schema of a {type}': 'schemas: {urn} ist kein Schema von {type}',
  'schemas: {urn} is missing': 'schemas: {urn} fehlt',
  '{name}: attributes of the core schema stand on the top level, not below its URN':
    '{name}: Attribute des Kernschemas stehen auf der obersten Ebene, nicht unter seiner URN',
  '{name} stands there twice, once unqualified': '{name} steht dort zweimal, einmal ohne URN',
  '{name}: stands twice in the query': '{name} steht zweimal in der Abfrage',
  'startIndex and cursor exclude each other; send one of them.':
    'startIndex und cursor schließen einander aus; senden Sie eines von beiden.',
  'attributes and excludedAttributes exclude each other; send one of them.':
    'attributes und excludedAttributes schließen einander aus; senden Sie eines von beiden.',
  '{parameter}: {count} names; at most {max} are taken.':
    '{parameter}: {count} Namen; höchstens {max} werden angenommen.',
  'count: at most {max} with cursor paging': 'count: beim Blättern mit Cursor höchstens {max}',
  '{attribute}: {bytes} bytes are too long; at most {max} are taken.':
    '{attribute}: {bytes} Bytes sind zu lang; höchstens {max} werden angenommen.',
  '{~expected}, got {~value}': '{~expected}, gesendet wurde {~value}',
  'a text': 'ein Text',
  'true or false': 'true oder false',
  'a number': 'eine Zahl',
  'an integer': 'eine ganze Zahl',
  'an integer, written without fraction or exponent': 'eine ganze Zahl ohne Nachkommastellen und Exponent',
  'a date and time such as "2026-01-31T10:00:00Z"': 'Datum und Uhrzeit, etwa „2026-01-31T10:00:00Z“',
  base64: 'Base64',
  'a list': 'eine Liste',
  'an object': 'ein Objekt',
  'a list of texts': 'eine Liste von Texten',
  'a list of URNs': 'eine Liste von URNs',
  'an object with a value': 'ein Objekt mit value',
  'the id of a user or group': 'die ID eines Benutzers oder einer Gruppe',
  'an object with op, path and value': 'ein Objekt mit op, path und value',
  'an object with method and path': 'ein Objekt mit method und path',
  'an object for a {method}': 'ein Objekt für {method}',
  'a list with at least one operation': 'eine Liste mit mindestens einer Operation',
  'POST, PUT, PATCH or DELETE': 'POST, PUT, PATCH oder DELETE',
  '"add", "remove" or "replace"': '„add“, „remove“ oder „replace“',
  '"ascending" or "descending"': '„ascending“ oder „descending“',
  '1 or more': '1 oder mehr',
  'an attribute name': 'ein Attributname',
  '"(" after not': '„(“ nach not',
  'an operator after {name}': 'ein Operator nach {name}',
  'a value after {operator}': 'ein Wert nach {operator}',
  'a blank': 'ein Leerzeichen',
  'and, or, or the end of the filter': 'and, or oder das Ende des Filters',
  'the end': 'das Ende',
  'the text {text}': 'der Text {text}',
};

export const bodies: Readonly<Record<(typeof BODIES)[number], string>> = {
  'Operation {number}: {~reason}': 'In Operation {number}: {~reason}',
  'expected {~expected}': 'Erwartet wird {~expected}',
  'Operations: {count} operations; at most {max} are taken in one PATCH.':
    'Operations: {count} Operationen; in einem PATCH werden höchstens {max} angenommen.',
  'Operations: {count} operations; at most {max} are taken in one bulk request.':
    'Operations: {count} Operationen; in einer Sammelanfrage werden höchstens {max} angenommen.',
  'path: a POST goes to an endpoint, not to a resource':
    'path: Ein POST geht an einen Endpunkt, nicht an eine Ressource',
  'path: a {method} goes to a resource, such as "/Users/{id}"':
    'path: {method} geht an eine Ressource, etwa „/Users/{id}“',
  'bulkId: required for a POST': 'bulkId ist bei POST erforderlich',
  'path: {path} is no path of this service': 'path: {path} ist kein Pfad dieses Dienstes',
  'path: a bulk request cannot hold another': 'path: Eine Sammelanfrage kann keine andere enthalten',
  'bulkId: {bulkId} stands twice': 'bulkId: {bulkId} steht zweimal da',
  'bulkId {bulkId} is part of a circle that cannot be resolved.':
    'bulkId {bulkId} ist Teil eines Kreises, der sich nicht auflösen lässt.',
  'bulkId {bulkId} names no resource that this request created.':
    'bulkId {bulkId} nennt keine Ressource, die diese Anfrage angelegt hat.',
  'The number {number} cannot be kept without loss.': 'Die Zahl {number} lässt sich nicht ohne Verlust speichern.',
  'The body names {count} attributes; at most {max} are taken in one request.':
    'Der Inhalt nennt {count} Attribute; in einer Anfrage werden höchstens {max} angenommen.',
  'The body is nested deeper than {max} levels.': 'Der Inhalt ist tiefer als {max} Ebenen verschachtelt.',
  '{name} stands twice in one object.': '{name} steht zweimal in einem Objekt.',
  'An attribute stands twice in one object.': 'Ein Attribut steht zweimal in einem Objekt.',
  '{name} stands twice in one object, in different letter case.':
    '{name} steht zweimal in einem Objekt, verschieden groß- und kleingeschrieben.',
  'A text is {count} characters long; at most {max} are taken.':
    'Ein Text ist {count} Zeichen lang; höchstens {max} werden angenommen.',
  '{text} has a character that cannot be stored: NUL, or half of a surrogate pair.':
    '{text} hat ein Zeichen, das sich nicht speichern lässt: NUL oder ein halbes Surrogatpaar.',
  'The body is empty; a JSON object is expected.': 'Der Inhalt ist leer; erwartet wird ein JSON-Objekt.',
  'A JSON object is expected.': 'Erwartet wird ein JSON-Objekt.',
  'The body has half of a surrogate pair, which cannot be stored.':
    'Der Inhalt hat ein halbes Surrogatpaar, das sich nicht speichern lässt.',
  'The body is not valid UTF-8.': 'Der Inhalt ist kein gültiges UTF-8.',
  'The body is not valid JSON: it ends too early.': 'Der Inhalt ist kein gültiges JSON: Er endet zu früh.',
  'The body is not valid JSON.': 'Der Inhalt ist kein gültiges JSON.',
  'The request needs a body: a JSON object.': 'Die Anfrage braucht einen Inhalt: ein JSON-Objekt.',
  'The body has {bytes} bytes; at most {max} are taken here. Send less at a time.':
    'Der Inhalt hat {bytes} Bytes; hier werden höchstens {max} angenommen. Senden Sie weniger auf einmal.',
  'The body is too large: at most {max} bytes are taken. Send less at a time.':
    'Der Inhalt ist zu groß: Höchstens {max} Bytes werden angenommen. Senden Sie weniger auf einmal.',
  'Send the body as application/scim+json or application/json, in UTF-8.':
    'Senden Sie den Inhalt als application/scim+json oder application/json in UTF-8.',
};
