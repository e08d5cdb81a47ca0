import { both, type Text } from '../claim/index.ts';

type Word =
  | 'std'
  | 'gradientStd'
  | 'seen'
  | 'printed'
  | 'learnt'
  | 'yours'
  | 'reference'
  | 'solution'
  | 'watching'
  | 'keys'
  | 'allSolved'
  | 'noMoreHints'
  | 'goal'
  | 'stopped'
  | 'died'
  | 'here'
  | 'running'
  | 'noNetworks'
  | 'mathematics'
  | 'putBack'
  | 'last';

/** What the lessons' runner says by itself. */
export const WORDS: Readonly<Record<Word, Text>> = {
  std: both('std after each layer', '各层之后的标准差'),
  gradientStd: both('std of the gradient at each layer', '各层处梯度的标准差'),
  seen: both('seen', '所见'),
  printed: both('Your code printed', '你的代码打印了'),
  learnt: both('What you have learnt', '你学到了什么'),
  yours: both('Yours', '你的'),
  reference: both('Reference', '参考'),
  solution: both('Solution', '参考答案'),
  watching: both('Save the file, and the lesson runs again.', '保存文件，本课便会重新运行。'),
  keys: both(
    'n next · h hint · s solution · l list · r report · q quit',
    'n 下一课 · h 提示 · s 答案 · l 列表 · r 报告 · q 退出',
  ),
  allSolved: both('All lessons are solved.', '全部课程均已解决。'),
  noMoreHints: both('There are no more hints; s shows the solution.', '没有更多提示了；按 s 看参考答案。'),
  goal: both('goal', '目标'),
  stopped: both('no number', '不是数'),
  died: both('all zero', '全为零'),
  here: both('here', '当前'),
  running: both('Drawing networks …', '正在抽取网络……'),
  noNetworks: both('The report is made of networks, and none were judged.', '报告由网络构成，而这次没有判定任何网络。'),
  mathematics: both('The mathematics is in README.md, beside it.', '数学推导在同一文件夹的 README.zh.md 中。'),
  putBack: both(
    'lesson.spec.ts had been changed, and was put back: exercise.ts is the file to change.',
    'lesson.spec.ts 被改动过，已恢复原样：要修改的文件是 exercise.ts。',
  ),
  last: both('This is the last lesson.', '这是最后一课。'),
};

/** `Hint 2 of 3`. */
export const hintOf = (n: number, of: number): Text => both(`Hint ${n} of ${of}`, `提示 ${n} / ${of}`);

/** `3 of 10 solved`. */
export const solvedOf = (n: number, of: number): Text => both(`${n} of ${of} solved`, `已解决 ${n} / ${of}`);

/** `4 runs, 2 hints`. */
export function triedOf(runs: number, hints: number): Text {
  if (runs === 0) return both('', '');
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return hints === 0
    ? both(count(runs, 'run'), `运行 ${runs} 次`)
    : both(`${count(runs, 'run')}, ${count(hints, 'hint')}`, `运行 ${runs} 次，提示 ${hints} 条`);
}

/** `Report: …/index.html`. */
export const reportOf = (page: string): Text => both(`Report: ${page}`, `报告：${page}`);

/** What the list of lessons is for; the tenth, where there is one, has no digit of its own. */
export const chooseOf = (tenth: boolean): Text =>
  both(
    `A digit starts that lesson${tenth ? ' (0 the tenth)' : ''}; return goes back.`,
    `按数字键开始该课${tenth ? '（0 为第十课）' : ''}；回车返回。`,
  );

/** What a reset has done. */
export const keptAsOf = (path: string): Text => both(`what you wrote is kept as ${path}`, `你写的内容已另存为 ${path}`);
