/** Steps in the order in which a person clicks them, in the provider's own words. */
export const guide = {
  title: 'Set up {{provider}}',
  stepsTitle: 'Steps',
  notesTitle: 'Good to know',
  attributesTitle: 'Attribute mapping',
  attributesUsers: 'Users',
  attributesGroups: 'Groups',
  attributesIntro: 'Rollcall accepts and keeps every SCIM attribute. These are the ones that it reads itself.',
  columns: { source: '{{provider}}', target: 'Rollcall (SCIM)', note: 'Note' },
  valuesTitle: 'Your values',
  tokenValue: 'The token that you copied (ends in {{lastFour}}). Lost it? Rotate the token.',
  tokenNone: 'No live token. Rotate the token to generate one.',
  rowNotes: {
    matching: 'Finds the person again; keep it as the matching attribute',
    change: 'Change it: the default mailNickname is neither unique nor stable',
    optional: 'Optional',
    active: 'Turns people off and on again',
  },
  providers: {
    entra: {
      steps: [
        'In the Microsoft Entra admin center open Enterprise apps, choose New application, then Create your own application. Name it and keep “Integrate any other application you don’t find in the gallery”.',
        'Open Provisioning in the new app and choose New configuration. Paste the Tenant URL and the Secret token from above.',
        'Press Test connection. The first connection step on the Overview tab ticks itself. Then save.',
        'Open Attribute mapping and set externalId to objectId for users; for groups it already is. Do this before the first cycle.',
        'Under Users and groups assign the people and groups that Rollcall should know. Keep the scope “Sync only assigned users and groups”.',
        'Choose Start provisioning. To see one person at once, use Provision on demand.',
      ],
      notes: [
        'Entra sends changes about every 40 minutes; the first cycle may take longer.',
        'Members of nested groups are not sent. Assign the inner groups, too.',
        'A disabled or unassigned person becomes inactive here; a deleted one is deleted 30 days later, when Entra removes it for good.',
        'The optional flag ?aadOptscim062020 behind the Tenant URL is not needed. Rollcall understands both ways in which Entra writes changes.',
      ],
    },
    okta: {
      steps: [
        'In the Okta admin console open your app (or add one from the catalogue: “SCIM 2.0 Test App (Header Auth)”). In a custom app choose SCIM under General › App Settings › Provisioning.',
        'Open Provisioning › Integration. Paste the SCIM connector base URL. As the unique identifier field for users enter userName.',
        'Tick Push New Users, Push Profile Updates and Push Groups. As the authentication mode choose HTTP Header and paste the token.',
        'Press Test Connector Configuration, then save.',
        'Under Provisioning › To App enable Create Users, Update User Attributes and Deactivate Users.',
        'Assign people under Assignments. Under Push Groups choose the groups to send.',
      ],
      notes: [
        'Assigning a group sends its people. To send the group itself, push it under Push Groups.',
        'Okta does not delete people; it deactivates them.',
      ],
    },
    onelogin: {
      steps: [
        'In the OneLogin admin portal add the app “SCIM Provisioner with SAML (SCIM v2 Enterprise)”.',
        'Under Configuration paste the SCIM Base URL and the SCIM Bearer Token, then choose Enable next to API Status.',
        'Under Parameters include Groups in user provisioning if groups should be sent.',
        'Under Provisioning tick Enable provisioning and choose what happens when a person is removed. Save.',
        'Assign people or roles to the app. Use Rules to set groups in the app.',
      ],
      notes: ['Tasks may wait for approval under Users › Provisioning unless approval is turned off.'],
    },
    jumpcloud: {
      steps: [
        'In the JumpCloud admin portal open SSO Applications, add a custom application and choose Export users to this app (Identity Management).',
        'On the Identity Management tab choose SCIM 2.0. Paste the Base URL and the Token Key, and enter an e-mail address for the test user.',
        'Press Test Connection: JumpCloud creates and deletes a test user. Then press Activate.',
        'Tick Enable management of User Groups and Group Membership if groups should be sent.',
        'Under User Groups bind the groups whose people Rollcall should know.',
      ],
      notes: ['The test user and group of the connection test are visible in the requests, not in the directory.'],
    },
    ping: {
      steps: [
        'In the PingOne console open Integrations › Provisioning and create a new connection of the kind Identity Store › SCIM Outbound.',
        'Paste the SCIM Base URL, keep SCIM version 2.0 and /Users. As the authentication method choose OAuth 2 Bearer Token and paste the OAuth Access Token.',
        'As the user filter expression keep userName Eq "%s". Press Test Connection, then save.',
        'Create a rule that connects your PingOne directory with this connection, and add the groups to send.',
        'Turn the connection and the rule on.',
      ],
      notes: ['Choose Disable as the action for removed people if they should stay visible as inactive.'],
    },
    other: {
      steps: [
        'Give the client the SCIM API URL as its base URL. It appends /Users and /Groups itself.',
        'As authentication choose a bearer token: the header “Authorization: Bearer”, followed by the token.',
        'Map a unique sign-in name to userName and a stable id of your own to externalId.',
        'Run the client’s connection test, then its first synchronisation.',
      ],
      notes: [
        'What the server supports is told at /ServiceProviderConfig, its attributes at /Schemas.',
        'Every refused request is explained under Requests.',
      ],
    },
  },
} as const;
