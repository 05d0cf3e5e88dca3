import type { FIELDS, DEEDS } from './english';

export const fields: Readonly<Record<(typeof FIELDS)[number], string>> = {
  'Enter a name.': 'Geben Sie einen Namen ein.',
  'Enter your name.': 'Geben Sie Ihren Namen ein.',
  'Enter the name of your organisation.': 'Geben Sie den Namen Ihrer Organisation ein.',
  'Enter an e-mail address.': 'Geben Sie eine E-Mail-Adresse ein.',
  'Leave out line breaks and other control characters.': 'Lassen Sie Zeilenumbrüche und andere Steuerzeichen weg.',
  'Use at most {max} characters.': 'Verwenden Sie höchstens {max} Zeichen.',
  'Use at least {min} characters. A sentence works well.':
    'Verwenden Sie mindestens {min} Zeichen. Ein Satz eignet sich gut.',
  'This password repeats too much. Use a sentence.':
    'In diesem Passwort wiederholt sich zu viel. Verwenden Sie einen Satz.',
  'This password is one that others guess first. Use a sentence of your own.':
    'Dieses Passwort erraten andere zuerst. Verwenden Sie einen eigenen Satz.',
  'Keep at most {max} views. Delete one first.': 'Es sind höchstens {max} Ansichten möglich. Löschen Sie zuerst eine.',
  'You have a view of this name. Choose another one.':
    'Sie haben schon eine Ansicht dieses Namens. Wählen Sie einen anderen.',
  'This name is used by another integration.': 'Eine andere Integration heißt bereits so.',
  'Type the name exactly as it is shown.': 'Geben Sie den Namen genau so ein, wie er dasteht.',
  'This is not your password.': 'Das ist nicht Ihr Passwort.',
  'This person is a member or has been invited already.': 'Diese Person ist bereits Mitglied oder eingeladen.',
};

export const deeds: Readonly<Record<(typeof DEEDS)[number], string>> = {
  'Only an Owner can make somebody Owner.': 'Nur ein Inhaber kann jemanden zum Inhaber machen.',
  'Ownership goes to an active member only.': 'Die Inhaberschaft geht nur an ein aktives Mitglied.',
  'Ask another Owner or Admin: nobody does this to their own account.':
    'Bitten Sie einen anderen Inhaber oder Administrator: Niemand tut das mit dem eigenen Konto.',
  'Only an Owner can change an Owner.': 'Nur ein Inhaber kann einen Inhaber ändern.',
  'Only an Owner can invite an Owner.': 'Nur ein Inhaber kann einen Inhaber einladen.',
  'Only an Owner can change an invitation of an Owner.': 'Nur ein Inhaber kann die Einladung eines Inhabers ändern.',
  'You have revoked three tokens within the hour. An Admin or Owner can revoke more.':
    'Sie haben innerhalb einer Stunde drei Tokens widerrufen. Weitere kann ein Administrator oder Inhaber widerrufen.',
  'Things have changed since the preview. Look at it again.':
    'Seit der Vorschau hat sich etwas geändert. Sehen Sie sie noch einmal an.',
  'Everything about this trip is decided already.': 'Über alles hieran ist schon entschieden.',
  '{by} has just decided. Wait until that is done.': '{by} hat gerade entschieden. Warten Sie, bis das ausgeführt ist.',
  'Somebody has paused the removal already.': 'Jemand hat das Entfernen schon angehalten.',
};
