import { counted } from './counted.ts';
/** Words about known issuers and registries that are not the window's own: names of actions, hints. */
export const trustActionWords = {
  know: (name: string): string => `Add “${name}” to known issuers`,
  change: (name: string): string => `Change known issuer “${name}”`,
  forget: (name: string): string => `Forget issuer “${name}”`,
  importIssuers: (count: number): string => `Add ${counted(count, 'known issuer')}`,
  addRegistry: (name: string): string => `Add registry “${name}”`,
  renewRegistry: (name: string): string => `Update registry “${name}”`,
  removeRegistry: (name: string): string => `Remove registry “${name}”`,
  addPack: (name: string): string => `Add trust pack “${name}”`,
  renewPack: (name: string): string => `Update trust pack “${name}”`,
  removePack: (name: string): string => `Remove trust pack “${name}”`,
  packName: (issuer: string, more: number): string =>
    more === 0 ? issuer : `${issuer} and ${counted(more, 'other')}`,
} as const;

/** What a change of whom the owner knows came to, at the end of a sentence. */
export function effectOf(changed: number): string {
  return changed === 0 ? '; no badge changed by it' : `; ${counted(changed, 'badge')} changed by it`;
}
