// Claims for the page in a browser, which `gainsay verify` judges in a folder of its own: true, false, undecided and hostile ones.
import {
  experiment,
  gradientGrowth,
  instead,
  kaimingNormal,
  ln,
  mean,
  mlp,
  quantile,
  quantity,
  relu,
  std,
  type Stream,
  tanh,
  withGain,
  xavierUniform,
} from 'gainsay';
import { claim } from 'gainsay/vitest';

const size = { width: 64, depth: 40, batch: 8 };
const tanhWith = (gain: number) => mlp({ ...size, activation: tanh, init: xavierUniform({ gain }) });
const settles = mean(std.over(20, 39)).within(0.6, 0.7);

claim('page/tanh-settles', 'the std settles near 0.65', {
  of: tanhWith(5 / 3),
  says: settles,
  predicts: 0.651347,
  controls: [withGain(1), withGain(2.5)],
  source: 'Cell 10 of the notebook',
  formula: String.raw`q^* = \sigma_w^2\,\mathbb{E}\bigl[\tanh^2(\sqrt{q^*}\,z)\bigr]`,
  because: 'The fixed point is 0.651; at 64 units the networks lie some hundredths around it.',
  teaches: 'With the gain 5/3 the signal neither dies nor saturates.',
  zh: {
    sentence: '标准差稳定在 0.65 附近',
    because: '不动点为 0.651；宽度为 64 时，各网络分布在其周围百分之几的范围内。',
    teaches: '增益为 5/3 时，信号既不消失也不饱和。',
  },
});

// A control of the claim above, claimed to be right.
claim('page/tanh-without-gain', 'without its gain, too, the std settles near 0.65', {
  of: tanhWith(1),
  says: settles,
  predicts: 0.651347,
  controls: [withGain(0.5), withGain(2.5)],
  source: 'Cell 10 of the notebook, with the gain left out',
  because: 'It does not, and the page has to say why.',
  zh: { sentence: '不用增益，标准差也稳定在 0.65 附近', because: '并非如此，页面应说明原因。', teaches: '' },
});

claim('page/relu-keeps', 'Kaiming’s gain keeps signal and gradient of ReLU', {
  of: mlp({ ...size, activation: relu, init: kaimingNormal() }),
  says: [quantile(0.5, ln(std.after(9))).within(-1.5, 0.7), quantile(0.5, ln(gradientGrowth(30, 10))).within(-0.1, 0.1)],
  controls: [withGain(1), withGain(2)],
  source: 'He et al. 2015, eq. 10',
  because: 'ln std after ten layers has sd 0.4 between networks of 64 units, and a factor of √2 a layer is far outside.',
});

const value = quantity('draw', (x: number) => x);
const normals = (shift: number) => experiment('a normal number', (stream: Stream) => shift + stream.normal());

claim('page/on-the-edge', 'normal numbers have a mean above 0', {
  of: normals(0),
  says: mean(value).within(0, 5),
  controls: [instead('shifted by −9', normals(-9)), instead('shifted by 9', normals(9))],
  source: 'The mean lies on the band’s end',
  because: 'No sample decides it.',
});

claim(
  'page/hostile',
  '"><script>document.title = "taken"</script><img src="https://example.org/x.png" onerror="document.title = 1">',
  {
    of: normals(0),
    says: mean(value).within(-9, 9),
    controls: [
      instead('<img src=x onerror=alert(1)>', normals(20)),
      instead("' onfocus='alert(1)' autofocus tabindex=1 '", normals(-20)),
    ],
    source: '<a href="javascript:alert(1)">a source</a><style>body { display: none }</style>',
    because: '</script><script src="https://example.org/x.js"></script>',
  },
);
