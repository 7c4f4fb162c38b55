import path from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import { CodedError } from '../../shared/errors.ts';
import type { ExportProgress, PortfolioAnswer } from '../../shared/ipc/portfolio-calls.ts';
import type { ShareCall } from '../../shared/ipc/share-calls.ts';
import { limits } from '../../shared/limits.ts';
import type { ExportReceipt } from '../../shared/portfolio/export-receipt.ts';
import { safeFileName } from '../../shared/portfolio/file-name.ts';
import { badgeIdsOf } from '../../shared/portfolio/portfolio.ts';
import { embedSnippet } from '../../shared/social/embed-snippet.ts';
import { cardInWords, type ShareCard } from '../../shared/social/share-card.ts';
import { shellWords } from '../../shared/text/shell.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import type { BadgeEngine } from '../node/engine.ts';
import type { GatherOptions } from '../node/export/portfolio-badges.ts';
import { writePortfolio } from '../node/export/portfolio-writer.ts';
import { type PreparedShare, prepareShare } from '../node/export/prepare-share.ts';
import type { Library } from '../node/library/library.ts';
import type { CardDrawing } from './card-painter.ts';
import type { Desktop } from './desktop.ts';
import type { Dialogs } from './dialogs.ts';
import { openLink } from './links.ts';
import { createThrottle } from './throttle.ts';

export interface SharingServices {
  readonly library: Promise<Library>;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly dialogs: Pick<Dialogs, 'chooseTarget' | 'confirmLink'>;
  /** A card with the pictures of these badges; null: not to be drawn. */
  readonly drawCard: (card: ShareCard, badgeIds: readonly string[]) => Promise<CardDrawing | null>;
  readonly desktop: Pick<Desktop, 'copyPicture' | 'openExternal'>;
  readonly onSaved: (target: string) => void;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** Answers the calls about showing a badge or a portfolio elsewhere. */
export interface Sharing {
  answer(call: ShareCall): Promise<PortfolioAnswer>;
  /** Nobody looks any more. */
  cancel(): void;
}

export function createSharing(services: SharingServices): Sharing {
  const { clock, desktop, dialogs, drawCard } = services;
  /** Of the newest look; an earlier one that is still on its way is no longer waited for. */
  let looking: AbortController | null = null;

  async function prepared({ of, switches }: ShareCall, options: GatherOptions = {}): Promise<PreparedShare> {
    const { engine } = services;
    return await prepareShare({ library: await services.library, engine, clock }, of, switches, options);
  }

  async function look(call: ShareCall): Promise<PortfolioAnswer> {
    looking?.abort();
    const controller = new AbortController();
    looking = controller;
    const progress = createThrottle(limits.progressIntervalMs, services.onProgress);
    const total = call.of.kind === 'badge' ? 1 : new Set(badgeIdsOf(call.of.portfolio)).size;
    const share = await prepared(call, {
      signal: controller.signal,
      onBadge: (done) => progress.push({ done, total }),
    }).finally(progress.flush);
    const { title, verdict, offers, card, pictureIds, linkedIn, link } = share;
    const drawing = await drawCard(card, pictureIds);
    return {
      kind: 'share',
      share: {
        title,
        verdict,
        offers,
        card: drawing === null ? null : { url: pngUrl(drawing.png), words: cardInWords(card) },
        linkedIn,
        embed: drawing === null ? null : embedSnippet({ card, picture: drawing.small, link }),
      },
    };
  }

  async function drawn({ card, pictureIds }: PreparedShare): Promise<CardDrawing> {
    const drawing = await drawCard(card, pictureIds);
    if (drawing === null) throw new CodedError('export/no-card');
    return drawing;
  }

  async function saveCard(call: ShareCall): Promise<PortfolioAnswer> {
    const share = await prepared(call);
    const { png } = await drawn(share);
    const wanted = safeFileName(share.title, '.png', shellWords.cardName);
    const target = await dialogs.chooseTarget('card', wanted);
    if (target === null) return { kind: 'nothing' };
    await writePortfolio(target, oneOf(png));
    services.onSaved(target);
    const savedAs = path.basename(target);
    await note(share, 'card', savedAs);
    return { kind: 'saved', savedAs, badgeCount: share.badgeCount };
  }

  async function openLinkedIn(call: ShareCall): Promise<PortfolioAnswer> {
    const share = await prepared(call);
    if (share.linkedIn === null) return { kind: 'nothing' };
    const { url } = share.linkedIn;
    const { openExternal } = desktop;
    const opened = await openLink(url, { confirm: dialogs.confirmLink, openExternal });
    if (opened) await note(share, 'linkedin', new URL(url).host);
    return { kind: 'linkedin', opened };
  }

  /** It is out: that it could not be written down (a library that is read-only) takes nothing from that. */
  async function note(
    share: PreparedShare,
    format: ExportReceipt['format'],
    fileName: string,
  ): Promise<void> {
    const at = new Date(clock.now()).toISOString();
    const { title, badgeCount } = share;
    const receipt = { at, title, fileName, format, badgeCount, originals: false, forWhom: '' };
    await services.library.then((library) => library.noteExport(receipt)).catch(() => undefined);
  }

  async function answer(call: ShareCall): Promise<PortfolioAnswer> {
    switch (call.act) {
      case 'look':
        return await look(call);
      case 'save-card':
        return await saveCard(call);
      case 'copy-card': {
        const { png } = await drawn(await prepared(call));
        await desktop.copyPicture(png);
        return { kind: 'card-copied' };
      }
      case 'linkedin':
        return await openLinkedIn(call);
      default:
        return assertNever(call.act);
    }
  }

  return { answer, cancel: () => looking?.abort() };
}

function pngUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64')}`;
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
