import type { CommandLine } from 'electron';

/**
 * Chromium speaks to nobody: no name resolves, no proxy is looked for, none of its services runs. The app's only
 * network door is the fetcher, which does not go through Chromium. To be called before the app is ready.
 */
export function silenceChromium(commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue'>): void {
  for (const [name, value] of switches) commandLine.appendSwitch(name, value);
  const features = [commandLine.getSwitchValue('disable-features'), ...unwantedFeatures];
  commandLine.appendSwitch('disable-features', features.filter((name) => name !== '').join(','));
}

const switches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-client-side-phishing-detection'],
  ['disable-default-apps'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['disable-crash-reporter'],
  ['dns-prefetch-disable'],
  ['no-first-run'],
  ['no-pings'],
  // A name that the environment might give to a log file would end up holding what the page prints.
  ['disable-logging'],
];

const unwantedFeatures: readonly string[] = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
];
