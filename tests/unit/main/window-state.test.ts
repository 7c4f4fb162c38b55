import { describe, expect, it } from 'vitest';
import { fitWindow, readWindowState } from '../../../electron/main/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('the window of the last time', () => {
  it('opens where it was', () => {
    const state = { x: 2000, y: 100, width: 900, height: 700 };
    expect(fitWindow(state, [screen, second])).toEqual(state);
  });

  it('is placed by the system when its screen is gone, or at the first start', () => {
    expect(fitWindow({ x: 2000, y: 100, width: 900, height: 700 }, [screen])).toBeNull();
    expect(fitWindow(null, [screen])).toBeNull();
  });

  it('is moved and shrunk so that all of it lies on its screen', () => {
    expect(fitWindow({ x: -100, y: -50, width: 3000, height: 2000 }, [screen])).toEqual(screen);
    expect(fitWindow({ x: 1500, y: 100, width: 900, height: 700 }, [screen])).toMatchObject({
      x: 1020,
      y: 100,
    });
  });

  it('is never too small to use', () => {
    expect(fitWindow({ x: 10, y: 10, width: 1, height: 1 }, [screen])).toMatchObject({
      width: 420,
      height: 360,
    });
  });
});

describe('where the window was, out of a file', () => {
  const state = { x: -5, y: 2, width: 800, height: 600, isMaximized: true };

  it('is what was written', () => {
    expect(readWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it.each([
    null,
    'here',
    [],
    { x: 1, y: 'a' },
    { ...state, x: 0.5 },
    { ...state, y: null },
    { ...state, width: 0 },
    { ...state, height: -1 },
    { ...state, height: 1e300 },
    { ...state, isMaximized: 'no' },
  ])('is nobody knows where for %j', (value) => {
    expect(readWindowState(value)).toBeNull();
  });
});
