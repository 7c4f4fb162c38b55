import { app, protocol } from 'electron';
import { ownSchemes } from './app-protocol.ts';
import { openFirstWindow } from './first-window.ts';
import { firstLaunch, onlyInstance } from './instance.ts';
import { liveApp } from './life-cycle.ts';
import { secureApp } from './security.ts';
import { silenceChromium } from './switches.ts';
import { tellNotStarted } from './tell-not-started.ts';

silenceChromium(app.commandLine);
secureApp();
protocol.registerSchemesAsPrivileged(ownSchemes);

const launch = firstLaunch();
if (onlyInstance(launch)) liveApp(() => openFirstWindow(launch), composeLater, launch);
else app.quit();

/** What the window does not need to appear is loaded while its page runs. */
async function composeLater(first: ReturnType<typeof openFirstWindow>) {
  await first.needsNothing;
  try {
    const { composeApp } = await import('./compose.ts');
    return composeApp(first);
  } catch (error) {
    return tellNotStarted(first, error);
  }
}
