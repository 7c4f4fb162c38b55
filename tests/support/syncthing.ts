import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** Why nothing can be synchronised here; null: it can. */
export function syncthingMissing(): string | null {
  const { error } = spawnSync('syncthing', ['--version']);
  return error === undefined ? null : 'syncthing is not installed (Debian package syncthing)';
}

/** Two instances that keep two folders equal, over the loopback interface alone: nothing is announced, asked or reported. */
export interface SyncedFolders {
  stop(): Promise<void>;
}

export async function synchronise(home: string, folders: readonly [string, string]): Promise<SyncedFolders> {
  const ports = await freePorts(4);
  const sides = folders.map((folder, index) => {
    const own = path.join(home, `syncthing-${index}`);
    mkdirSync(own);
    run(['generate', `--home=${own}`, '--no-default-folder', '--skip-port-probing']);
    const id = run([`--home=${own}`, '--device-id']).trim();
    return { folder, own, id, syncPort: ports[index * 2] ?? 0, guiPort: ports[index * 2 + 1] ?? 0 };
  });
  const children: ChildProcess[] = [];
  for (const side of sides) {
    const devices = sides.map(({ id, syncPort }) => ({ id, address: `tcp://127.0.0.1:${syncPort}` }));
    writeFileSync(path.join(side.own, 'config.xml'), configOf(side, devices));
    children.push(
      spawn('syncthing', ['serve', `--home=${side.own}`, '--no-browser', '--no-restart', '--no-upgrade'], {
        stdio: 'ignore',
        env: { ...process.env, STNOUPGRADE: '1', STNORESTART: '1' },
      }),
    );
  }
  return {
    stop: async () => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGTERM');
        await once(child, 'close');
      }
    },
  };
}

interface Side {
  readonly folder: string;
  readonly syncPort: number;
  readonly guiPort: number;
}

function configOf(
  { folder, syncPort, guiPort }: Side,
  devices: readonly { readonly id: string; readonly address: string }[],
): string {
  const shared = devices.map(({ id }) => `<device id="${id}" introducedBy=""></device>`).join('');
  const known = devices
    .map(
      ({ id, address }) =>
        `<device id="${id}" name="${id.slice(0, 5)}" compression="metadata"><address>${address}</address></device>`,
    )
    .join('');
  return `<configuration version="36">
<folder id="library" label="library" path="${folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="false" autoNormalize="true">
<filesystemType>basic</filesystemType>${shared}<maxConflicts>10</maxConflicts></folder>
${known}
<gui enabled="true" tls="false"><address>127.0.0.1:${guiPort}</address><apikey>test</apikey></gui>
<options><listenAddress>tcp://127.0.0.1:${syncPort}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><startBrowser>false</startBrowser>
<urAccepted>-1</urAccepted><urSeen>9999</urSeen><autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<crashReportingEnabled>false</crashReportingEnabled><reconnectionIntervalS>1</reconnectionIntervalS></options>
</configuration>
`;
}

function run(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('syncthing', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`syncthing ${words[0]}: ${stderr}`);
  return stdout;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
