import { both, type Text } from '../claim/index.ts';
import { EXERCISE, type LessonError } from './lesson.ts';
import { tame, tameLine } from './tame.ts';

/** An error that is not one of understanding: what it is in words, and where in the learner's file. */
export interface Fault {
  readonly told: Text;
  /** Line of the exercise, from 1; null where it is not known. */
  readonly line: number | null;
  readonly column: number | null;
}

/**
 * What an error of a lesson's spec says of the learner's file: a syntax error, a name that is missing, a crash, a value that cannot be
 * used, or a process that ended.
 */
export function faultOf(error: LessonError): Fault {
  if (error.process) return nowhere(endOf(error));
  const message = tame(error.message);
  return (
    unread(error.message) ??
    unlinked(message) ??
    thrown(error, message) ?? {
      ...{ line: null, column: null, ...frameOf(error) },
      told: both(`What exercise.ts gives cannot be used: ${message}`, `exercise.ts 给出的结果无法使用：${message}`),
    }
  );
}

/** The end of the process: of the learner's own words none is known then, for none was thrown. */
function endOf({ process, message }: LessonError): Text {
  return process === 'held'
    ? both(
        'exercise.ts was stopped because one call of it took more than 20 seconds without letting go: a loop that never ends, or an await of what never comes?',
        'exercise.ts 被中止：它的一次调用超过 20 秒仍未返回。是否有不会结束的循环，或永远等不到结果的 await？',
      )
    : both(
        `exercise.ts ended the process that it runs in (${message}): by itself, or for want of memory?`,
        `exercise.ts 结束了运行它的进程（${message}）：是它自己结束的，还是内存不足？`,
      );
}

/** A syntax error, as tsx tells it. */
function unread(message: string): Fault | null {
  const syntax = /exercise\.ts:(\d+):(\d+): (?:ERROR|error): (.*)/.exec(message);
  if (!syntax) return null;
  const [, line, column, words] = syntax;
  const what = tame(words);
  return {
    told: both(`exercise.ts cannot be read: ${what}`, `exercise.ts 无法读取：${what}`),
    line: Number(line),
    column: Number(column) + 1,
  };
}

/** An import that finds nothing: of the lesson from the exercise, or of the exercise from elsewhere. */
function unlinked(message: string): Fault | null {
  const absent = /^The requested module '(.*)' does not provide an export named '([^']+)'/.exec(message);
  if (absent) {
    const [, from, name] = absent;
    return nowhere(
      from.endsWith(EXERCISE)
        ? both(
            `exercise.ts must export ${name}: the lesson asks for it by that name.`,
            `exercise.ts 必须导出 ${name}：本课按这个名字取用它。`,
          )
        : both(
            `exercise.ts imports ${name} from ${from}, which exports no ${name}.`,
            `exercise.ts 从 ${from} 导入 ${name}，而 ${from} 没有导出它。`,
          ),
    );
  }
  const unresolved = /^Cannot find (?:package|module) '([^']+)'/.exec(message);
  return unresolved
    ? nowhere(both(`exercise.ts imports ${unresolved[1]}, which there is not.`, `exercise.ts 导入的 ${unresolved[1]} 不存在。`))
    : null;
}

/** What the exercise threw, and what ended its waiting. */
function thrown(error: LessonError, message: string): Fault | null {
  const frame = frameOf(error);
  if (frame && error.name !== 'ParameterError') {
    const what = tame(`${error.name}: ${error.message}`);
    return { told: both(`exercise.ts stopped with an error: ${what}`, `exercise.ts 出错而中止：${what}`), ...frame };
  }
  if (error.stack === '')
    return nowhere(both(`exercise.ts threw ${message}, which is no Error.`, `exercise.ts 抛出了 ${message}，而它不是 Error。`));
  return /^Test timed out in \d+ms/.test(message)
    ? nowhere(both('exercise.ts waits for something that never comes.', 'exercise.ts 在等待永远不会到来的东西。'))
    : null;
}

function frameOf({ stack }: LessonError): { line: number; column: number } | null {
  const frame = /exercise\.ts:(\d+):(\d+)/.exec(stack);
  return frame && { line: Number(frame[1]), column: Number(frame[2]) };
}

const nowhere = (told: Text): Fault => ({ told, line: null, column: null });

/** The line of a file, those around it, and a mark below its column. */
export function excerpt(text: string, line: number, column: number | null): string[] {
  const lines = text.split(/\r?\n/);
  const from = Math.max(1, line - 1);
  const to = Math.min(lines.length, line + 1);
  const digits = String(to).length;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).flatMap((number) => {
    const shown = `${number === line ? '>' : ' '} ${String(number).padStart(digits)} | ${tameLine(lines[number - 1])}`;
    return number === line && column !== null && column <= 200
      ? [shown, `  ${' '.repeat(digits)} | ${' '.repeat(Math.max(0, column - 1))}^`]
      : [shown];
  });
}
