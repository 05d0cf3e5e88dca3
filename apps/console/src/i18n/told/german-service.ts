import type { SERVICE, NOTES } from './english';

export const service: Readonly<Record<(typeof SERVICE)[number], string>> = {
  'userName {name} is already used by another user of this integration (upper and lower case are the same, and inactive users count). Find it with filter=userName eq and update it.':
    'Den userName {name} hat schon ein anderer Benutzer dieser Integration (Groß- und Kleinschreibung gelten gleich, auch inaktive Benutzer zählen). Suchen Sie ihn mit filter=userName eq und ändern Sie ihn.',
  'displayName {name} is already used by another group of this integration (upper and lower case are the same). Find it with filter=displayName eq and update it.':
    'Den displayName {name} hat schon eine andere Gruppe dieser Integration (Groß- und Kleinschreibung gelten gleich). Suchen Sie sie mit filter=displayName eq und ändern Sie sie.',
  '{values} is already used by another {type} of this integration. Find it with a filter and update it.':
    '{values} hat schon eine andere Ressource vom Typ {type} in dieser Integration. Suchen Sie sie mit einem Filter und ändern Sie sie.',
  'One of {values} is already used by another {type} of this integration. Find it with a filter and update it.':
    'Einen der Werte {values} hat schon eine andere Ressource vom Typ {type} in dieser Integration. Suchen Sie sie mit einem Filter und ändern Sie sie.',
  'There is no user {id} in this integration.': 'In dieser Integration gibt es keinen Benutzer {id}.',
  'There is no group {id} in this integration.': 'In dieser Integration gibt es keine Gruppe {id}.',
  'There is no {type} {id} in this integration.': 'In dieser Integration gibt es {type} {id} nicht.',
  'There is no schema {urn}.': 'Ein Schema {urn} gibt es nicht.',
  'There is no resource type {name}.': 'Einen Ressourcentyp {name} gibt es nicht.',
  'There is no endpoint {name}.': 'Einen Endpunkt {name} gibt es nicht.',
  'There is no such endpoint.': 'Diesen Endpunkt gibt es nicht.',
  'There is no such endpoint. The SCIM API URL of the console is the base; /Users and /Groups follow it.':
    'Diesen Endpunkt gibt es nicht. Grundlage ist die SCIM-API-URL aus der Konsole; /Users und /Groups folgen darauf.',
  '/Me is not offered: a token belongs to an integration, not to a person.':
    '/Me wird nicht angeboten: Ein Token gehört einer Integration, nicht einer Person.',
  'Schemas and resource types are not filtered: they are few, read them all.':
    'Schemas und Ressourcentypen lassen sich nicht filtern: Es sind wenige, lesen Sie alle.',
  'Answers are application/scim+json: accept that, application/json or */*.':
    'Antworten sind application/scim+json: Akzeptieren Sie das, application/json oder */*.',
  '{method} is not possible here. The header Allow names the methods that are.':
    '{method} ist hier nicht möglich. Welche Methoden es sind, nennt die Kopfzeile Allow.',
  'Send a SearchRequest by POST here.': 'Senden Sie hierher einen SearchRequest mit POST.',
  'The resource has changed since it was read. Read it again and repeat.':
    'Die Ressource hat sich geändert, seit sie gelesen wurde. Lesen Sie sie noch einmal und wiederholen Sie die Anfrage.',
  'The resource has changed: its version is {version} now. Read it again and repeat.':
    'Die Ressource hat sich geändert: Ihre Version ist jetzt {version}. Lesen Sie sie noch einmal und wiederholen Sie die Anfrage.',
  'The user has changed since it was read. Read it again and repeat.':
    'Der Benutzer hat sich geändert, seit er gelesen wurde. Lesen Sie ihn noch einmal und wiederholen Sie die Anfrage.',
  'The {type} has changed since it was read. Read it again and repeat.':
    '{type} hat sich geändert, seit die Ressource gelesen wurde. Lesen Sie sie noch einmal und wiederholen Sie die Anfrage.',
  'The group has changed meanwhile. Read it again and repeat.':
    'Die Gruppe hat sich inzwischen geändert. Lesen Sie sie noch einmal und wiederholen Sie die Anfrage.',
  'Too many others change this resource at the same moment. Send the request again.':
    'Zu viele andere ändern diese Ressource im selben Moment. Senden Sie die Anfrage noch einmal.',
  'A group cannot contain itself, neither directly nor through other groups: {groups}.':
    'Eine Gruppe kann sich nicht selbst enthalten, weder direkt noch über andere Gruppen: {groups}.',
  'A member was deleted meanwhile. Read the members again and repeat.':
    'Ein Mitglied wurde inzwischen gelöscht. Lesen Sie die Mitglieder noch einmal und wiederholen Sie die Anfrage.',
  'members: {id} is neither a user nor a group of this integration, so nothing was changed. Create it first, then add it.':
    'members: {id} ist weder Benutzer noch Gruppe dieser Integration, daher wurde nichts geändert. Legen Sie zuerst das Mitglied an und fügen Sie es dann hinzu.',
  'The cursor does not belong to this list. Start again with an empty cursor.':
    'Der Cursor gehört nicht zu dieser Liste. Beginnen Sie wieder mit einem leeren Cursor.',
  'The cursor is too old. Start again with an empty cursor.':
    'Der Cursor ist zu alt. Beginnen Sie wieder mit einem leeren Cursor.',
  'count must stay {count}, as on the first page.': 'count muss {count} bleiben wie auf der ersten Seite.',
  'The query takes too long over so many resources. Narrow it, for example by userName, externalId or emails.value.':
    'Die Abfrage dauert bei so vielen Ressourcen zu lange. Grenzen Sie sie ein, zum Beispiel mit userName, externalId oder emails.value.',
  'The request names its host more than once.': 'Die Anfrage nennt ihren Host mehr als einmal.',
  'No organisation is served under this host name. Check the SCIM API URL in the console.':
    'Unter diesem Hostnamen gibt es keine Organisation. Prüfen Sie die SCIM-API-URL in der Konsole.',
  'The bearer token is missing or not valid (any more). Generate one in the console: Integrations, Rotate token.':
    'Das Bearer-Token fehlt oder gilt nicht (mehr). Erzeugen Sie in der Konsole eines: Integrationen, Token erneuern.',
  'This integration is paused in the console. Requests are taken again when it is resumed.':
    'Diese Integration ist in der Konsole angehalten. Anfragen werden wieder angenommen, sobald sie fortgesetzt wird.',
  'The directory cannot be reached at the moment. Nothing was lost: send the request again.':
    'Das Verzeichnis ist im Augenblick nicht erreichbar. Nichts ging verloren: Senden Sie die Anfrage noch einmal.',
  'The token is not alive any more.': 'Das Token gilt nicht mehr.',
  'It carries no bearer token.': 'Die Anfrage hat kein Bearer-Token.',
  'Its bearer token was never issued here.': 'Das Bearer-Token wurde hier nie ausgestellt.',
  '{~came} from {from} to {until} UTC, the last one from {~address}.':
    '{~came} zwischen {from} und {until} UTC, zuletzt von {~address}.',
  'It came': 'Sie kam',
  'They came': 'Sie kamen',
  'an unknown address': 'einer unbekannten Adresse',
  'The integration of this token was deleted.': 'Die Integration dieses Tokens wurde gelöscht.',
  'The integration of this token was deleted by {by}.': 'Die Integration dieses Tokens wurde von {by} gelöscht.',
  'The integration of this token was deleted on {@when} UTC.':
    'Die Integration dieses Tokens wurde am {@when} UTC gelöscht.',
  'The integration of this token was deleted on {@when} UTC by {by}.':
    'Die Integration dieses Tokens wurde am {@when} UTC von {by} gelöscht.',
  '{~token} was revoked.': '{~token} wurde widerrufen.',
  '{~token} was revoked by {by}.': '{~token} wurde von {by} widerrufen.',
  '{~token} was revoked on {@when} UTC.': '{~token} wurde am {@when} UTC widerrufen.',
  '{~token} was revoked on {@when} UTC by {by}.': '{~token} wurde am {@when} UTC von {by} widerrufen.',
  '{~token} expired.': '{~token} ist abgelaufen.',
  '{~token} expired on {@when} UTC.': '{~token} ist am {@when} UTC abgelaufen.',
  '{~token} could not be used.': '{~token} konnte nicht verwendet werden.',
  'This token': 'Dieses Token',
  'This token, ending in {lastFour},': 'Dieses Token mit dem Ende {lastFour}',
  'Something went wrong on our side in request {id}.': 'In Anfrage {id} ist auf unserer Seite etwas schiefgegangen.',
  'Something went wrong on our side. Tell the administrator of Rollcall this request id: {id}':
    'Auf unserer Seite ist etwas schiefgegangen. Nennen Sie dem Betreiber von Rollcall diese Anfrage-ID: {id}',
  'The request is not valid.': 'Die Anfrage ist ungültig.',
  'The request cannot be served.': 'Die Anfrage lässt sich nicht beantworten.',
};

export const notes: Readonly<Record<(typeof NOTES)[number], string>> = {
  'The attributes below the URN of the core schema were read as core attributes.':
    'Die Attribute unter der URN des Kernschemas wurden als Kernattribute gelesen.',
  'An empty text was read as no value.': 'Ein leerer Text wurde als „kein Wert“ gelesen.',
  'The manager was read as the one of the enterprise extension.':
    'Der Vorgesetzte wurde als der der Enterprise-Erweiterung gelesen.',
  'Names in the value that are paths were read as the paths of operations of their own.':
    'Namen im Wert, die Pfade sind, wurden als Pfade eigener Operationen gelesen.',
  '{name} names no attribute of a {type} and was skipped.':
    '{name} ist kein Attribut von {type} und wurde übersprungen.',
  'A text was read as the boolean that it spells.': 'Ein Text wurde als der Wahrheitswert gelesen, den er nennt.',
  '{where}: the text {text} was read as {value}.': '{where}: Der Text {text} wurde als {value} gelesen.',
  'The manager was read as an object with a value.': 'Der Vorgesetzte wurde als Objekt mit value gelesen.',
  'A role that was written as JSON in a text was read as that JSON.':
    'Eine Rolle, die als JSON in einem Text stand, wurde als dieses JSON gelesen.',
  "A role's displayName was read as its display.": 'Der displayName einer Rolle wurde als ihr display gelesen.',
  'Nothing matched the path, so an element was created from the filter.':
    'Nichts passte zum Pfad, daher wurde aus dem Filter ein Element angelegt.',
  'Nothing matched {path}, so an element was created from the filter.':
    'Nichts passte zu {path}, daher wurde aus dem Filter ein Element angelegt.',
  'Only the listed elements were removed.': 'Nur die genannten Elemente wurden entfernt.',
  'Only the {count} listed elements of {name} were removed.':
    'Nur die {count} genannten Elemente von {name} wurden entfernt.',
  'Only the listed members were removed.': 'Nur die genannten Mitglieder wurden entfernt.',
  'Only the {count} listed members were removed.': 'Nur die {count} genannten Mitglieder wurden entfernt.',
  'A read-only attribute was ignored.': 'Ein schreibgeschütztes Attribut wurde nicht beachtet.',
  '{name} is read-only and was ignored.': '{name} ist schreibgeschützt und wurde nicht beachtet.',
  '{name} was accepted, and dropped without being stored.': '{name} wurde angenommen und nicht gespeichert.',
  'A single value that came as a list, or as an object with a value, was taken out of it.':
    'Ein einzelner Wert, der als Liste oder als Objekt mit value kam, wurde daraus entnommen.',
  '{where}: {name} is no attribute of it and was ignored.':
    '{where}: {name} ist kein Attribut davon und wurde nicht beachtet.',
  '{name} is no attribute of a {type} and was ignored.':
    '{name} ist kein Attribut von {type} und wurde nicht beachtet.',
  '{name} was read as the attribute of that schema.': '{name} wurde als das Attribut dieses Schemas gelesen.',
  'The resource has no data of {urn}, so it was not listed among its schemas.':
    'Die Ressource hat keine Daten von {urn}, daher steht es nicht unter ihren Schemas.',
  'Operation {number} ({~method}) was refused with {status}: {~reason}':
    'Operation {number} ({~method}) wurde mit {status} abgelehnt: {~reason}',
  'no method': 'ohne Methode',
};
