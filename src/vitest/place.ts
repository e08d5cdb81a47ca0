import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClaimRecord } from '../claim/index.ts';

/** The calls that led to one of `below`. */
export function callers(below: (...given: never[]) => unknown): string {
  const held: { stack?: string } = {};
  Error.captureStackTrace(held, below);
  return held.stack ?? '';
}

/**
 * Where a spec stands, seen from `folder` and with forward slashes, and the line of its innermost call; null where none is its own: a
 * claim may be made by a file that the spec imports.
 *
 * vitest tells this only where `includeTaskLocation` is set, which is for the user to say.
 */
export function placeOf(spec: string, stack: string, folder: string): NonNullable<ClaimRecord['place']> {
  const names = [spec, pathToFileURL(spec).href];
  const lines = stack.split('\n').flatMap((frame) => names.flatMap((name) => lineAfter(name, frame)));
  return { file: relative(folder, spec).split(sep).join('/'), line: lines[0] ?? null };
}

function lineAfter(name: string, frame: string): number[] {
  const at = frame.lastIndexOf(name);
  const line = at < 0 ? null : /^(?:\?[^:]*)?:(\d+):\d+\)?$/.exec(frame.slice(at + name.length));
  return line ? [Number(line[1])] : [];
}
