import type { Settings } from './views.ts';

/** How the app is before the person changes anything. `checkOnImport` is off: asking an issuer tells it who asks. */
export const defaultSettings: Settings = {
  theme: 'system',
  view: 'grid',
  sort: 'added',
  collectionSort: 'own',
  sortDescending: true,
  groupBy: 'none',
  cardSize: 'medium',
  inspectorOpen: true,
  inspectorWidth: 360,
  singleKeys: true,
  checkOnImport: false,
  stayOffline: false,
  recheckRegularly: false,
  notifyOfEnds: false,
};
