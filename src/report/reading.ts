import { badge } from './badge.ts';
import { type Markup, markup } from './markup.ts';
import { both } from './words.ts';

/** For a reader who has never seen such a page. */
export const READING: Markup = markup`<section class="reading"><h2>${both('How to read this page', '如何阅读本页')}</h2>
<p>${both(
  markup`A <strong>claim</strong> is about a population: all the networks that could be drawn from one initialisation. Some are drawn, and an interval is made that holds the true value except with probability α.`,
  markup`<strong>论断</strong>关于一个总体：由一种初始化所能抽取的全部网络。从中抽取若干个网络，并构造置信区间，它以 1 − α 的概率包含真值。`,
)}</p>
<ul>
<li>${badge('supported')} ${both('the whole interval lies in the band that the claim names;', '整个置信区间落在论断所述的区间带内；')}</li>
<li>${badge('refuted')} ${both('the whole interval lies outside it;', '整个置信区间落在区间带外；')}</li>
<li>${badge('undecided')} ${both('it lies across an edge, or the sample is not of a kind that could support the claim.', '置信区间跨越区间带的边缘，或样本不足以支持论断。')}</li>
</ul>
<p>${both(
  markup`A <strong>control</strong> puts the same claim to networks that are wrong on purpose. It must be refuted: a claim that no wrong network can fail says nothing. The <strong>error rate</strong> is the probability that any verdict on this page is wrong.`,
  markup`<strong>对照</strong>把同一论断用于故意做错的网络，它必须被否定：没有任何错误网络能使之失败的论断等于什么也没说。<strong>错误率</strong>是本页任何一个判定出错的概率。`,
)}</p>
</section>`;
