import path from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import { CodedError } from '../../shared/errors.ts';
import type { PortfolioAnswer, PortfolioCall } from '../../shared/ipc/portfolio-calls.ts';
import { limits } from '../../shared/limits.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import { safeFileName } from '../../shared/portfolio/file-name.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';
import { shellWords } from '../../shared/text/shell.ts';
import { readVerifierScript } from '../node/export/verifier-script.ts';
import { once } from '../node/once.ts';
import type { KeyKeeper } from '../node/signing/key-keeper.ts';
import type { SharingServices } from './sharing.ts';
import { createThrottle } from './throttle.ts';

/** Answers the calls about portfolios, and remembers what was saved last. What draws them is loaded when it is asked for. */
export interface Portfolios {
  answer(call: PortfolioCall): Promise<PortfolioAnswer>;
  /** The file that was saved last; null: none. */
  lastSaved(): string | null;
  cancel(): void;
  /** Resolves when no export runs, and none leaves anything unfinished. */
  settled(): Promise<void>;
}

export interface PortfolioServices extends Omit<SharingServices, 'onSaved'> {
  readonly verifierFile: string;
  /** The learner's own key, for what they sign. */
  readonly keys: () => Promise<KeyKeeper>;
  readonly printPage: (html: string, signal?: AbortSignal) => Promise<Uint8Array>;
  /** Keeps a page for a frame of the window; answers its address. */
  readonly holdPreview: (html: string) => string;
}

export function createPortfolios(services: PortfolioServices): Portfolios {
  let lastSaved: string | null = null;
  let running: AbortController | null = null;
  let lastSave: Promise<unknown> = Promise.resolve();
  let stopLooking = (): void => undefined;
  const sharing = once(async () => {
    const { createSharing } = await import('./sharing.ts');
    const onSaved = (target: string): void => {
      lastSaved = target;
    };
    const made = createSharing({ ...services, onSaved });
    stopLooking = made.cancel;
    return made;
  });

  async function save(call: Extract<PortfolioCall, { do: 'save' }>): Promise<PortfolioAnswer> {
    const { portfolio, switches, format, forWhom, signing } = call;
    if (running !== null) throw new CodedError('export/busy');
    const progress = createThrottle(limits.progressIntervalMs, services.onProgress);
    const controller = new AbortController();
    running = controller;
    try {
      const key = signing === undefined ? null : await (await services.keys()).key();
      const target = await services.dialogs.chooseTarget(purposes[format], fileNameOf(portfolio, format));
      if (target === null) return { kind: 'nothing' };
      const { exportPortfolio } = await import('../node/export/export-portfolio.ts');
      const library = await services.library;
      const badgeCount = await exportPortfolio(
        {
          library,
          engine: services.engine,
          clock: services.clock,
          printPage: services.printPage,
          verifierScript: () => readVerifierScript([services.verifierFile]),
          ...(key === null ? {} : { holderKey: async () => key }),
        },
        { portfolio, switches, format, target, ...(signing === undefined ? {} : { signing }) },
        { signal: controller.signal, onProgress: progress.push },
      );
      lastSaved = target;
      const fileName = path.basename(target);
      const at = new Date(services.clock.now()).toISOString();
      const originals = switches.originals;
      const signed = signing === undefined ? {} : { signedAs: signing.shape };
      const receipt = {
        at,
        title: portfolio.title,
        fileName,
        format,
        badgeCount,
        originals,
        forWhom,
        ...signed,
      };
      // The file is there: that it could not be written down (a library that is read-only) takes nothing from that.
      await library.noteExport(receipt).catch(() => undefined);
      return { kind: 'saved', savedAs: fileName, badgeCount };
    } finally {
      progress.flush();
      running = null;
    }
  }

  function cancel(): void {
    running?.abort();
    stopLooking();
  }

  return {
    lastSaved: () => lastSaved,
    cancel,
    settled: async () => void (await lastSave),
    answer: async (call) => {
      switch (call.do) {
        case 'plan': {
          const { planPortfolio } = await import('../node/export/preview-portfolio.ts');
          return { kind: 'plan', disclosures: await planPortfolio(await services.library, call.portfolio) };
        }
        case 'preview': {
          const { portfolio, switches } = call;
          const { previewPortfolio } = await import('../node/export/preview-portfolio.ts');
          const preview = await previewPortfolio(await services.library, portfolio, switches, services.clock);
          return { kind: 'preview', url: services.holdPreview(preview.html), left: preview.left };
        }
        case 'save': {
          const saving = save(call);
          lastSave = Promise.allSettled([lastSave, saving]);
          return await saving;
        }
        case 'share':
          return await (await sharing()).answer(call);
        case 'cancel':
          cancel();
          return { kind: 'nothing' };
        case 'key':
          return { kind: 'key', key: await (await services.keys()).view() };
        case 'make-key':
          return { kind: 'key', key: await (await services.keys()).make(call.kept) };
        case 'forget-key':
          return { kind: 'key', key: await (await services.keys()).forget() };
        default:
          return assertNever(call);
      }
    },
  };
}

const purposes = {
  html: 'html',
  pdf: 'portfolio-pdf',
  zip: 'portfolio-zip',
  json: 'portfolio-json',
} as const satisfies Record<ExportFormat, string>;

function fileNameOf({ title }: Portfolio, format: ExportFormat): string {
  return safeFileName(title, `.${format}`, shellWords.exportName);
}
