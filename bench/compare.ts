import type { Python } from './python.ts';
import type { Row } from './rows.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';

/** Both sides in turn, each first in every other round; ours alone, where the other is missing. */
export async function compared(row: Row, python: Python, rounds: number): Promise<Line> {
  const { name, ours, theirs, must, aim } = row;
  const them = async () => {
    if ('run' in theirs) return theirs.run();
    const answer = await python.ask(theirs.ask);
    return 'seconds' in answer ? answer.seconds * theirs.times : answer.missing;
  };
  const [our, their]: [number[], number[]] = [[], []];
  let missing: string | undefined;
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await ours() : undefined;
    const answer = missing ?? (await them());
    our.push(first ?? (await ours()));
    if (typeof answer === 'string') missing = answer;
    else their.push(answer);
  }
  const line = { name, against: theirs.name, unit: 's' as const, ours: spreadOf(our), limits: { must, aim } };
  if (missing !== undefined) return { ...line, missing };
  return {
    ...line,
    theirs: spreadOf(their),
    ratio: spreadOf(their.map((time, round) => time / our[round])),
  };
}
