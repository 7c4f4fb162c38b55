import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createConnection, type Socket } from 'node:net';
import {
  type BusMessage,
  bodyReader,
  busFields,
  busTypes,
  readMessage,
  writeMessage,
} from './d-bus-message.ts';

/** A notification that some program asked for. */
export interface ShownNotification {
  readonly id: number;
  readonly program: string;
  readonly title: string;
  readonly text: string;
  /** Ids and labels, in turn; the one called `default` is what a click on the notification means. */
  readonly actions: readonly string[];
}

/** A session bus of its own with a service for notifications (Desktop Notifications Specification 1.2) on it. */
export interface NotificationDaemon {
  /** Of the bus, for `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  readonly shown: readonly ShownNotification[];
  /** As when the person clicks on it. */
  click(id: number): void;
  close(): void;
}

/** Why there can be none here; null: there can. */
export function whyNoSessionBus(): string | null {
  if (process.platform !== 'linux') return 'it is for Linux';
  if (spawnSync('dbus-daemon', ['--version']).error !== undefined) return 'dbus-daemon is not here';
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return stdout.includes('libnotify.so.4') ? null : 'libnotify is not here';
}

const service = 'org.freedesktop.Notifications';
const objectPath = '/org/freedesktop/Notifications';

export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1', '--nopidfile'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus);
  const shown: ShownNotification[] = [];
  const socket = await connect(address);
  let serial = 0;

  const send = (message: Omit<Parameters<typeof writeMessage>[0], 'serial'>): void => {
    socket.write(writeMessage({ ...message, serial: ++serial }));
  };
  const ask = (member: string, signature = '', values: readonly (string | number)[] = []): void =>
    send({
      type: busTypes.call,
      fields: [
        [busFields.path, 'o', '/org/freedesktop/DBus'],
        [busFields.interface, 's', 'org.freedesktop.DBus'],
        [busFields.member, 's', member],
        [busFields.destination, 's', 'org.freedesktop.DBus'],
      ],
      signature,
      values,
    });
  const signal = (member: string, signature: string, values: readonly (string | number)[]): void =>
    send({
      type: busTypes.signal,
      fields: [
        [busFields.path, 'o', objectPath],
        [busFields.interface, 's', service],
        [busFields.member, 's', member],
      ],
      signature,
      values,
    });

  function answer(call: BusMessage): void {
    const [signature, values] = answerTo(call);
    send({
      type: busTypes.answer,
      fields: [
        [busFields.replySerial, 'u', call.serial],
        [busFields.destination, 's', call.sender],
      ],
      signature,
      values,
    });
  }

  function answerTo({
    member,
    body,
  }: BusMessage): readonly [string, readonly (string | number | string[])[]] {
    switch (member) {
      case 'GetCapabilities':
        return ['as', [['actions', 'body']]];
      case 'GetServerInformation':
        return ['ssss', ['test', 'test', '1', '1.2']];
      case 'Notify': {
        const read = bodyReader(body);
        const program = read.text();
        const id = read.number() || shown.length + 1;
        read.text();
        const [title, text, actions] = [read.text(), read.text(), read.texts()];
        shown.push({ id, program, title, text, actions });
        return ['u', [id]];
      }
      default:
        return ['', []];
    }
  }

  let waiting = Buffer.alloc(0);
  const named = new Promise<void>((resolve) => {
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (let next = readMessage(waiting); next !== null; next = readMessage(waiting)) {
        waiting = waiting.subarray(next.length);
        if (next.message.type === busTypes.call) answer(next.message);
        else if (next.message.member === 'NameAcquired') resolve();
      }
    });
  });
  ask('Hello');
  ask('RequestName', 'su', [service, 0]);
  await named;
  return {
    address,
    shown,
    click: (id) => {
      signal('ActionInvoked', 'us', [id, 'default']);
      signal('NotificationClosed', 'uu', [id, 2]);
    },
    close: () => {
      socket.destroy();
      bus.kill();
    },
  };
}

async function firstLine(bus: ChildProcess): Promise<string> {
  let text = '';
  for await (const bytes of bus.stdout ?? []) {
    text += String(bytes);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}

/** Says who it is, as the bus asks its own user to. */
async function connect(address: string): Promise<Socket> {
  const place = /(?:path|abstract)=([^,;]+)/.exec(address)?.[1] ?? '';
  const isAbstract = address.includes('abstract=');
  const socket = createConnection({ path: isAbstract ? `\0${place}` : place });
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  await new Promise((resolve, reject) => {
    socket.once('data', resolve);
    socket.once('error', reject);
  });
  socket.write('BEGIN\r\n');
  return socket;
}
