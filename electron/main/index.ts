import { app, protocol } from 'electron';
import { ownSchemes } from './app-protocol.ts';
import { composeApp } from './compose.ts';
import { firstLaunch, onlyInstance } from './instance.ts';
import { liveApp } from './life-cycle.ts';
import { secureApp } from './security.ts';
import { silenceChromium } from './switches.ts';

silenceChromium(app.commandLine);
secureApp();
protocol.registerSchemesAsPrivileged(ownSchemes);

const launch = firstLaunch();
if (onlyInstance(launch)) liveApp(() => composeApp(launch), launch);
else app.quit();
