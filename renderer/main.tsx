import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { startSubscriptions } from './state/subscriptions.ts';

const root = document.getElementById('root');
if (root === null) throw new TypeError('the page has no place to draw in');

startSubscriptions(bridge());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
