import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { prepareDetails } from './inspector/selected-badge.tsx';
import { prepareDialogs } from './open-dialog.tsx';
import { startSubscriptions } from './state/subscriptions.ts';

const root = document.getElementById('root');
if (root === null) throw new TypeError('the page has no place to draw in');

startSubscriptions(bridge());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// What the first frame did without, before anybody asks for it.
requestIdleCallback(() => void Promise.all([prepareDialogs(), prepareDetails()]), { timeout: 1_000 });
