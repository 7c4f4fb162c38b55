import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import { bridge } from './bridge.ts';
import { askEarly } from './early-answers.ts';
import { tellBroken } from './tell-broken.ts';

askEarly(bridge());
// The shell in index.html is painted while the rest is on its way.
import('./main.tsx').catch(tellBroken);
