import { test } from 'vitest';
import { type Claim, Ensembles, explain, judgeClaim, listed, needsOf, type Subject } from '../claim/index.ts';
import { type Engine, loadEngine } from '../network/index.ts';
import { version } from '../version.ts';
import type {} from './meta.ts';
import { callers, placeOf } from './place.ts';
import { PROGRESS, progressText } from './progress.ts';
import { settingsIn } from './settings.ts';

/** A claim takes as long as it takes: this bound only ends a run that hangs. */
const HOUR = 3_600_000;

const { seed, backend, sampler } = settingsIn(process.env);

/** The flags of a rerun. */
const otherThanUsual = [
  ...(backend === 'auto' ? [] : ['--backend', backend]),
  ...(sampler === 'weights' ? [] : ['--sampler', sampler]),
];

/** Loaded when the first network is drawn, and once a process. */
let engine: Promise<Engine> | undefined;

/**
 * The ensembles that the claims of a spec file share. Where a process runs several files, the first claim of the next one
 * is registered when claims of the last one have been judged: what that one drew is let go.
 */
let ensembles: Ensembles | undefined;
let judged = false;

function ensemblesOfFile(): Ensembles {
  if (judged) ensembles = undefined;
  judged = false;
  return (ensembles ??= new Ensembles(seed, () => (engine ??= loadEngine(backend)), sampler));
}

/**
 * Registers a claim as a test: it passes where every statement is supported and every control refuted, and its record goes to
 * the report. Seed, backend and sampler come from `GAINSAY_SEED` (1), `GAINSAY_BACKEND` (the fastest
 * there is) and `GAINSAY_SAMPLER` (weights).
 *
 * @param id `room/name`, by which `gainsay verify` finds it.
 * @param sentence what is claimed, as one would say it.
 */
export function claim<S extends Subject>(id: string, sentence: string, claimed: Omit<Claim<S>, 'id' | 'sentence'>): void {
  const registration = callers(claim);
  const ensembles = ensemblesOfFile();
  // Told now, before any test draws: the claims of a file share what is drawn of a network.
  ensembles.expect(claimed.of, needsOf(listed(claimed.says)));
  test(`${id}: ${sentence}`, { timeout: HOUR, meta: { gainsay: { id } } }, async ({ annotate, task }) => {
    judged = true;
    const record = await judgeClaim(
      { id, sentence, ...claimed },
      {
        ensembles,
        place: placeOf(task.file.filepath, registration, process.cwd()),
        rerun: (name) => ['npx gainsay verify', name, '--seed', quoted(seed), ...otherThanUsual].join(' '),
        onLook: async (progress) => {
          await annotate(progressText(progress), PROGRESS);
        },
      },
    );
    const used = await engine;
    task.meta.gainsay = {
      id,
      record,
      seed,
      sampler,
      versions: { gainsay: version, node: process.versions.node },
      networks: ensembles.networks,
      ...(used && { backend: { name: used.name, version: used.version } }),
    };
    const failure = explain(record);
    if (failure) throw new ClaimFailure(failure);
  });
}

/** A claim that was not supported, or a control that was not refuted. */
class ClaimFailure extends Error {
  override name = 'ClaimFailure';
}

/** A seed as a shell takes it. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
