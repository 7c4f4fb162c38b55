/// <reference lib="dom" />
/** What the benchmarks of the window run in its page: `page.evaluate` takes each function as it is, without the others. */

/** How long two seconds of frames took while nothing happens. */
export async function framesAtRest() {
  const frames = [];
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (const end = last + 2_000; last < end; ) {
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/**
 * Scrolls from the top, a step in each frame, 300 steps at most: to the end where `pixels` is null, else by so many each
 * time. Answers how long each frame took, and how long the pictures took where it ended.
 *
 * @param {number | null} pixels
 */
export async function scrollThrough(pixels) {
  const list = document.querySelector('[role=listbox][aria-label=Badges], main');
  if (list === null) throw new TypeError('there is nothing to scroll');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const step = pixels ?? Math.max(120, list.scrollHeight / 300);
  const frames = [];
  list.scrollTop = 0;
  for (let time = 0; time < 30; time += 1) await frame();
  let last = await frame();
  for (let top = 0; top < list.scrollHeight && frames.length < 300; top += step) {
    list.scrollTop = top;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const isDrawn = (canvas) => canvas.dataset.drawn === 'true';
  while (![...list.querySelectorAll('canvas')].every(isDrawn)) await frame();
  return { frames, picturesMs: performance.now() - last };
}

/** Goes from the top to the end, and on from each place when every picture in it is drawn; answers how many were. */
export async function seeAll() {
  const list = document.querySelector('[role=listbox][aria-label=Badges]');
  if (list === null) throw new TypeError('there is no grid');
  const seen = new Set();
  for (let top = 0; top < list.scrollHeight; top += 0.8 * list.clientHeight) {
    list.scrollTop = top;
    const { top: from, bottom: to } = list.getBoundingClientRect();
    for (let isWaiting = true; isWaiting; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const pictures = [...list.querySelectorAll('canvas')].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.bottom > from && box.top < to;
      });
      isWaiting = pictures.length === 0 || pictures.some(({ dataset }) => dataset.drawn !== 'true');
      if (!isWaiting) for (const { dataset } of pictures) seen.add(dataset.picture);
    }
  }
  return seen.size;
}

/**
 * A page to scroll instead: as many plain boxes with two lines each, all of them in the page and placed like badges; 0:
 * nothing at all, as high as ten thousand are.
 *
 * @param {number} count
 */
export function fillPlainly(count) {
  const list = document.createElement('main');
  list.style.cssText =
    'position: fixed; inset: 0; overflow-y: auto; display: grid; gap: 12px; align-content: start; grid-template-columns: repeat(5, 1fr)';
  if (count === 0) list.append(boxOf('height: 564000px'));
  for (let number = 0; number < count; number += 1) {
    const box = boxOf('content-visibility: auto; contain-intrinsic-height: 270px; height: 270px');
    for (let line = 0; line < 2; line += 1)
      box.appendChild(document.createElement('p')).textContent = `Badge ${number}`;
    list.append(box);
  }
  document.body.replaceChildren(list);

  function boxOf(style) {
    const box = document.createElement('div');
    box.style.cssText = style;
    return box;
  }
}
