import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from 'zod';
import { CodedError } from '../../shared/errors.ts';
import {
  type Answer,
  type CallName,
  type CallPayload,
  type CallResult,
  callSchemas,
  type EventName,
  type Events,
} from '../../shared/ipc/contract.ts';
import { failureOf } from '../node/failure.ts';
import { appOrigin } from './app-origin.ts';

/** What answers the page: one function for each call of the contract. A call without one does not compile. */
export type Calls = {
  readonly [Name in CallName]: (payload: CallPayload<Name>) => Promise<CallResult<Name>>;
};

/** The only user of `ipcMain`. Nothing is thrown across: every answer is a value. */
export function answerCalls(calls: Calls): void {
  // The keys of an object literal that the compiler knows.
  for (const name of Object.keys(callSchemas) as CallName[]) {
    ipcMain.handle(name, (event, payload: unknown) => answerCall(calls, name, event, payload));
  }
}

/** Tells the page. A window that is gone hears nothing. */
export function sendEvent<Name extends EventName>(
  contents: Pick<WebContents, 'isDestroyed' | 'send'>,
  name: Name,
  payload: Events[Name],
): void {
  if (!contents.isDestroyed()) contents.send(name, payload);
}

/** The settings library opens a channel that tells any page where the app keeps its data: nobody here needs it. */
export function closeForeignChannels(): void {
  ipcMain.removeAllListeners('electron-store-get-data');
}

async function answerCall<Name extends CallName>(
  calls: Calls,
  name: Name,
  event: IpcMainInvokeEvent,
  payload: unknown,
): Promise<Answer<CallResult<Name>>> {
  try {
    if (!isOwnPage(event)) throw new CodedError('ipc/bad-sender');
    return { ok: true, value: await calls[name](readPayload(name, payload)) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Our own origin in the top frame. The frame may be gone by now: then nobody we know asked. */
function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === appOrigin;
}

function readPayload<Name extends CallName>(name: Name, payload: unknown): CallPayload<Name> {
  // The schema of a name gives the payload of that name; TypeScript loses the link between the two.
  const schema = callSchemas[name] as unknown as z.ZodType<CallPayload<Name>>;
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new CodedError('ipc/bad-payload');
  return parsed.data;
}
