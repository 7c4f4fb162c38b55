import { counted } from './counted.ts';
import { plainDate } from './plain-date.ts';

/** Words of the calendar that other programs read. */
export const calendarWords = {
  name: 'Badges that end',
  fileName: 'Badges that end.ics',
  summary: (name: string): string => `“${name}” ends`,
  description: (issuer: string, endsAt: string): string =>
    `${issuer === '' ? 'The badge' : `The badge by ${issuer}`} ends on ${plainDate(endsAt)}. Ask its issuer whether it can be renewed.`,
} as const;

/** What a check found different. */
export const recheckWords = {
  siteBack: (date: string): string => `The issuer’s site is back: it answered again on ${date}.`,
  otherVerdict: (before: string, after: string): string => `It was “${before}”, and is now “${after}”.`,
} as const;

/** Ends of badges, in the window and as a notification of the system, which names none. */
export const endWords = {
  soon: (count: number): string =>
    `${counted(count, 'badge')} in your backpack ${count === 1 ? 'ends' : 'end'} within a month.`,
} as const;
