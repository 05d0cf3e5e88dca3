/** What a look over all people and groups found, and the fix in the provider's own words (A22). */
export const health = {
  title: 'Findings',
  asOf: 'As of {{when}}',
  running: 'Looking over all people and groups…',
  refresh: 'Refresh',
  firstTitle: 'Looking for the first time',
  firstText: 'Rollcall reads all people and groups of this integration once. This page fills by itself.',
  nobodyTitle: 'Nothing to look at yet',
  nobodyText: 'No people or groups have arrived. The first look begins when {{provider}} has sent some.',
  fine: 'Nothing to mend. Every person has an e-mail, a department, a title and an externalId, and nobody is there twice.',
  share: '{{percent}} of {{total, number}}',
  all: 'and {{count, number}} more',
  examples: 'For example',
  coverageTitle: 'Attributes received',
  coverageText: 'How many people and groups carry each attribute that {{provider}} has sent.',
  users: 'People',
  groups: 'Groups',
  columns: { attribute: 'Attribute', share: 'Share', count: 'Count' },
  truncated: 'Only the fullest attributes are listed.',
  showAll_one: 'Show {{count, number}} more attribute',
  showAll_other: 'Show {{count, number}} more attributes',
  issues: {
    emailMissing_one: '{{count, number}} person has no e-mail',
    emailMissing_other: '{{count, number}} people have no e-mail',
    departmentMissing_one: '{{count, number}} person has no department',
    departmentMissing_other: '{{count, number}} people have no department',
    titleMissing_one: '{{count, number}} person has no title',
    titleMissing_other: '{{count, number}} people have no title',
    externalIdMissing_one: '{{count, number}} person has no externalId',
    externalIdMissing_other: '{{count, number}} people have no externalId',
    externalIdNotGuid_one: '{{count, number}} person has an externalId that is not an object ID',
    externalIdNotGuid_other: '{{count, number}} people have an externalId that is not an object ID',
    emailDuplicate_one: '{{count, number}} person shares an e-mail with another',
    emailDuplicate_other: '{{count, number}} people share an e-mail with another',
    externalIdDuplicate_one: '{{count, number}} person shares an externalId with another',
    externalIdDuplicate_other: '{{count, number}} people share an externalId with another',
    employeeNumberDuplicate_one: '{{count, number}} person shares an employee number with another',
    employeeNumberDuplicate_other: '{{count, number}} people share an employee number with another',
    emailElsewhere_one: '{{count, number}} person has an e-mail that is also in another integration',
    emailElsewhere_other: '{{count, number}} people have an e-mail that is also in another integration',
    externalIdElsewhere_one: '{{count, number}} person has an externalId that is also in another integration',
    externalIdElsewhere_other: '{{count, number}} people have an externalId that is also in another integration',
    groupExternalIdMissing_one: '{{count, number}} group has no externalId',
    groupExternalIdMissing_other: '{{count, number}} groups have no externalId',
    groupExternalIdNotGuid_one: '{{count, number}} group has an externalId that is not an object ID',
    groupExternalIdNotGuid_other: '{{count, number}} groups have an externalId that is not an object ID',
    groupExternalIdDuplicate_one: '{{count, number}} group shares an externalId with another',
    groupExternalIdDuplicate_other: '{{count, number}} groups share an externalId with another',
    groupEmpty_one: '{{count, number}} group has no members',
    groupEmpty_other: '{{count, number}} groups have no members',
  },
  fixes: {
    emailMissing:
      'In {{provider}} open {{where}} and check that {{source}} goes to {{target}}. Whoever is still listed then has no address there.',
    departmentMissing:
      'In {{provider}} open {{where}} and check that {{source}} goes to the department of the enterprise extension, or fill the field in for these people.',
    titleMissing:
      'In {{provider}} open {{where}} and check that {{source}} goes to title, or fill the field in for these people.',
    externalIdMissing:
      'In {{provider}} open {{where}} and map {{source}} to externalId. Without it people cannot be found again when their name changes.',
    externalIdNotGuid:
      'In {{provider}} open {{where}} and change the source of externalId from mailNickname to objectId. Then choose Restart provisioning, so that everybody is sent again.',
    emailDuplicate:
      'Find them in {{provider}} and correct the address of one of them. A system that matches people by e-mail cannot tell them apart.',
    externalIdDuplicate:
      'An externalId should belong to one person. In {{provider}} open {{where}} and map {{source}} to externalId; shared mailboxes and copied accounts are the usual cause.',
    employeeNumberDuplicate:
      'Find them in {{provider}} and correct the employee number of one of them, or take the second account out of provisioning.',
    emailElsewhere:
      'They arrive from two integrations. That is allowed; if it is not intended, take them out of one of the two assignments.',
    externalIdElsewhere:
      'They arrive from two integrations, or two providers count alike. If it is not intended, take them out of one of the two assignments.',
    groupExternalIdMissing: 'In {{provider}} open {{whereGroups}} and map {{sourceGroups}} to externalId.',
    groupExternalIdNotGuid:
      'In {{provider}} open {{whereGroups}} and map objectId to externalId. Then choose Restart provisioning.',
    groupExternalIdDuplicate:
      'An externalId should belong to one group. In {{provider}} open {{whereGroups}} and map {{sourceGroups}} to externalId.',
    groupEmpty: {
      entra:
        'Entra ID sends direct members only, and only people who are assigned. Assign the inner groups of nested ones, too, or assign their people.',
      okta: 'Okta sends members who are assigned to the app. Assign the group or its people under Assignments, then press Push now under Push Groups.',
      other: 'Check in {{provider}} that the members of these groups are in the scope of provisioning as well.',
    },
  },
  where: {
    entra: {
      users: 'Provisioning › Attribute mapping › Provision Microsoft Entra ID Users',
      groups: 'Provisioning › Attribute mapping › Provision Microsoft Entra ID Groups',
    },
    okta: { users: 'Provisioning › To App › Attribute Mappings', groups: 'Push Groups' },
    onelogin: { users: 'Parameters', groups: 'Rules' },
    jumpcloud: { users: 'Identity Management › Attribute Mapping', groups: 'Identity Management › User Groups' },
    ping: { users: 'Provisioning › Rules › Attribute Mapping', groups: 'Provisioning › Rules › Groups' },
    other: { users: 'its attribute mapping', groups: 'its attribute mapping for groups' },
  },
  anySource: 'the fitting field',
  stableId: 'a stable id',
} as const;
