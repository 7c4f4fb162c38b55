import type { RecheckSummary, WatchAnswer, WatchRequest } from '../../../shared/ipc/watch-calls.ts';

/** Answers as main would: two of the badges changed, and the sites of all are three. */
export function createFakeWatch(
  badges: () => readonly { readonly id: string; readonly name: string; readonly expires: string | null }[],
) {
  let summary: RecheckSummary | null = null;
  let knownEnds: Readonly<Record<string, string>> = {};
  const view = (): WatchAnswer => ({ kind: 'view', view: { summary, knownEnds } });

  return {
    answer: (request: WatchRequest): WatchAnswer => {
      switch (request.do) {
        case 'hosts':
          return {
            kind: 'hosts',
            byHost: ['guild.example', 'harbour.example', 'library.example'].map((host, index) => ({
              host,
              badges: index + 2,
            })),
            askNobody: 1,
            cancelled: false,
          };
        case 'check':
          summary = summaryOf(request.ids, badges());
          return view();
        case 'dismiss-summary':
          summary = null;
          return view();
        case 'dismiss-ends': {
          const ends = badges().filter(({ id, expires }) => request.ids.includes(id) && expires !== null);
          const told = ends.map(({ id, expires }) => [id, new Date(expires ?? 0).toISOString()] as const);
          knownEnds = { ...knownEnds, ...Object.fromEntries(told) };
          return view();
        }
        case 'save-calendar':
          return { kind: 'saved', savedAs: 'Badges that end.ics' };
        case 'look':
          return view();
        case 'cancel':
          return { kind: 'nothing' };
      }
    },
  };
}

function summaryOf(
  ids: readonly string[],
  badges: readonly { readonly id: string; readonly name: string }[],
): RecheckSummary {
  const sentences = [
    ['Since 3 May 2026 the issuer has withdrawn this badge.'],
    [
      'Since 3 May 2026 the issuer has changed its key.',
      'Since 3 May 2026 the issuer has rewritten its criteria. The earlier text is kept.',
    ],
  ];
  return {
    at: '2026-11-22T12:00:00.000Z',
    isScheduled: false,
    checked: ids.length,
    failed: 0,
    cancelled: false,
    changed: badges
      .filter(({ id }) => ids.includes(id))
      .slice(0, 2)
      .map(({ id, name }, index) => ({ id, name, sentences: sentences[index] ?? [] })),
    further: ['cdn.status.example'],
    furtherIds: ids.slice(0, 2),
  };
}
