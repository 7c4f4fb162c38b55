import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { watchFolder } from '../../electron/node/library/watch-folder.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

const hourMs = 3_600_000;
const passing = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Watches a folder with looks that each take until they are let go. */
function watched({ pollMs }: { readonly pollMs: number }) {
  const folder = temporaryFolder();
  const waiting: (() => void)[] = [];
  let looks = 0;
  const onChange = () => {
    looks += 1;
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  const stop = watchFolder(folder, onChange, { pollMs, settleMs: 10 });
  let files = 0;
  return {
    stop,
    change: () => writeFileSync(path.join(folder, `file-${files++}`), ''),
    letGo: () => waiting.shift()?.(),
    looks: () => looks,
    looked: async (times: number) => {
      for (let tries = 0; looks < times; tries += 1) {
        if (tries > 400) throw new Error(`it looked ${looks} times`);
        await passing(5);
      }
    },
  };
}

test('a folder is looked at once at a time: what changed meanwhile is looked at after it, and then nothing more', async () => {
  const { stop, change, letGo, looks, looked } = watched({ pollMs: 50 });
  await looked(1);
  change();
  // Its polls come while the first look lasts.
  await passing(150);
  expect(looks()).toBe(1);
  letGo();
  await looked(2);
  stop();
  letGo();
  await passing(100);
  expect(looks()).toBe(2);
});

test('a folder that nobody changes is looked at no sooner than its poll asks, and one that is let go never', async () => {
  const { stop, change, letGo, looks, looked } = watched({ pollMs: hourMs });
  change();
  await looked(1);
  letGo();
  await passing(150);
  expect(looks()).toBe(1);
  stop();
  change();
  await passing(100);
  expect(looks()).toBe(1);
});
