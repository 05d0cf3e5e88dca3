import type { Words } from './words';

export const en: Words = {
  events: {
    'failing.began': (name, { since }, moment) => ({
      title: `${name} is failing`,
      text: `Most of the recent requests of ${name} have failed since ${moment(since)}. Changes of people and groups may not arrive.`,
      todo: 'Open the failed requests: each says what was wrong and what to do about it.',
    }),
    'failing.ended': (name, { since }, moment) => ({
      title: `${name} works again`,
      text: `Requests of ${name}, which had failed since ${moment(since)}, succeed again.`,
      todo: 'Nothing to do. The identity provider sends again what it could not deliver.',
    }),
    'quiet.began': (name, { since }, moment) => ({
      title: `${name} has gone quiet`,
      text: `The last request of ${name} came on ${moment(since)}. That is longer ago than usual.`,
      todo: 'Look in your identity provider whether provisioning is on and not in quarantine, and whether it still has a valid token.',
    }),
    'quiet.ended': (name, { since }, moment) => ({
      title: `${name} sends requests again`,
      text: `${name}, which had been quiet since ${moment(since)}, is back.`,
      todo: 'Nothing to do.',
    }),
    'token.expiring': (name, { lastFour, expiresAt }, moment) => ({
      title: `The token of ${name} expires soon`,
      text: `The token ending in ${lastFour ?? '?'} of ${name} expires on ${moment(expiresAt)}. From then on every request with it is refused.`,
      todo: 'Rotate the token and paste the new one into your identity provider, or choose a later end date.',
    }),
    'token.expired': (name, { lastFour, expiresAt }, moment) => ({
      title: `The token of ${name} has expired`,
      text: `The token ending in ${lastFour ?? '?'} of ${name} expired on ${moment(expiresAt)}. Requests with it are refused.`,
      todo: 'If your identity provider still uses it, rotate the token and paste the new one there.',
    }),
    'token.old': (name, { lastFour, days }) => ({
      title: `The token of ${name} is old`,
      text: `The token ending in ${lastFour ?? '?'} of ${name} is ${days ?? 180} days old. It goes on working.`,
      todo: 'Rotate it: the old and the new token work side by side until you have pasted the new one.',
    }),
    'pause.endsSoon': (name, { until }, moment) => ({
      title: `The pause of ${name} ends soon`,
      text: `${name} takes requests again from ${moment(until)} on.`,
      todo: 'If that is too early, renew the pause.',
    }),
    'pause.ended': (name, { until }, moment) => ({
      title: `The pause of ${name} has ended`,
      text: `${name} has been taking requests again since ${moment(until)}. What your identity provider could not deliver meanwhile, it sends now.`,
      todo: 'Look at the requests that arrive, or pause again.',
    }),
    'pause.lasting': (name, { since, days }, moment) => ({
      title: `${name} has been paused for ${days === 1 ? 'a day' : `${days ?? '?'} days`}`,
      text: `${name} has been paused since ${moment(since)}. An identity provider that is turned away for long tries less and less often; Microsoft Entra gives up after four weeks.`,
      todo: 'Resume it as soon as you can.',
    }),
    'brake.tripped': (name, { people, windowMinutes, limit }) => ({
      title: `The brake stopped a mass deprovisioning of ${name}`,
      text: `${name} took something from at least ${people ?? '?'} people within ${windowMinutes ?? '?'} minutes; the limit is ${limit ?? '?'}. They have lost access. What cannot be undone is held.`,
      todo: 'Look who is affected, then release or restore.',
    }),
    'brake.unanswered': (name, { people, days, since }, moment) => ({
      title: `The brake of ${name} has waited for an answer for ${days === 1 ? 'a day' : `${days ?? '?'} days`}`,
      text: `Nobody has decided about ${people === 1 ? 'one person' : `${people ?? '?'} people`} since ${moment(since)}. Until somebody does, they go without what was taken from them. What cannot be undone stays held that long, also beyond 30 days.`,
      todo: 'Release what is right, restore what is not. An Owner or Admin can do either.',
    }),
  },
  open: 'Open in Rollcall',
  several: (count) => `${count} things to know about your integrations`,
  more: (count) => `and ${count} more, which the console shows`,
  happened: (when) => `Noticed on ${when}.`,
  whyPerson: (organisation) => `You get this because you look after the integrations of ${organisation} in Rollcall.`,
  whyChannel: (organisation) => `Sent by Rollcall of ${organisation}.`,
  settings: 'Choose what you are told',
  test: {
    title: 'A test message from Rollcall',
    text: 'Messages arrive here: somebody of your team has just tried it.',
    todo: 'Nothing to do.',
  },
};
