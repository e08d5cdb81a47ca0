import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { bytesOf } from './byte-stream.ts';
import type { OpenFile } from './checkpoint.ts';
import { CheckpointError } from './checkpoint-error.ts';
import { printable, shown } from './shown.ts';

/** Something that was packed. */
export interface Packed {
  readonly name: string;
  /** Unpacked, in bytes, as the archive says: `bytes` throws where it is another. */
  readonly size: number;
  /** Its bytes from `start` on, unpacked piece by piece. */
  bytes(start?: number): AsyncIterable<Uint8Array>;
}

/** Bytes in front of what is packed, at the least: the entry's own header. */
const LOCAL_HEADER = 30;

class FileReader extends RandomAccessReader {
  readonly #file: OpenFile;
  constructor(file: OpenFile) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(bytesOf([{ file: this.#file, start, end }]), { objectMode: false });
  }
}

/**
 * What a zip archive holds, in its order; nothing is unpacked but what is asked for.
 *
 * @throws CheckpointError for what is no such archive, a name twice, entries that are encrypted, packed in an unknown way, or lie over one another.
 */
export async function packedIn(file: OpenFile): Promise<Packed[]> {
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
  const zip = await saying(() => fromRandomAccessReaderPromise(new FileReader(file), file.size, options));
  const entries: Entry[] = [];
  await saying(async () => {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  });
  const names = new Set<string>();
  for (const entry of entries) {
    const wrong = (what: string) => new CheckpointError(`entry ${shown(entry.fileName)}: ${what}`);
    if (names.has(entry.fileName)) throw wrong('is there twice');
    names.add(entry.fileName);
    if (entry.isEncrypted()) throw wrong('is encrypted');
    if (!entry.canDecodeFileData())
      throw wrong(`is packed by method ${entry.compressionMethod}; stored and deflated ones are read`);
  }
  apart(entries, file.size);
  return entries.map((entry) => ({
    name: entry.fileName,
    size: entry.uncompressedSize,
    bytes: (start = 0) => unpacked(zip, entry, start),
  }));
}

/** Entries that share bytes unpack to more than any file is: none may begin before the one before it has ended. */
function apart(entries: readonly Entry[], size: number): void {
  let [end, before] = [0, ''];
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    const from = entry.relativeOffsetOfLocalHeader;
    if (from < end) throw new CheckpointError(`entry ${shown(entry.fileName)}: begins at byte ${from}, within ${shown(before)}`);
    [end, before] = [from + LOCAL_HEADER + entry.compressedSize, entry.fileName];
    if (end > size) throw new CheckpointError(`entry ${shown(before)}: would end at byte ${end} of ${size}`);
  }
}

async function* unpacked(zip: ZipFile, entry: Entry, start: number): AsyncGenerator<Uint8Array> {
  const stream = await saying(() => zip.openReadStreamPromise(entry));
  let skip = start;
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      const rest = piece.subarray(Math.min(skip, piece.length));
      skip -= piece.length - rest.length;
      if (rest.length > 0) yield rest;
    }
  } catch (error) {
    throw inOneLine(error);
  } finally {
    stream.destroy();
  }
}

async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inOneLine(error);
  }
}

/** What the library says is of the archive. */
function inOneLine(error: unknown): Error {
  if (error instanceof CheckpointError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CheckpointError(`cannot be unpacked: ${printable(message).slice(0, 200)}`);
}
