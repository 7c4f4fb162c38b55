import { readFile } from 'node:fs/promises';

/** Where preferences are kept between starts. */
export interface PreferenceFile {
  get(key: string): unknown;
  /** Resolves when the value is on disk. */
  set(key: string, value: unknown): void | Promise<void>;
  /** Forgets all of them. Resolves when the file holds none. */
  clear(): void | Promise<void>;
}

/** What writes the file: electron-store in the app. */
export interface PreferenceWriter {
  set(key: string, value: unknown): void;
  clear(): void;
}

/** A preference file whose writer comes when something is changed. */
export interface LatePreferenceFile extends PreferenceFile {
  /** Resolves when everything that was set is on disk, or could not be written. */
  settled(): Promise<void>;
}

/**
 * The writer and its validator take long to load, and reading needs neither: the window appears without them. A file that
 * is missing or damaged holds nothing; the writer clears such a one.
 */
export async function openPreferenceFile(
  file: string,
  loadWriter: () => Promise<PreferenceWriter>,
): Promise<LatePreferenceFile> {
  const values = await readValues(file);
  let writer: Promise<PreferenceWriter> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function prepared(): Promise<PreferenceWriter> {
    writer ??= loadWriter().catch((error) => {
      writer = null;
      throw error;
    });
    return writer;
  }

  function write(change: (writer: PreferenceWriter) => void): Promise<void> {
    const written = last.then(async () => change(await prepared()));
    last = written.catch(() => undefined);
    return written;
  }

  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
      return write((to) => to.set(key, value));
    },
    clear: () => {
      values.clear();
      return write((to) => to.clear());
    },
    settled: async () => void (await last),
  };
}

async function readValues(file: string): Promise<Map<string, unknown>> {
  try {
    const values: unknown = JSON.parse(await readFile(file, 'utf8'));
    return new Map(isObject(values) ? Object.entries(values) : []);
  } catch {
    return new Map();
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
