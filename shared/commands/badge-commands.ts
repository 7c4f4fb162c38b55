import type { CommandShape } from './command-shape.ts';

/** Commands of the menu Badge: what is done with the selected ones. */
export const badgeCommands = [
  {
    id: 'badge.check',
    title: 'Check again',
    group: 'badge',
    keys: ['Mod+R'],
    needs: ['selection'],
    keywords: 'verify refresh online issuer',
  },
  {
    id: 'badge.save-original',
    title: 'Save the original file…',
    group: 'badge',
    keys: ['Mod+S'],
    needs: ['one-selected'],
    keywords: 'download copy picture',
  },
  {
    id: 'badge.add-to-collection',
    title: 'Add to collection…',
    group: 'badge',
    keys: ['Mod+L'],
    needs: ['selection', 'writable'],
    keywords: 'organise group put',
  },
  {
    id: 'collection.remove-badges',
    title: 'Remove from this collection',
    group: 'badge',
    keys: ['Delete', 'Backspace'],
    needs: ['selection', 'in-collection', 'writable'],
    keywords: 'take out',
  },
  {
    id: 'badge.remove',
    title: 'Remove from the backpack',
    group: 'badge',
    keys: ['Delete', 'Backspace', 'Mod+Delete', 'Mod+Backspace'],
    needs: ['selection', 'writable'],
    keywords: 'delete bin trash',
  },
  {
    id: 'issuers.know',
    title: 'Add the issuer to known issuers…',
    group: 'badge',
    keys: [],
    needs: ['one-selected', 'writable', 'new-issuer'],
    keywords: 'trust pin key signer confirm',
  },
] as const satisfies readonly CommandShape[];
