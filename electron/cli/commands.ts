import type { Command } from './command.ts';

/** A command that is loaded when it is asked for: no other has to be there. */
export interface NamedCommand {
  readonly name: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: readonly NamedCommand[] = [
  { name: 'check', load: async () => (await import('./check.ts')).checkCommand },
  { name: 'unbake', load: async () => (await import('./unbake.ts')).unbakeCommand },
  { name: 'bake', load: async () => (await import('./bake.ts')).bakeCommand },
  { name: 'import', load: async () => (await import('./import.ts')).importCommand },
  { name: 'list', load: async () => (await import('./list.ts')).listCommand },
  { name: 'calendar', load: async () => (await import('./calendar.ts')).calendarCommand },
  { name: 'issuers', load: async () => (await import('./issuers.ts')).issuersCommand },
  { name: 'pack', load: async () => (await import('./pack.ts')).packCommand },
  { name: 'export', load: async () => (await import('./export.ts')).exportCommand },
  { name: 'backup', load: async () => (await import('./backup.ts')).backupCommand },
  { name: 'restore', load: async () => (await import('./restore.ts')).restoreCommand },
  { name: 'doctor', load: async () => (await import('./doctor.ts')).doctorCommand },
  { name: 'conformance', load: async () => (await import('./conformance.ts')).conformanceCommand },
];
