import type { Catalogue } from '../en';

export const guide: Catalogue['guide'] = {
  title: '{{provider}} einrichten',
  stepsTitle: 'Schritte',
  notesTitle: 'Gut zu wissen',
  attributesTitle: 'Attributzuordnung',
  attributesUsers: 'Benutzer',
  attributesGroups: 'Gruppen',
  attributesIntro: 'Rollcall nimmt jedes SCIM-Attribut an und bewahrt es auf. Diese liest es selbst.',
  columns: { source: '{{provider}}', target: 'Rollcall (SCIM)', note: 'Anmerkung' },
  valuesTitle: 'Ihre Werte',
  tokenValue: 'Das Token, das Sie kopiert haben (endet auf {{lastFour}}). Verloren? Erneuern Sie das Token.',
  tokenNone: 'Kein gültiges Token. Erneuern Sie das Token, um eines zu erzeugen.',
  rowNotes: {
    matching: 'Findet die Person wieder; als Abgleichsattribut belassen',
    change: 'Ändern: Die Vorgabe mailNickname ist weder eindeutig noch beständig',
    optional: 'Freiwillig',
    active: 'Schaltet Personen aus und wieder ein',
  },
  providers: {
    entra: {
      steps: [
        'Öffnen Sie im Microsoft Entra Admin Center die Unternehmens-Apps, wählen Sie Neue Anwendung und dann Eigene Anwendung erstellen. Geben Sie ihr einen Namen und belassen Sie „Beliebige andere, nicht im Katalog gefundene Anwendung integrieren“.',
        'Öffnen Sie in der neuen App die Bereitstellung und wählen Sie Neue Konfiguration. Fügen Sie Mandanten-URL und geheimes Token von oben ein.',
        'Drücken Sie Verbindung testen. Der erste Schritt der Verbindung in der Übersicht hakt sich von selbst ab. Speichern Sie dann.',
        'Öffnen Sie die Attributzuordnung und setzen Sie externalId bei Benutzern auf objectId; bei Gruppen ist es schon so. Tun Sie das vor dem ersten Zyklus.',
        'Weisen Sie unter Benutzer und Gruppen die Personen und Gruppen zu, die Rollcall kennen soll. Belassen Sie den Umfang „Nur zugewiesene Benutzer und Gruppen synchronisieren“.',
        'Wählen Sie Bereitstellung starten. Um eine Person sofort zu sehen, nutzen Sie die bedarfsorientierte Bereitstellung.',
      ],
      notes: [
        'Entra schickt Änderungen etwa alle 40 Minuten; der erste Zyklus kann länger dauern.',
        'Mitglieder verschachtelter Gruppen werden nicht geschickt. Weisen Sie auch die inneren Gruppen zu.',
        'Wer deaktiviert oder nicht mehr zugewiesen ist, wird hier inaktiv; Gelöschte werden 30 Tage später gelöscht, wenn Entra sie endgültig entfernt.',
        'Der freiwillige Zusatz ?aadOptscim062020 hinter der Mandanten-URL ist nicht nötig. Rollcall versteht beide Schreibweisen von Entra.',
      ],
    },
    okta: {
      steps: [
        'Öffnen Sie in der Okta-Adminkonsole Ihre App (oder fügen Sie aus dem Katalog „SCIM 2.0 Test App (Header Auth)“ hinzu). In einer eigenen App wählen Sie SCIM unter General › App Settings › Provisioning.',
        'Öffnen Sie Provisioning › Integration. Fügen Sie die SCIM connector base URL ein. Als unique identifier field for users geben Sie userName ein.',
        'Haken Sie Push New Users, Push Profile Updates und Push Groups an. Wählen Sie als Authentication Mode HTTP Header und fügen Sie das Token ein.',
        'Drücken Sie Test Connector Configuration und speichern Sie.',
        'Schalten Sie unter Provisioning › To App Create Users, Update User Attributes und Deactivate Users ein.',
        'Weisen Sie unter Assignments Personen zu. Wählen Sie unter Push Groups die Gruppen, die geschickt werden.',
      ],
      notes: [
        'Eine zugewiesene Gruppe schickt ihre Personen. Um die Gruppe selbst zu schicken, wählen Sie sie unter Push Groups.',
        'Okta löscht Personen nicht, es deaktiviert sie.',
      ],
    },
    onelogin: {
      steps: [
        'Fügen Sie im OneLogin-Adminportal die App „SCIM Provisioner with SAML (SCIM v2 Enterprise)“ hinzu.',
        'Fügen Sie unter Configuration die SCIM Base URL und das SCIM Bearer Token ein und wählen Sie neben API Status Enable.',
        'Nehmen Sie unter Parameters die Groups in die Bereitstellung auf, wenn Gruppen geschickt werden sollen.',
        'Haken Sie unter Provisioning Enable provisioning an und wählen Sie, was beim Entfernen einer Person geschieht. Speichern Sie.',
        'Weisen Sie der App Personen oder Rollen zu. Mit Rules setzen Sie Gruppen in der App.',
      ],
      notes: ['Aufgaben warten unter Users › Provisioning auf Freigabe, solange die Freigabe nicht abgeschaltet ist.'],
    },
    jumpcloud: {
      steps: [
        'Öffnen Sie im JumpCloud-Adminportal SSO Applications, fügen Sie eine eigene Anwendung hinzu und wählen Sie Export users to this app (Identity Management).',
        'Wählen Sie auf dem Reiter Identity Management SCIM 2.0. Fügen Sie Base URL und Token Key ein und geben Sie eine E-Mail-Adresse für den Testbenutzer an.',
        'Drücken Sie Test Connection: JumpCloud legt einen Testbenutzer an und löscht ihn wieder. Drücken Sie dann Activate.',
        'Haken Sie Enable management of User Groups and Group Membership an, wenn Gruppen geschickt werden sollen.',
        'Verbinden Sie unter User Groups die Gruppen, deren Personen Rollcall kennen soll.',
      ],
      notes: ['Testbenutzer und Testgruppe des Verbindungstests sieht man bei den Anfragen, nicht im Verzeichnis.'],
    },
    ping: {
      steps: [
        'Öffnen Sie in der PingOne-Konsole Integrations › Provisioning und legen Sie eine neue Verbindung der Art Identity Store › SCIM Outbound an.',
        'Fügen Sie die SCIM Base URL ein, belassen Sie SCIM version 2.0 und /Users. Wählen Sie als Authentication Method OAuth 2 Bearer Token und fügen Sie das OAuth Access Token ein.',
        'Belassen Sie als user filter expression userName Eq "%s". Drücken Sie Test Connection und speichern Sie.',
        'Legen Sie eine Regel an, die Ihr PingOne-Verzeichnis mit dieser Verbindung verknüpft, und fügen Sie die Gruppen hinzu.',
        'Schalten Sie Verbindung und Regel ein.',
      ],
      notes: ['Wählen Sie Disable als Aktion für entfernte Personen, wenn sie als inaktiv sichtbar bleiben sollen.'],
    },
    other: {
      steps: [
        'Geben Sie dem Client die SCIM-API-URL als Basisadresse. /Users und /Groups hängt er selbst an.',
        'Wählen Sie als Anmeldung ein Bearer-Token: den Header „Authorization: Bearer“, gefolgt vom Token.',
        'Ordnen Sie userName einen eindeutigen Anmeldenamen und externalId eine beständige eigene Kennung zu.',
        'Führen Sie den Verbindungstest des Clients aus, danach den ersten Abgleich.',
      ],
      notes: [
        'Was der Server kann, steht unter /ServiceProviderConfig, seine Attribute unter /Schemas.',
        'Jede abgelehnte Anfrage wird unter Anfragen erklärt.',
      ],
    },
  },
};
