export { ALPHA, BUDGET } from './budget.ts';
export { clopperPearson } from './clopper-pearson.ts';
export { type Distribution, dkw, kolmogorovDistance } from './dkw.ts';
export type { Band, Finding, Interval } from './interval.ts';
export { type Look, looks, type Schedule } from './looks.ts';
export { meanSquare } from './mean-square.ts';
export { orderStatistics } from './order-statistics.ts';
export { LARGEST_SKEW, STUDENT_SHARE, student, tooSkewed } from './student.ts';
export { type Verdict, verdictOf } from './verdict.ts';
