import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import { both, type Text } from '../claim/index.ts';
import { ParameterError } from '../parameter.ts';
import { EXERCISE, type Lesson, READMES, SPEC } from './lesson.ts';
import { nearestPackage } from './nearest-package.ts';
import { type LessonProgress, NO_PROGRESS, parseProgress, type Progress, progressOf, withLesson } from './progress.ts';
import { readLessons, withoutLearnt } from './read-lessons.ts';

const PROGRESS = 'progress.json';

/** What an editor is told of the lessons, as the specs of this project are checked. */
const TSCONFIG = {
  compilerOptions: {
    ...{ target: 'es2023', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true },
    ...{ allowImportingTsExtensions: true, customConditions: ['gainsay:src'], types: [] },
  },
};

/** Long enough for an editor that writes a file in two steps, and for one that is told to save twice. */
const SETTLED = 100;

/** How far a learner has come, and what is to be told of the file that it is kept in. */
export interface Kept {
  readonly progress: Progress;
  readonly told: Text | null;
}

/** A learner's own copy of the lessons: what is edited, how far it has come, and what is put back before each run. */
export class Workshop {
  readonly folder: string;
  readonly lessons: readonly Lesson[];
  readonly #handedOut: string;

  /**
   * @param handedOut the folder of the lessons as they are handed out.
   * @param folder of the copies.
   */
  constructor(handedOut: string, folder: string) {
    this.#handedOut = handedOut;
    this.folder = folder;
    this.lessons = readLessons(handedOut);
  }

  /**
   * Copies what is not there yet. Nothing of a learner's is ever overwritten.
   *
   * @throws ParameterError for a folder that holds something else.
   */
  open(): void {
    if (existsSync(this.folder) && !this.#isOurs()) {
      throw new ParameterError('the folder of the copies', 'a new one, or one of an earlier run (see --folder)', this.folder);
    }
    mkdirSync(this.folder, { recursive: true });
    this.#unlessThere('.gitignore', '*\n');
    this.#unlessThere('tsconfig.json', `${JSON.stringify(TSCONFIG, null, 2)}\n`);
    if (!isModule(this.folder)) this.#unlessThere('package.json', '{ "private": true, "type": "module" }\n');
    for (const lesson of this.lessons) {
      mkdirSync(join(this.folder, lesson.id), { recursive: true });
      this.#unlessThere(join(lesson.id, EXERCISE), this.#shipped(lesson, EXERCISE));
      for (const readme of Object.values(READMES))
        this.#unlessThere(join(lesson.id, readme), withoutLearnt(this.#shipped(lesson, readme)));
      this.#unlessThere(join(lesson.id, SPEC), this.#shipped(lesson, SPEC));
    }
    if (!existsSync(join(this.folder, PROGRESS))) this.save(NO_PROGRESS);
  }

  /** Puts the spec back, where it is not what was handed out: it is the exercise that is to be changed. True where it was not. */
  putSpecBack(lesson: Lesson): boolean {
    const path = join(this.folder, lesson.id, SPEC);
    const right = this.#shipped(lesson, SPEC);
    const changed = !existsSync(path) || readFileSync(path, 'utf8') !== right;
    if (changed) writeFileSync(path, right);
    return changed;
  }

  /** Gives the learner the whole of the README, with what it tells at the end; one that has notes in it stays as it is. */
  unveil(lesson: Lesson): void {
    for (const readme of Object.values(READMES)) {
      const path = join(this.folder, lesson.id, readme);
      const whole = this.#shipped(lesson, readme);
      if (existsSync(path) && readFileSync(path, 'utf8') === withoutLearnt(whole)) writeFileSync(path, whole);
    }
  }

  /** Where the exercise of a lesson stands, and its text; the text is empty where there is none. */
  exercise(lesson: Lesson): { path: string; text: string } {
    const path = join(this.folder, lesson.id, EXERCISE);
    return { path, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
  }

  /** Puts a lesson back to its beginning, unsolved; what the learner wrote is kept beside it, under the name that is returned. */
  reset(lesson: Lesson): string {
    const folder = join(this.folder, lesson.id);
    let n = 1;
    while (existsSync(join(folder, `exercise.${n}.ts`))) n++;
    const kept = join(folder, `exercise.${n}.ts`);
    if (existsSync(join(folder, EXERCISE))) renameSync(join(folder, EXERCISE), kept);
    writeFileSync(join(folder, EXERCISE), this.#shipped(lesson, EXERCISE));
    this.change(lesson, () => ({ solved: null }));
    return kept;
  }

  /** How far the learner has come. A file that cannot be read is set aside, and told of: a new one stands in its place at once. */
  progress(): Kept {
    const path = join(this.folder, PROGRESS);
    const progress = existsSync(path) ? parseProgress(readFileSync(path, 'utf8')) : NO_PROGRESS;
    if (progress) return { progress, told: null };
    renameSync(path, `${path}.unreadable`);
    this.save(NO_PROGRESS);
    return {
      progress: NO_PROGRESS,
      told: both(
        `${path} could not be read: it is kept as ${PROGRESS}.unreadable, and a new one is begun.`,
        `${path} 无法读取：已另存为 ${PROGRESS}.unreadable，并重新开始记录。`,
      ),
    };
  }

  /** Changes what is kept of a lesson, and nothing else: another session on this folder may have kept something meanwhile. */
  change({ id }: Lesson, change: (before: LessonProgress) => Partial<LessonProgress>): Kept {
    const { progress, told } = this.progress();
    const changed = withLesson(progress, id, change(progressOf(progress, id)));
    this.save(changed);
    return { progress: changed, told };
  }

  /** Keeps that a lesson was judged, and shows what it teaches once it is solved. A solved lesson stays so, whatever is tried on it. */
  judged(lesson: Lesson, passed: boolean, now: string): Kept {
    if (passed) this.unveil(lesson);
    return this.change(lesson, ({ runs, solved }) => (solved === null ? { runs: runs + 1, solved: passed ? now : null } : {}));
  }

  /** Keeps the progress: written under a name of this process's and renamed, so that what is killed, or beside it, leaves a whole one. */
  save(progress: Progress): void {
    const path = join(this.folder, PROGRESS);
    const written = `${path}.${pid}.tmp`;
    writeFileSync(written, `${JSON.stringify(progress, null, 1)}\n`);
    renameSync(written, path);
  }

  /** Calls back after the exercise of a lesson was saved, once for saves that follow on one another; returns what ends it. */
  watch(lesson: Lesson, onSave: () => void, onError: (error: unknown) => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    const folder = join(this.folder, lesson.id);
    // The folder, for many editors write a new file and rename it.
    const watcher = watch(folder, (_, name) => {
      if (name !== null && name !== EXERCISE) return;
      clearTimeout(timer);
      // Saved as it was is saved all the same, by someone who wants to see it run; a file that is not there is being replaced.
      timer = setTimeout(() => existsSync(join(folder, EXERCISE)) && onSave(), SETTLED);
    });
    watcher.on('error', onError);
    return () => {
      clearTimeout(timer);
      watcher.close();
    };
  }

  #isOurs(): boolean {
    return existsSync(join(this.folder, PROGRESS)) || readdirSync(this.folder).length === 0;
  }

  #shipped({ id }: Lesson, name: string): string {
    return readFileSync(join(this.#handedOut, id, name), 'utf8');
  }

  #unlessThere(name: string, text: string): void {
    const path = join(this.folder, name);
    if (!existsSync(path)) writeFileSync(path, text);
  }
}

/** Whether a TypeScript file in this folder is an ES module. */
function isModule(folder: string): boolean {
  const path = nearestPackage(folder);
  if (path === null) return false;
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof read === 'object' && read !== null && 'type' in read && read.type === 'module';
  } catch {
    return false;
  }
}
