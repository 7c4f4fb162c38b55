import type { CallPayload } from '../../shared/ipc/contract.ts';
import { bridge } from '../bridge.ts';
import { useSettings } from '../state/settings-store.ts';
import { settle } from './settle.ts';

/** Changes settings at once, and keeps what main made of them. */
export async function changeSettings(change: CallPayload<'settings.change'>): Promise<void> {
  const { settings, loaded } = useSettings.getState();
  loaded({ ...settings, ...withoutUndefined(change) });
  const settled = await settle(bridge().changeSettings(change));
  loaded(settled?.value ?? settings);
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  // Only entries without a value are left out: what stays has the types that it had.
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
