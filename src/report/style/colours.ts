const LIGHT = `
  --paper: #faf9f6; --card: #fff; --ink: #1d2126; --quiet: #5b636e; --rule: #e3e1da; --shade: #f3f1ec;
  --measured: #0a62a3; --ribbon: #0a62a333; --theory: #b85a00; --finite: #b85a0026;
  --band: #009e7326; --band-edge: #00806080;
  --supported: #00694f; --refuted: #a92c06; --undecided: #765600;`;

const DARK = `
  --paper: #13161a; --card: #1a1e24; --ink: #e9e7e2; --quiet: #a2aab5; --rule: #30363f; --shade: #222831;
  --measured: #6cb4f0; --ribbon: #6cb4f040; --theory: #f5a54a; --finite: #f5a54a30;
  --band: #2fc99b2b; --band-edge: #2fc99b80;
  --supported: #54cfa6; --refuted: #ff8f66; --undecided: #e3c25a;`;

/** The theme that a reader chose on the page. */
const chosen = (theme: string): string => `:has(input[name="theme"][value="${theme}"]:checked)`;

/** Okabe & Ito's hues, darkened or lightened to be read as text; no two that stand side by side differ in hue alone. Paper is light. */
export const COLOURS: string = `
:root { color-scheme: light dark;${LIGHT}
}
@media screen and (prefers-color-scheme: dark) {
:root:not(${chosen('light')}) {${DARK}
}
}
@media screen {
:root${chosen('light')} { color-scheme: light; }
:root${chosen('dark')} { color-scheme: dark;${DARK}
}
}
`;
