import type { CommandShape } from './command-shape.ts';

/** Commands of the menu Help. */
export const helpCommands = [
  {
    id: 'keys.open',
    title: 'All keys',
    group: 'help',
    keys: ['?'],
    needs: [],
    keywords: 'shortcuts keyboard help',
  },
] as const satisfies readonly CommandShape[];
