/** Letters, and which of the two languages shows. */
export const TEXT: string = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 80rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  overflow-wrap: anywhere;
}
body:not(:has(input[value="zh"]:checked)) [lang="zh"], body:has(input[value="zh"]:checked) [lang="en"] { display: none; }
h1, h2, h3 {
  font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, Georgia, 'Noto Serif', 'Songti SC', 'Noto Serif CJK SC', serif;
  font-weight: 600; line-height: 1.2; text-wrap: balance;
}
h1 { margin: 0.8rem 0 1.6rem; font-size: clamp(1.6rem, 4.4vw, 2.5rem); letter-spacing: -0.01em; }
h2 { margin: 0.5rem 0 0; font-size: clamp(1.3rem, 3vw, 1.65rem); }
h3 { margin: 1.8rem 0 0.7rem; font-size: 1.12rem; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 0.2em; }
a:hover { color: var(--measured); }
:focus-visible { outline: 2.5px solid var(--measured); outline-offset: 2px; }
code, pre, .id, kbd { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.86em; }
pre { margin: 0; white-space: pre-wrap; }
sub { font-size: 0.72em; line-height: 0; }
small { color: var(--quiet); font-size: 0.85em; }
dl, dd, figure, fieldset { margin: 0; }
fieldset { padding: 0; border: 0; min-width: 0; }
math { display: block math; font-size: 1.15em; }
.supported { color: var(--supported); }
.refuted { color: var(--refuted); }
.undecided { color: var(--undecided); }
.note { color: var(--quiet); }
`;
