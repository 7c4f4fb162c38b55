import path from 'node:path';
import { type FileFacts, type FilePort, type FsPort, fsFlags } from '../../electron/node/fs-port.ts';

/**
 * A file system in memory that knows what would survive a power cut: a file's bytes as of its last sync, a folder's names
 * as of its last sync. Whatever was not synchronised may be there, be missing or be torn, each thing for itself.
 */
export interface PowerCutFs extends FsPort {
  /** The file system as a power cut now might leave it; `random` (0 to 1) decides each open question. */
  afterPowerCut(random: () => number): PowerCutFs;
}

interface FileNode {
  readonly kind: 'file';
  bytes: Uint8Array;
  durable: Uint8Array;
}

interface FolderNode {
  readonly kind: 'folder';
  readonly names: Map<string, Node>;
  durable: ReadonlyMap<string, Node>;
}

type Node = FileNode | FolderNode;

/** `onStep` is called after each step that changes or synchronises something. */
export function powerCutFs(onStep: () => void = () => undefined, root: FolderNode = newFolder()): PowerCutFs {
  function find(file: string): Node {
    let node: Node = root;
    for (const part of partsOf(file)) {
      const next: Node | undefined = node.kind === 'folder' ? node.names.get(part) : undefined;
      if (next === undefined) throw systemError('ENOENT');
      node = next;
    }
    return node;
  }

  function folder(file: string): FolderNode {
    const node = find(file);
    if (node.kind !== 'folder') throw systemError('ENOTDIR');
    return node;
  }

  const parent = (file: string): FolderNode => folder(path.dirname(file));

  return {
    open: async (file, flags) => {
      const names = parent(file).names;
      const known = names.get(path.basename(file));
      if (known?.kind === 'folder') throw systemError('EISDIR');
      if (flags === fsFlags.createNew && known !== undefined) throw systemError('EEXIST');
      if (known === undefined && (flags === fsFlags.read || flags === fsFlags.update))
        throw systemError('ENOENT');
      const node: FileNode = known ?? { kind: 'file', bytes: new Uint8Array(), durable: new Uint8Array() };
      if (known === undefined) {
        names.set(path.basename(file), node);
        onStep();
      }
      return openFile(node, onStep);
    },
    mkdir: async (file) => {
      const { names } = parent(file);
      if (names.has(path.basename(file))) throw systemError('EEXIST');
      names.set(path.basename(file), newFolder());
      onStep();
    },
    rename: async (from, to) => {
      const node = find(from);
      parent(from).names.delete(path.basename(from));
      parent(to).names.set(path.basename(to), node);
      onStep();
    },
    unlink: async (file) => {
      find(file);
      parent(file).names.delete(path.basename(file));
      onStep();
    },
    rmdir: async (file) => {
      if (folder(file).names.size > 0) throw systemError('ENOTEMPTY');
      parent(file).names.delete(path.basename(file));
      onStep();
    },
    readdir: async (file) =>
      [...folder(file).names].map(([name, node]) => ({
        name,
        isFile: node.kind === 'file',
        isFolder: node.kind === 'folder',
      })),
    lstat: async (file) => factsOf(find(file)),
    realpath: async (file) => file,
    syncFolder: async (file) => {
      const node = folder(file);
      node.durable = new Map(node.names);
      onStep();
    },
    afterPowerCut: (random) => powerCutFs(undefined, crashed(root, random)),
  };
}

function openFile(node: FileNode, onStep: () => void): FilePort {
  let at = 0;
  return {
    stat: async () => factsOf(node),
    read: async (buffer, offset, length, position) => {
      const from = position ?? at;
      const part = node.bytes.subarray(from, from + length);
      buffer.set(part, offset);
      if (position === undefined) at += part.length;
      return part.length;
    },
    // New files and journals alone are written, and only at their end.
    write: async (bytes) => {
      node.bytes = new Uint8Array([...node.bytes, ...bytes]);
      onStep();
    },
    truncate: async (length) => {
      node.bytes = node.bytes.slice(0, length);
      onStep();
    },
    sync: async () => {
      node.durable = node.bytes;
      onStep();
    },
    close: async () => undefined,
  };
}

function crashed(folder: FolderNode, random: () => number): FolderNode {
  const names = new Map<string, Node>();
  for (const name of new Set([...folder.names.keys(), ...folder.durable.keys()])) {
    const [now, before] = [folder.names.get(name), folder.durable.get(name)];
    const node = now === before || random() < 0.5 ? now : before;
    if (node !== undefined)
      names.set(name, node.kind === 'folder' ? crashed(node, random) : tornFile(node, random));
  }
  return { kind: 'folder', names, durable: new Map(names) };
}

function tornFile({ bytes, durable }: FileNode, random: () => number): FileNode {
  const left = bytes === durable ? bytes : tornBytes(bytes, durable, random);
  return { kind: 'file', bytes: left, durable: left };
}

/** What was not synchronised: all of it, nothing, its beginning, or zeros in its place. */
function tornBytes(bytes: Uint8Array, durable: Uint8Array, random: () => number): Uint8Array {
  const choice = random();
  if (choice < 0.25) return bytes;
  if (choice < 0.5) return durable;
  const cut = durable.length + Math.floor(random() * Math.max(0, bytes.length - durable.length));
  const torn = bytes.slice(0, choice < 0.75 ? cut : bytes.length);
  if (choice >= 0.75) torn.fill(0, cut);
  return torn;
}

function factsOf(node: Node): FileFacts {
  return {
    size: node.kind === 'file' ? node.bytes.length : 0,
    isFile: node.kind === 'file',
    isFolder: node.kind === 'folder',
    modifiedMs: Date.now(),
    identity: '',
  };
}

function newFolder(): FolderNode {
  return { kind: 'folder', names: new Map(), durable: new Map() };
}

function partsOf(file: string): readonly string[] {
  return file.split(path.sep).filter((part) => part !== '');
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
