import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { issuerSeenIn } from '../../shared/trust/issuer-seen.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { nodeCrypto } from '../node/crypto.ts';
import type { Desk } from '../node/desk/desk.ts';
import { deskDetails } from '../node/desk/desk-details.ts';
import { deskReportBytes } from '../node/desk/desk-report-bytes.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import type { Knowledge } from '../node/trust/knowledge.ts';
import type { DeskFlow } from './desk-flow.ts';
import type { Dialogs } from './dialogs.ts';
import type { ImportFlow } from './import-flow.ts';
import type { Calls } from './ipc.ts';
import type { NetworkDoor } from './network-door.ts';
import { packCalls } from './pack-calls.ts';

/** What the calls of the check desk work with. */
export interface DeskWorkplace {
  readonly desk: Desk;
  readonly flow: DeskFlow;
  readonly library: Promise<Library>;
  readonly knowledge: () => Promise<Knowledge>;
  readonly imports: ImportFlow;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly network: Pick<NetworkDoor, 'documentsOf'>;
  /** A page as PDF, printed by the app itself. */
  readonly printPage: (html: string) => Promise<Uint8Array>;
}

/** The part of all calls that is the check desk's. */
export type DeskCalls = Pick<Calls, Extract<keyof Calls, `desk.${string}`>>;

/** One function for each call of the check desk. */
export function deskCalls(services: DeskWorkplace): DeskCalls {
  const { desk, flow, dialogs, clock } = services;
  /** Judges all that lies on the desk by what is known now; answers how many rows say something else. */
  async function checkAllAgain(): Promise<number> {
    const ids = desk.rows().flatMap((row) => (row.badge === null ? [] : [row.id]));
    const before = new Map(desk.rows().map((row) => [row.id, row.badge?.verdict]));
    await flow.checkAgain(ids);
    return desk.rows().filter((row) => before.get(row.id) !== row.badge?.verdict).length;
  }

  return {
    'desk.check': ({ files }) => flow.check(files),
    'desk.choose': async ({ kind }) => {
      const paths = await dialogs.chooseSources(kind);
      return paths.length === 0 ? null : flow.check(paths.map((file) => ({ kind: 'path', path: file })));
    },
    'desk.online': ({ ids, hosts }) =>
      flow.checkOnline(ids, () => services.network.documentsOf(new Set(hosts))),
    'desk.expect': async ({ person }) => {
      flow.expect(person);
      return null;
    },
    'desk.details': async ({ id }) =>
      deskDetails(await desk.open(id), {
        knowledge: await services.knowledge(),
        nowMs: clock.now(),
        digest: nodeCrypto.digest,
      }),
    'desk.keep': async ({ ids }) => services.imports.run(await desk.sources(ids)),
    'desk.know': async ({ id, name, note }) => {
      const { report, completion } = await desk.open(id);
      const seen = issuerSeenIn(report, completion.badge);
      if (seen === null) throw new CodedError('trust/no-key-seen');
      await (await services.library).addKnownIssuer({ ...seen, name, note });
      return { changed: await checkAllAgain() };
    },
    'desk.report': async ({ format }) => {
      const rows = desk.rows().map((row) => ({ row, report: desk.report(row.id) }));
      if (rows.length === 0) throw new CodedError('store/not-found');
      const madeAt = new Date(clock.now()).toISOString();
      const target = await dialogs.chooseTarget(
        `report-${format}`,
        `badge-check-${madeAt.slice(0, 10)}.${format}`,
      );
      if (target === null) return null;
      const bytes = await deskReportBytes(
        { madeAt, expected: desk.expected(), rows },
        format,
        services.printPage,
      );
      await leavingAs(path.basename(target), () => replaceFile(nodeFs, target, bytes));
      return { savedAs: path.basename(target) };
    },
    ...packCalls(services),
    'desk.cancel': async () => {
      flow.cancel();
      return null;
    },
    'desk.clear': async () => {
      flow.clear();
      return null;
    },
  };
}
