import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { prepareDetails } from './inspector/selected-badge.tsx';
import { prepareDialogs } from './open-dialog.tsx';
import { libraryAnswered } from './state/library-store.ts';
import { startSubscriptions } from './state/subscriptions.ts';
import { whenDrawn } from './state/when-drawn.ts';
import { tellBroken } from './tell-broken.ts';

/** Longer, and the window would seem to wait: then it draws places for badges. */
const shellMs = 200;

const root = document.getElementById('root');
if (root === null) throw new TypeError('the page has no place to draw in');

startSubscriptions(bridge());
// With what there is to show, where it is there at once: the shell stays for that long, and nothing is drawn twice.
await libraryAnswered(shellMs);
createRoot(root, { onUncaughtError: tellBroken }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// What the first frame did without, before anybody asks for it.
await whenDrawn();
requestIdleCallback(() => void Promise.all([prepareDialogs(), prepareDetails()]), { timeout: 1_000 });
