import type { RecheckSummary } from '../ipc/watch-calls.ts';
import type { TrackingPart } from '../watch/tracking-address.ts';
import { counted } from './counted.ts';
import { monthName, plainDate } from './plain-date.ts';

/** Words of the watch: when badges end, and what changed since they were checked. */
export const watchWords = {
  place: 'Watch',
  text: 'Badges that end within a year or ended in the last three months, and what is different when their issuers are asked again.',
  later: (count: number): string =>
    count === 1
      ? '1 badge ends later: the calendar has it too.'
      : `${count} badges end later: the calendar has them too.`,
  checkAll: 'Check all again…',
  saveCalendar: 'Save as calendar…',
  emptyTitle: 'Nothing to watch for now',
  emptyText: 'No badge here ends within a year, and none ended lately.',
  noMatchText: 'Searched among the badges that end.',
  list: 'Badges that end',
  month: (year: number, month: number): string => `${monthName(month)} ${year}`,
  ended: 'Ended lately',
  endsOn: (date: string): string => `Ends on ${date}`,
  endedOn: (date: string): string => `Ended on ${date}`,
  daysLeft: (days: number): string => {
    if (days === 0) return 'Today';
    return `${counted(days, 'day')} left`;
  },
  daysAgo: (days: number): string => {
    if (days === 0) return 'Today';
    return `${counted(days, 'day')} ago`;
  },

  changedTitle: 'What changed',
  finished: ({ at, checked, changed, failed, cancelled }: RecheckSummary): string =>
    [
      `Checked ${counted(checked, 'badge')} again on ${plainDate(at)}${cancelled ? ', and was stopped' : ''}:`,
      changed.length === 0 ? 'nothing changed.' : `${changed.length} changed.`,
      ...(failed === 0 ? [] : [`${counted(failed, 'badge')} could not be read.`]),
    ].join(' '),
  changed: (names: readonly string[], count: number): string => {
    const more = count > names.length ? ` and ${count - names.length} more` : '';
    return `${count} changed: ${names.map((name) => `“${name}”`).join(', ')}${more}.`;
  },
  further: (hosts: readonly string[]): string =>
    `${hosts.length === 1 ? 'This site was' : 'These sites were'} not asked, and could say more: ${hosts.join(', ')}.`,
  askFurther: (hosts: number): string => (hosts === 1 ? 'Ask it too…' : 'Ask them too…'),
  gone: 'It is not in the backpack any more.',
  show: 'Show',
  read: 'Done reading',

  looking: (done: number, total: number): string => `Looking which sites would be asked: ${done} of ${total}`,
  asking: (done: number, total: number): string => `Checking again: ${done} of ${total}`,
  stop: 'Stop',

  recheckTitle: (count: number): string =>
    count === 1 ? 'Check this badge again?' : `Check ${counted(count, 'badge')} again?`,
  recheckText: (hosts: number): string =>
    `${hosts === 1 ? 'This site is' : `These ${counted(hosts, 'site')} are`} asked, and so ${hosts === 1 ? 'learns' : 'learn'} that somebody holds a badge of theirs, and your network address. No other site is.`,
  asksNobody: 'No site needs to be asked: everything is checked with what is here.',
  someAskNobody: (count: number): string =>
    `${counted(count, 'badge')} ${count === 1 ? 'needs' : 'need'} no site: ${count === 1 ? 'it is' : 'they are'} checked with what is here.`,
  ofHost: (count: number): string => counted(count, 'badge'),
  recheckAction: (hosts: number): string => (hosts === 0 ? 'Check' : `Ask ${counted(hosts, 'site')}`),
  hosts: 'Sites that would be asked',
  calendarSaved: (name: string): string => `Saved “${name}”`,

  recheckRegularly: 'Ask issuers again by itself',
  recheckRegularlyText:
    'Off: nobody is asked until you say so. On: while the app is open, each site is asked at most once a week, at a time left to chance, about all your badges from it together. So it learns, again and again, that somebody at your network address holds them. “Stay offline” stops it.',
  notifyOfEnds: 'Let the system tell when badges end soon',
  notifyOfEndsText:
    'A month before, once for each badge. It names no badge, since others may see your screen. The window tells it in any case.',
} as const;

/** Why asking at an address tells more than that somebody asks. */
export const trackingWords: Readonly<Record<TrackingPart, (host: string) => string>> = {
  person: (host) =>
    `Careful: the address at ${host} that is asked names you or your place in a list. Who answers there can tell that it is your badge that is looked at, and when.`,
  random: (host) =>
    `The address at ${host} that is asked seems to be made for this badge alone. Who answers there can tell which badge is looked at, and when.`,
};
