import {
  against,
  chi,
  correlationFixedPoint,
  cosine,
  covariance,
  fixedPoint,
  linear,
  mean,
  meanGradientRatio,
  mlp,
  normal,
  preActivation,
  quantile,
  secondMoment,
  stdAsBound,
  tanh,
  times,
  withGain,
} from 'gainsay';
import { claim } from 'gainsay/vitest';
import { describe } from 'vitest';
import { halfCosine, noActivation } from './mistakes.ts';
import { at, dashed, digits, rounded } from './one-layer.ts';
import * as zh from './poole.zh.ts';

const sigmaB = 0.3;
const sigmaB2 = sigmaB ** 2;

const deep = (sigmaW: number, width: number, depth: number) =>
  mlp({ width, depth, activation: tanh, init: normal({ std: sigmaW / Math.sqrt(width) }), bias: normal({ std: sigmaB }) });

describe.each([1.3, 2.5, 4])('tanh at σ_b = 0.3, σ_w = %d', (sigmaW) => {
  const sigmaW2 = sigmaW ** 2;
  const q = fixedPoint(tanh, sigmaW2, sigmaB2);
  const c = correlationFixedPoint(tanh, sigmaW2, sigmaB2, q);
  const point = { activation: tanh, sigmaW2, sigmaB2, q };
  const chi1 = chi(tanh, sigmaW2)(q);
  const ofWeights = q - sigmaB2;
  const found = { sigmaW, q, c, chi1 };

  const leavesQ = mean(times(sigmaW2, secondMoment.after(0), 'σ_w²')).within(0.96 * ofWeights, 1.04 * ofWeights);
  const growsByChi = mean(meanGradientRatio).within(0.96 * chi1, 1.04 * chi1);
  claim(
    `theory/poole-${dashed(sigmaW)}`,
    `σ_w = ${sigmaW}: a layer leaves q* = ${digits(q)} as it is, and there χ₁ = ${digits(chi1)}`,
    {
      of: at(point, { width: [512, 512] }),
      says: [leavesQ, growsByChi],
      predicts: [ofWeights, chi1],
      controls: [against(leavesQ, withGain(1.5 * sigmaW)), against(growsByChi, stdAsBound)],
      source: 'Poole et al. 2016, eqs. 3 and 6',
      formula: String.raw`q^* = \sigma_w^2 \operatorname{E}\!\left[\varphi(\sqrt{q^*}\,z)^2\right] + \sigma_b^2 = ${digits(q)}, \qquad \chi_1 = \sigma_w^2 \operatorname{E}\!\left[\varphi'(\sqrt{q^*}\,z)^2\right] = ${digits(chi1)}`,
      because:
        'Inputs whose pre-activations have q* exactly: the second moment after the layer is unbiased at any width, with sd 0.4 to 1.1% between layers of 512 units. The gradient’s ratio is biased by (E[z²φ′²] − E[φ′²])/n, below 0.2% here, and has sd 2 to 4%.',
      teaches: `Mean field theory follows one number through a very wide network: q, the second moment of the pre-activations. A layer turns q into V(q) = σ_w²·E[φ(√q z)²] + σ_b²; where V(q) = q it leaves it as it is, and there tanh networks settle, whatever goes in. On the way back the second moment of the gradient is multiplied by χ₁ in every layer, and so by about ${rounded(chi1 ** 20)} over 20 layers. That the signal is steady says nothing about the gradient.`,
      zh: zh.leavesQ(found),
    },
  );

  if (c < 1) {
    const product = q * c - sigmaB2;
    claim(
      `theory/poole-c-${dashed(sigmaW)}`,
      `σ_w = ${sigmaW}: a layer leaves two inputs of cosine c* = ${digits(c)} as they are`,
      {
        of: at({ ...point, c }),
        says: mean(times(sigmaW2, covariance.after(0), 'σ_w²')).within(product - 0.02 * q, product + 0.02 * q),
        predicts: product,
        controls: [noActivation(at({ ...point, activation: linear, c })), halfCosine(at({ ...point, c: 0.5 }))],
        source: 'Poole et al. 2016, eq. 5',
        formula: String.raw`q^* c^* = \sigma_w^2 \operatorname{E}\!\left[\varphi(u_1)\,\varphi(u_2)\right] + \sigma_b^2, \qquad u_1, u_2 \sim N(0, q^*), \qquad \operatorname{corr}(u_1, u_2) = c^* = ${digits(c)}`,
        because:
          'Sixteen inputs whose pre-activations have q* and c* exactly: their product after the layer is unbiased at any width. ± 0.02 in c is five sd, between layers of 32 × 4,096 weights, or more.',
        teaches: `Here χ₁ = ${digits(chi1)} is above 1 and the network is in its chaotic phase: two inputs that are almost the same move apart from layer to layer, and two that have nothing in common draw nearer, until the cosine of either pair’s pre-activations is c* = ${digits(c)}. It is above 0 only because all inputs share the same biases. Deep in such a network the cosine no longer tells how close two inputs were, so that what is learnt from one hardly carries over to its neighbours; the nearer χ₁ is to 1, the slower this goes.`,
        zh: zh.leavesC(found),
      },
    );

    for (const width of [128, 256]) {
      const settlesAtQ = mean(preActivation.secondMoment.over(20, 59)).within(0.96 * q, 1.04 * q);
      const settlesAtC = quantile(0.5, preActivation.cosine.over(20, 59)).within(c - 0.05, c + 0.05);
      claim(`theory/poole-deep-${dashed(sigmaW)}-${width}`, `σ_w = ${sigmaW}: networks of ${width} units settle at q* and c*`, {
        of: deep(sigmaW, width, 60),
        says: [settlesAtQ, settlesAtC],
        predicts: [q, c],
        controls: [against(settlesAtQ, withGain(1.5 * sigmaW)), against(settlesAtC, withGain(1.3))],
        source: 'Poole et al. 2016, figures 1 and 2',
        formula: String.raw`q_l \to q^* = ${digits(q)}, \qquad c_l \to c^* = ${digits(c)}`,
        because:
          'At finite width the mean of q lies off q* by V″·Var(q)/(2(1 − V′)), less than 0.05% at 128 units; that of c off c* by C″·Var(c)/(2(1 − C′)), at most 0.005 at 128 units and half of it at 256. Between networks, averaged over 40 layers, they have sd 0.4 to 0.9% and 0.006 to 0.018; the cosine is skewed, and so judged by its median.',
        teaches: `Mean field theory is about infinitely wide networks, and nobody has one. With ${width} units it holds already: from layer 20 on, q is within 4% of q* = ${digits(q)} on average, and the cosine of two inputs usually within 0.05 of c* = ${digits(c)}; the scale of the inputs and the angle between them are forgotten. Both numbers solve equations with a few integrals in them, so one can work out where the signal of a deep network ends before any weight is drawn.`,
        zh: zh.settles(found, width),
      });
    }
  } else {
    for (const width of [64, 128]) {
      claim(`theory/poole-ordered-${width}`, `σ_w = ${sigmaW}: any two inputs become one in networks of ${width} units`, {
        of: deep(sigmaW, width, 100),
        says: quantile(0.5, cosine.after(99)).above(0.95),
        predicts: c,
        controls: [withGain(2.5), withGain(4)],
        source: 'Poole et al. 2016, figure 2',
        formula: String.raw`\chi_1 = ${digits(chi1)} < 1 \;\Rightarrow\; c_l \to c^* = 1, \qquad 1 - c_l \propto \chi_1^{\,l}`,
        because: `1 − c shrinks by χ₁ a layer, to about ${digits(chi1 ** 100)} of what it was after 100; where χ₁ > 1 the cosine settles far below 0.95 instead. By the median: near its bound the cosine is anything but normal.`,
        teaches: `Where χ₁ is below 1 a network is in its ordered phase: any two inputs come nearer from layer to layer, and after a hundred the last layer says almost the same of both. The size of each signal does not give it away, for q settles at ${digits(q)} and stays there. The gradient dies too, its second moment by a factor of χ₁ a layer. Schoenholz et al. found that such networks can be trained to a depth of about six times ξ_c = −1/ln χ₁, which is ${digits(-1 / Math.log(chi1))} layers here.`,
        zh: zh.ordered(found, width),
      });
    }
  }
});
