import { type Markup, markup } from './markup.ts';

/** For a reader who has never seen such a page. */
export const READING: Markup = markup`<section class="reading"><h2>How to read this page</h2>
<p>A <strong>claim</strong> is about a population: all the networks that could be drawn from one initialisation. Some are drawn, and an
interval is made that holds the true value except with probability α.</p>
<ul>
<li><span class="badge supported"><b>✓</b> supported</span> the whole interval lies in the band that the claim names;</li>
<li><span class="badge refuted"><b>✗</b> refuted</span> the whole interval lies outside it;</li>
<li><span class="badge undecided"><b>?</b> undecided</span> it lies across an edge, or the sample is not of a kind that could support the claim.</li>
</ul>
<p>A <strong>control</strong> puts the same claim to networks that are wrong on purpose. It must be refuted: a claim that no wrong network
can fail says nothing. The <strong>error rate</strong> is the probability that any verdict on this page is wrong.</p>
</section>`;
