import { fixture } from '../../fixture.ts';

interface Words {
  wanted: { activation: string; near: number; sigmaB2: number; sigmaW2: number }[];
  unreachable: { activation: string; near: number; sigmaW2: number }[];
  distances: { normalFromCut: number; normalFromUniform: number; cutFromUniform: number };
  cutVariance: number;
}

/** What weights a word asks for, and how far laws are apart: SciPy's values. */
export const words: Words = fixture('words/words.json');
