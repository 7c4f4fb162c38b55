import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { callNames } from '../../shared/ipc/call-names.ts';
import type { CallName, CallPayload, CallResult, EventName, Events } from '../../shared/ipc/contract.ts';
import { appOrigin } from './app-origin.ts';

/** What answers the page: one function for each call of the contract. A call without one does not compile. */
export type Calls = {
  readonly [Name in CallName]: (payload: CallPayload<Name>) => Promise<CallResult<Name>>;
};

/** Answers one call, whoever made it: what a stranger asks for is refused in the same form. Never rejects. */
export type AnswerCall = (name: CallName, isOwnPage: boolean, payload: unknown) => Promise<unknown>;

/**
 * The only user of `ipcMain`. The page may ask before there is anybody to answer: it waits until then. Who asks is
 * looked at when the call comes, since the frame may be gone later. `onCall`: somebody asks, before they have an answer.
 */
export function listenToCalls(answering: Promise<AnswerCall>, onCall: () => void = () => undefined): void {
  for (const name of callNames) {
    ipcMain.handle(name, async (event, payload: unknown) => {
      const isOwn = isOwnPage(event);
      onCall();
      return (await answering)(name, isOwn, payload);
    });
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

/** Our own origin in the top frame. The frame may be gone by now: then nobody we know asked. */
function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  try {
    return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === appOrigin;
  } catch {
    return false;
  }
}
