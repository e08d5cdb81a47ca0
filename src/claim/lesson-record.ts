import type { JsonNumber, LayersRecord } from './record.ts';
import type { Text } from './text.ts';

/** What every layer of a learner's networks showed, and what it should show. */
export interface CourseRecord {
  of: LayersRecord['of'];
  /** Median over the networks, one a layer, up to the last that all of them reached. */
  median: JsonNumber[];
  /** What it should be, one for every layer there is. */
  goal: JsonNumber[];
  networks: number;
}

/** One step of a lesson, judged: data that JSON can hold, in both languages. */
export interface LessonRecord {
  /** What the answer should do. */
  sentence: Text;
  /** Why it is not right yet; null where it is. */
  told: Text | null;
  /** What was measured, a line each. */
  seen: Text[];
  /** The last networks that were looked at; null where none were. */
  course: CourseRecord | null;
}
