import { describe, expect, test } from 'vitest';
import { holdLibrary } from '../../../electron/main/library-holder.ts';
import { badgeSources, openAt, type Place, temporaryPlace } from '../../support/temporary-library.ts';

function hold(place: Place) {
  let opened = 0;
  const holder = holdLibrary(() => {
    opened += 1;
    return openAt(place, { mode: 'write' });
  });
  return { ...holder, opened: () => opened };
}

describe('a library that is closed for a while', () => {
  test('lets others write meanwhile, and whoever uses it sees what they wrote', async () => {
    const place = temporaryPlace();
    const { library: held, without, opened } = hold(place);
    const library = await held;
    const seen: number[] = [];
    library.subscribe(({ upserted }) => seen.push(upserted.length));
    await library.importFiles(badgeSources(1));
    let waiting: Promise<unknown> = Promise.resolve();
    await without(async () => {
      expect(library.view().badges).toHaveLength(1);
      waiting = library.importFiles(badgeSources(3));
      const other = await openAt(place, { mode: 'write' });
      await other.importFiles(badgeSources(2));
      await other.close();
    });
    await waiting;
    expect(library.view().badges).toHaveLength(3);
    expect(opened()).toBe(2);
    expect(seen.length).toBeGreaterThan(1);
    await library.close();
  });

  test('what runs comes to its end first', async () => {
    const place = temporaryPlace();
    const { library: held, without } = hold(place);
    const library = await held;
    const importing = library.importFiles(badgeSources(30));
    const shown = await without(async () => {
      const reader = await openAt(place, { mode: 'write' });
      const count = reader.view().badges.length;
      await reader.close();
      return count;
    });
    await importing;
    expect(shown).toBe(30);
    await library.close();
  });

  test('opens again when the work fails, and says why when it cannot', async () => {
    const place = temporaryPlace();
    let isLocked = false;
    const holder = holdLibrary(async () => {
      if (isLocked) throw new Error('locked');
      return await openAt(place, { mode: 'write' });
    });
    const library = await holder.library;
    await expect(holder.without(async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await library.importFiles(badgeSources(1));
    await holder.without(async () => {
      isLocked = true;
    });
    await expect(library.importFiles(badgeSources(2))).rejects.toThrow('locked');
    expect(library.view().badges).toHaveLength(1);
  });

  test('that did not open again is opened by whatever is asked of it next, once, with what others wrote', async () => {
    const place = temporaryPlace();
    let isLocked = false;
    let opened = 0;
    const late: number[] = [];
    const { library: held, without } = holdLibrary(
      async () => {
        if (isLocked) throw new Error('locked');
        opened += 1;
        return await openAt(place, { mode: 'write' });
      },
      () => late.push(opened),
    );
    const library = await held;
    const seen: number[] = [];
    library.subscribe(({ upserted }) => seen.push(upserted.length));
    await without(async () => {
      const other = await openAt(place, { mode: 'write' });
      await other.importFiles(badgeSources(2));
      await other.close();
      isLocked = true;
    });
    await expect(library.importFiles(badgeSources(3))).rejects.toThrow('locked');
    expect([opened, late, seen]).toEqual([1, [], []]);
    isLocked = false;
    const asked = [library.importFiles(badgeSources(3)), library.importFiles(badgeSources(4))];
    await without(async () => undefined);
    await Promise.all(asked);
    expect(library.view().badges).toHaveLength(4);
    expect(late).toEqual([2]);
    expect(seen.length).toBeGreaterThan(0);
    await library.close();
  });

  test('that did not open again can be closed', async () => {
    const place = temporaryPlace();
    let isLocked = false;
    const { library: held, without } = holdLibrary(async () => {
      if (isLocked) throw new Error('locked');
      return await openAt(place, { mode: 'write' });
    });
    const library = await held;
    await without(async () => {
      isLocked = true;
    });
    isLocked = false;
    await library.close();
    await (await openAt(place, { mode: 'write' })).close();
  });
});
