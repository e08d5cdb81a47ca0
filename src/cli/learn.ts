import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { loadEngine } from '../network/index.ts';
import { ParameterError } from '../parameter.ts';
import { EXIT } from './exit.ts';
import { keyboard } from './keyboard.ts';
import { type LearnFlags, withLearnFlags } from './learn-flags.ts';
import { needVitest } from './need-vitest.ts';

/** The lessons that come with gainsay: beside the source, and beside what was built from it. */
const HANDED_OUT = fileURLToPath(new URL('../../spec/lessons', import.meta.url));

/** `gainsay learn [lesson]`: specs that fail until they are understood. */
export function addLearn(program: Command, exit: (code: number) => void): void {
  withLearnFlags(
    program
      .command('learn')
      .summary('lessons: specs that fail until you understand')
      .description('work through lessons on a copy of your own: specs that fail until you understand')
      .argument('[lesson]', 'its number or its name; the first that is not solved, if left out'),
  )
    .addHelpText(
      'after',
      '\nWithout a terminal it makes one pass: it judges the first lesson that is not solved, goes on while they are, and exits 1 at one that is not.',
    )
    .action(async (lesson: string | undefined, flags: LearnFlags) => exit(await learn(lesson, flags).catch(refused(flags))));
}

/** What a disk refuses, a full one or one that is not ours, is no fault of this program. */
function refused({ folder }: LearnFlags): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new ParameterError('the folder of the copies', `one that can be read and written (${error.message})`, resolve(folder));
  };
}

async function learn(wanted: string | undefined, flags: LearnFlags): Promise<number> {
  const { classTable, firstUnsolved, keptAsOf, list, pass, say, Session, SPEC, verdictOf, Workshop } =
    await import('../learn/index.ts');
  const workshop = new Workshop(resolve(flags.from ?? HANDED_OUT), resolve(flags.folder));
  const { lessons, folder } = workshop;
  if (flags.class) {
    for (const line of classTable(lessons, await learnersOf(flags.class))) console.log(line);
    return EXIT.done;
  }
  const start = wanted === undefined ? undefined : await lessonOf(lessons, wanted);
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !flags.list && !flags.check;
  await needPackage(flags.yes, interactive);
  await loadEngine(flags.backend);
  needVitest();
  needGainsay(folder);
  workshop.open();
  const style = () => styleOf(flags.lang);
  const { progress: before, told } = workshop.progress();
  const first = start ?? firstUnsolved(lessons, before) ?? lessons[0];
  const reset = flags.reset ? keptAsOf(workshop.reset(first)) : null;
  const { progress } = workshop.progress();
  if (reset && !interactive) console.error(`gainsay: ${say(reset, style())}`);
  if (told && (flags.list || flags.check)) console.error(`gainsay: ${say(told, style())}`);
  if (flags.list) {
    for (const line of list(lessons, progress, null, style())) console.log(line);
    return EXIT.done;
  }
  const { judgeLessons } = await import('../vitest/judge-lessons.ts');
  const judgeBy = async (seed: string, { id }: { readonly id: string }, signal?: AbortSignal, out?: string) => {
    const [outcome] = await judgeLessons({
      ...{ root: folder, specs: [`${id}/${SPEC}`], backend: flags.backend },
      ...{ seed, out, signal },
    });
    return outcome;
  };
  const judge = (lesson: { readonly id: string }, signal?: AbortSignal) =>
    judgeBy(flags.seed === 'fresh' ? String(randomInt(2 ** 32)) : flags.seed, lesson, signal);
  if (flags.check) {
    let all = true;
    for (const lesson of lessons) {
      workshop.putSpecBack(lesson);
      const outcome = await judge(lesson);
      console.log(verdictOf(lesson, outcome, style()));
      all &&= outcome.passed;
    }
    return all ? EXIT.done : EXIT.refuted;
  }
  const now = () => new Date().toISOString();
  if (!interactive) {
    const show = (lines: readonly string[]) => console.log(lines.join('\n'));
    return (await pass(workshop, { judge, show, style, now }, first, { progress, told })) ? EXIT.done : EXIT.refuted;
  }
  const code = await keyboard((fail) => {
    const show = (lines: readonly string[]) => process.stdout.write(`\u001b[H\u001b[2J${lines.join('\n')}\n`);
    const report = async (lesson: { readonly id: string }, seed: string, signal: AbortSignal) => {
      const out = join(folder, 'report');
      const { steps } = await judgeBy(seed, lesson, signal, out);
      return steps.some(({ record }) => record?.course) ? join(out, 'index.html') : null;
    };
    return new Session(workshop, { judge, report, style, now, fail, show }, first, { progress, told: told ?? reset });
  });
  console.error(`gainsay: your progress is kept in ${folder}; the same command goes on`);
  // At once: a lesson may be on its way still.
  return process.exit(code);
}

async function lessonOf<L extends { readonly id: string }>(lessons: readonly L[], wanted: string): Promise<L> {
  const { numberOf } = await import('../learn/index.ts');
  const found = lessons.find(
    (one) => one.id === wanted || one.id.slice(3) === wanted || (/^\d+$/.test(wanted) && numberOf(one) === Number(wanted)),
  );
  if (!found) throw new ParameterError('lesson', `one of ${lessons.map(({ id }) => id).join(', ')}, or its number`, wanted);
  return found;
}

/** By each folder's progress file; the name is the folder's, or of `alice/lessons` the one above. */
async function learnersOf(folders: readonly string[]) {
  const { parseProgress } = await import('../learn/index.ts');
  return folders.map((folder) => {
    const at = [folder, join(folder, 'lessons')].map((one) => join(one, 'progress.json')).find((path) => existsSync(path));
    const name = basename(resolve(folder));
    return {
      name: name === 'lessons' ? basename(dirname(resolve(folder))) : name,
      progress: (at !== undefined && parseProgress(textOf(at))) || null,
    };
  });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const PACKAGE = `${JSON.stringify({ private: true, type: 'module' }, null, 2)}\n`;

/** Writes a package.json into this folder, if there is none here or above it and whoever is asked agrees: npm would install gainsay elsewhere. */
async function needPackage(agreed: boolean, interactive: boolean): Promise<void> {
  const { nearestPackage } = await import('../learn/index.ts');
  if (nearestPackage(process.cwd())) return;
  const write =
    agreed || (interactive && (await asked('There is no package.json in this folder, nor above it. Write one? [Y/n] ')));
  if (!write) throw new ParameterError('this folder', 'one with a package.json, or below one (--yes writes it)', process.cwd());
  writeFileSync('package.json', PACKAGE);
  console.error('gainsay: package.json is written');
}

/** The lessons import gainsay from where they lie, which need not be where npx has found this command. */
function needGainsay(folder: string): void {
  try {
    createRequire(join(folder, 'package.json')).resolve('gainsay/package.json');
  } catch {
    throw new ParameterError('gainsay', `installed where the lessons are (\`${INSTALL}\`)`, `none for ${folder}`);
  }
}

const INSTALL = 'npm install --save-dev gainsay vitest@4';

function asked(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once('SIGINT', () => process.exit(130));
  return new Promise((resolve) => {
    // Ctrl-D ends the input without an answer: that is no.
    terminal.once('close', () => resolve(false));
    terminal.question(question, (answer) => {
      resolve(/^\s*(y|yes)?\s*$/i.test(answer));
      terminal.close();
    });
  });
}

function styleOf(lang: LearnFlags['lang']) {
  const { LC_ALL, LC_MESSAGES, LANG, NO_COLOR } = process.env;
  const colours = process.stdout.isTTY && !NO_COLOR;
  return {
    language: lang ?? (/^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? ('zh' as const) : ('en' as const)),
    columns: process.stdout.columns || 80,
    rows: process.stdout.isTTY ? process.stdout.rows || 24 : Infinity,
    mark: (as: 'bold' | 'dim' | 'green' | 'red' | 'yellow', text: string) => (colours ? styleText(as, text) : text),
  };
}
