/** Words about known issuers and registries that are not the window's own: names of actions, hints. */
export const trustActionWords = {
  know: (name: string): string => `Add “${name}” to known issuers`,
  change: (name: string): string => `Change known issuer “${name}”`,
  forget: (name: string): string => `Forget issuer “${name}”`,
  importIssuers: (count: number): string =>
    `Add ${count === 1 ? '1 known issuer' : `${count} known issuers`}`,
  addRegistry: (name: string): string => `Add registry “${name}”`,
  renewRegistry: (name: string): string => `Update registry “${name}”`,
  removeRegistry: (name: string): string => `Remove registry “${name}”`,
  addPack: (name: string): string => `Add trust pack “${name}”`,
  renewPack: (name: string): string => `Update trust pack “${name}”`,
  removePack: (name: string): string => `Remove trust pack “${name}”`,
  packName: (issuer: string, more: number): string =>
    more === 0 ? issuer : `${issuer} and ${more === 1 ? '1 other' : `${more} others`}`,
} as const;
