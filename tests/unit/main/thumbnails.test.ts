import { beforeEach, describe, expect, it } from 'vitest';
import { createThumbnails, type Drawing } from '../../../electron/main/thumbnails.ts';
import type { KnownThumbnail } from '../../../electron/node/library/thumbnail-cache.ts';

const bytes = new Uint8Array([1, 2, 3]);
const drawn: Drawing = { kind: 'drawn', bytes };

describe('thumbnails', () => {
  let kept: Map<string, KnownThumbnail>;
  let asked: string[];
  let finishers: Map<string, (drawing: Drawing) => void>;

  function thumbnails(maxWaiting = 10, atOnce = 1) {
    return createThumbnails({
      cache: {
        read: async (id) => kept.get(id) ?? null,
        write: async (id, known) => void kept.set(id, known),
        forget: () => kept.clear(),
      },
      draw: (id) => {
        asked.push(id);
        return new Promise((resolve) => finishers.set(id, resolve));
      },
      atOnce,
      maxWaiting,
    });
  }

  /** Of the one that was begun last, if not said. */
  async function finish(drawing: Drawing, id = asked.at(-1) ?? ''): Promise<void> {
    finishers.get(id)?.(drawing);
    await settle();
  }

  beforeEach(() => {
    kept = new Map();
    finishers = new Map();
    asked = [];
  });

  it('are drawn once for all who ask, and then kept', async () => {
    const made = thumbnails();
    const both = Promise.all([made.of('a'), made.of('a')]);
    await settle();
    await finish(drawn);
    expect(await both).toEqual([bytes, bytes]);
    expect(await made.of('a')).toBe(bytes);
    expect(asked).toEqual(['a']);
    expect(kept.get('a')).toEqual(drawn);
  });

  it('are drawn so many at a time, and each once, whoever asks for it in the meantime', async () => {
    const made = thumbnails(10, 2);
    const given = ['a', 'b', 'c'].map((id) => made.of(id));
    await settle();
    expect(asked).toHaveLength(2);
    const again = asked.map((id) => made.of(id));
    await settle();
    expect(asked).toHaveLength(2);
    for (const id of [...asked]) await finish(drawn, id);
    expect(await Promise.all(again)).toEqual([bytes, bytes]);
    await finish(drawn);
    expect(await Promise.all(given)).toEqual([bytes, bytes, bytes]);
    expect(asked.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('are drawn the newest first: what was asked for last is what is seen', async () => {
    const made = thumbnails();
    const all = Promise.all(['a', 'b', 'c', 'b'].map((id) => made.of(id)));
    await settle();
    expect(asked).toHaveLength(1);
    for (let round = 0; round < 3; round += 1) await finish(drawn);
    await all;
    expect(asked.slice(1)).toEqual(['b', 'c']);
  });

  it('are given up when too many newer ones wait: those cards are no longer seen', async () => {
    const made = thumbnails(2);
    const given = ['a', 'b', 'c', 'd'].map((id) => made.of(id));
    await settle();
    for (let round = 0; round < 4; round += 1) await finish(drawn);
    const answers = await Promise.all(given);
    expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(0);
    expect(answers.at(-1)).toBe(bytes);
    expect(kept.get('d')).toEqual(drawn);
  });

  it('J15 are not tried again for a picture that killed its painter or cannot be drawn', async () => {
    for (const kind of ['deadly', 'impossible'] as const) {
      const made = thumbnails();
      const first = made.of(kind);
      await settle();
      await finish({ kind });
      expect(await first).toBeNull();
      expect(await thumbnails().of(kind)).toBeNull();
      expect(await made.isDeadly(kind)).toBe(kind === 'deadly');
    }
    expect(asked).toEqual(['deadly', 'impossible']);
  });

  it('that came too late are not tried again in this run, and are in the next', async () => {
    const made = thumbnails();
    const first = made.of('a');
    await settle();
    await finish({ kind: 'late' });
    expect([await first, await made.of('a')]).toEqual([null, null]);
    expect(asked).toEqual(['a']);
    expect(kept.size).toBe(0);
  });

  it('of a file that could not be read are tried again when they are next asked for', async () => {
    const made = thumbnails();
    const first = made.of('a');
    await settle();
    await finish({ kind: 'unread' });
    expect(await first).toBeNull();
    const second = made.of('a');
    await settle();
    await finish(drawn);
    expect(await second).toBe(bytes);
  });

  it('N16 that were being drawn while everything was deleted are not kept, and those after it are', async () => {
    const made = thumbnails(10, 2);
    const both = [made.of('a'), made.of('b')];
    await settle();
    await finish({ kind: 'late' }, 'a');
    made.forget();
    await finish(drawn, 'b');
    expect(await Promise.all(both)).toEqual([null, bytes]);
    expect(kept.size).toBe(0);
    const again = made.of('a');
    await settle();
    await finish(drawn, 'a');
    expect(await again).toBe(bytes);
    expect([...kept.keys()]).toEqual(['a']);
  });
});

/** Lets everything that waits for nothing else go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
