export { classTable } from './class-table.ts';
export type { Language, Lesson, LessonError, Outcome, Step } from './lesson.ts';
export { nearestPackage } from './nearest-package.ts';
export { pass } from './pass.ts';
export { firstUnsolved, isSolved, parseProgress } from './progress.ts';
export { list, say, type Style } from './screen.ts';
export { Session } from './session.ts';
export { verdictOf } from './verdict.ts';
export { SPEC, Workshop } from './workshop.ts';
