import { createFakeBridge, type FakeOptions } from './fake-bridge.ts';

declare global {
  interface Window {
    __fakeOptions?: FakeOptions;
  }
}

Object.defineProperty(window, 'backpack', { value: createFakeBridge(window.__fakeOptions ?? { badges: 6 }) });
