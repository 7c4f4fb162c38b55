import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSharing } from '../../../electron/main/sharing.ts';
import { inProcessEngine } from '../../../electron/node/check/in-process-engine.ts';
import type { ShareCall } from '../../../shared/ipc/share-calls.ts';
import { plainPortfolio } from '../../../shared/portfolio/portfolio.ts';
import { leastShareSwitches } from '../../../shared/social/share-switches.ts';
import {
  badgeSource,
  frozenMs,
  openAt,
  temporaryFolder,
  temporaryPlace,
} from '../../support/temporary-library.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const small = new TextEncoder().encode('RIFF....WEBP');

/** The use case on a real library of one badge, with everything around it faked. */
async function setUp(answers: {
  readonly target?: string | null;
  readonly agrees?: boolean;
  readonly draws?: boolean;
}) {
  const library = await openAt(temporaryPlace());
  onTestFinished(() => library.close());
  const { files } = await library.importFiles([badgeSource(1)]);
  const [id = ''] = files.flatMap(({ row }) => row.badgeIds);
  const desktop = { copyPicture: vi.fn(async () => undefined), openExternal: vi.fn(async () => undefined) };
  const dialogs = {
    chooseTarget: vi.fn(async () => answers.target ?? null),
    confirmLink: vi.fn(async () => answers.agrees ?? false),
  };
  const onSaved = vi.fn();
  const onProgress = vi.fn();
  const { answer, cancel } = createSharing({
    library: Promise.resolve(library),
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    dialogs,
    desktop,
    drawCard: async () => (answers.draws === false ? null : { png, small }),
    onSaved,
    onProgress,
  });
  const ask = (act: ShareCall['act'], of: ShareCall['of'] = { kind: 'badge', id }, page = false) =>
    answer({ do: 'share', of, act, switches: { ...leastShareSwitches, page } });
  const portfolio = { kind: 'portfolio', portfolio: plainPortfolio('Mine', [id]) } as const;
  return { library, ask, cancel, desktop, dialogs, onSaved, onProgress, portfolio };
}

describe('sharing', () => {
  it('shows all that would leave, and neither writes, nor opens, nor notes anything by that', async () => {
    const { ask, library, desktop, dialogs } = await setUp({});
    const answer = await ask('look');
    expect(answer).toMatchObject({
      kind: 'share',
      share: {
        title: 'Bicycle repair',
        verdict: { verdict: 'unchecked' },
        card: { url: expect.stringMatching(/^data:image\/png;base64,iVBORw/) },
        linkedIn: { url: expect.stringContaining('https://www.linkedin.com/profile/add?') },
        embed: expect.stringContaining('<figure>'),
        offers: [
          { kind: 'dates', value: '3 May 2024' },
          { kind: 'page', value: 'https://school.example/assertions/1' },
        ],
      },
    });
    for (const port of [...Object.values(desktop), ...Object.values(dialogs)])
      expect(port).not.toHaveBeenCalled();
    expect(library.view().receipts).toEqual([]);
  });

  it('saves the picture where the person says, and notes that it left', async () => {
    const target = path.join(temporaryFolder(), 'card.png');
    const { ask, library, dialogs, onSaved } = await setUp({ target });
    expect(await ask('save-card')).toEqual({ kind: 'saved', savedAs: 'card.png', badgeCount: 1 });
    expect(dialogs.chooseTarget).toHaveBeenCalledWith('card', 'Bicycle repair.png');
    expect(Uint8Array.from(readFileSync(target))).toEqual(png);
    expect(onSaved).toHaveBeenCalledWith(target);
    expect(library.view().receipts).toMatchObject([
      { title: 'Bicycle repair', fileName: 'card.png', format: 'card', badgeCount: 1, originals: false },
    ]);
  });

  it('K14 leaves nothing behind where the person closes the dialog, or the file cannot be written', async () => {
    const { ask, library } = await setUp({ target: null });
    expect(await ask('save-card')).toEqual({ kind: 'nothing' });
    expect(library.view().receipts).toEqual([]);
    const folder = temporaryFolder();
    const refused = await setUp({ target: folder });
    await expect(refused.ask('save-card')).rejects.toMatchObject({ code: 'export/cannot-write' });
    expect(readdirSync(folder)).toEqual([]);
    expect(refused.library.view().receipts).toEqual([]);
  });

  it('opens LinkedIn only when the person agrees to that very address, and notes it then', async () => {
    const no = await setUp({ agrees: false });
    expect(await no.ask('linkedin')).toEqual({ kind: 'linkedin', opened: false });
    expect(no.desktop.openExternal).not.toHaveBeenCalled();
    expect(no.library.view().receipts).toEqual([]);
    const yes = await setUp({ agrees: true });
    expect(await yes.ask('linkedin')).toEqual({ kind: 'linkedin', opened: true });
    const url =
      'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Bicycle+repair&organizationName=Town+School&issueYear=2024&issueMonth=5';
    expect(yes.dialogs.confirmLink).toHaveBeenCalledWith({ kind: 'website', url, host: 'www.linkedin.com' });
    expect(yes.desktop.openExternal).toHaveBeenCalledExactlyOnceWith(url);
    expect(yes.library.view().receipts).toMatchObject([{ fileName: 'www.linkedin.com', format: 'linkedin' }]);
  });

  it('puts the picture on the clipboard, and nothing else', async () => {
    const { ask, desktop } = await setUp({});
    expect(await ask('copy-card')).toEqual({ kind: 'card-copied' });
    expect(desktop.copyPicture).toHaveBeenCalledExactlyOnceWith(png);
  });

  it('has no form of LinkedIn for a portfolio, and a picture that counts its badges', async () => {
    const target = path.join(temporaryFolder(), 'mine.png');
    const { ask, library, portfolio, dialogs } = await setUp({ target, agrees: true });
    expect(await ask('look', portfolio)).toMatchObject({
      share: { linkedIn: null, title: 'Mine', verdict: null },
    });
    expect(await ask('linkedin', portfolio)).toEqual({ kind: 'nothing' });
    expect(dialogs.confirmLink).not.toHaveBeenCalled();
    await ask('save-card', portfolio);
    expect(library.view().receipts).toMatchObject([{ title: 'Mine', badgeCount: 1 }]);
  });

  it('says that a picture could not be drawn; the form of LinkedIn needs none', async () => {
    const { ask } = await setUp({ draws: false, target: '/nowhere/card.png', agrees: true });
    expect(await ask('look')).toMatchObject({
      share: { card: null, embed: null, linkedIn: { fields: expect.any(Array) } },
    });
    await expect(ask('save-card')).rejects.toMatchObject({ code: 'export/no-card' });
    await expect(ask('copy-card')).rejects.toMatchObject({ code: 'export/no-card' });
    expect(await ask('linkedin')).toMatchObject({ opened: true });
  });

  it('tells how far it is, and stops where nobody looks any more', async () => {
    const { ask, cancel, onProgress, portfolio } = await setUp({});
    await ask('look', portfolio);
    expect(onProgress).toHaveBeenCalledWith({ done: 1, total: 1 });
    const looking = ask('look', portfolio);
    cancel();
    await expect(looking).rejects.toMatchObject({ code: 'input/cancelled' });
  });

  it('does not wait for an earlier look when there is a newer one', async () => {
    const { ask } = await setUp({});
    const [first, second] = await Promise.allSettled([ask('look'), ask('look', undefined, true)]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'input/cancelled' } });
    expect(second.status).toBe('fulfilled');
  });
});
