import { both, type Text } from '../claim/index.ts';
import type { LessonError } from './lesson.ts';

/** An error that is not one of understanding: what it is in words, and where in the learner's file. */
export interface Fault {
  readonly told: Text;
  /** Line of the exercise, from 1; null where it is not known. */
  readonly line: number | null;
  readonly column: number | null;
}

/** What the learner edits. */
export const EXERCISE = 'exercise.ts';

/**
 * What an error of a lesson's spec says of the learner's file: a syntax error, an export that is missing, a crash, a value that cannot be
 * used, or a loop that never ended.
 */
export function faultOf({ name, message, stack }: LessonError): Fault {
  const syntax = /exercise\.ts:(\d+):(\d+): (?:ERROR|error): (.*)/.exec(message);
  if (syntax) {
    const [, line, column, what] = syntax;
    return {
      told: both(`exercise.ts cannot be read: ${what}`, `exercise.ts 无法读取：${what}`),
      line: Number(line),
      column: Number(column) + 1,
    };
  }
  const absent = /does not provide an export named '([^']+)'/.exec(message);
  if (absent) {
    return nowhere(
      both(
        `exercise.ts must export ${absent[1]}: the lesson asks for it by that name.`,
        `exercise.ts 必须导出 ${absent[1]}：本课按这个名字取用它。`,
      ),
    );
  }
  const unresolved = /Cannot find (?:package|module) '([^']+)'/.exec(message);
  if (unresolved)
    return nowhere(
      both(`exercise.ts imports ${unresolved[1]}, which there is not.`, `exercise.ts 导入的 ${unresolved[1]} 不存在。`),
    );
  if (/Worker exited unexpectedly|Worker forks emitted error|terminated|SIGKILL/i.test(message)) {
    return nowhere(
      both(
        'The lesson did not come to an end: it was stopped after 20 seconds. Is there a loop in exercise.ts that never ends, or an await of what never comes?',
        '本课没有结束：20 秒后被中止。exercise.ts 中是否有不会结束的循环，或永远等不到结果的 await？',
      ),
    );
  }
  if (/Test timed out/.test(message)) {
    return nowhere(both('exercise.ts waits for something that never comes.', 'exercise.ts 在等待永远不会到来的东西。'));
  }
  const frame = /exercise\.ts:(\d+):(\d+)/.exec(stack);
  if (frame && name !== 'ParameterError') {
    const where = { line: Number(frame[1]), column: Number(frame[2]) };
    return {
      told: both(`exercise.ts stopped with an error: ${name}: ${message}`, `exercise.ts 出错而中止：${name}: ${message}`),
      ...where,
    };
  }
  return {
    told: both(`What exercise.ts gives cannot be used: ${message}`, `exercise.ts 给出的结果无法使用：${message}`),
    line: frame ? Number(frame[1]) : null,
    column: frame ? Number(frame[2]) : null,
  };
}

const nowhere = (told: Text): Fault => ({ told, line: null, column: null });

/** The line of a file, those around it, and a mark below its column. */
export function excerpt(text: string, line: number, column: number | null): string[] {
  const lines = text.split(/\r?\n/);
  const from = Math.max(1, line - 1);
  const to = Math.min(lines.length, line + 1);
  const digits = String(to).length;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).flatMap((number) => {
    const shown = `${number === line ? '>' : ' '} ${String(number).padStart(digits)} | ${lines[number - 1]}`;
    return number === line && column !== null
      ? [shown, `  ${' '.repeat(digits)} | ${' '.repeat(Math.max(0, column - 1))}^`]
      : [shown];
  });
}
