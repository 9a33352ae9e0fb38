/**
 * How the public page of corrections looks. It stands in the page itself, which has no other file; its hash is what the
 * page's policy lets through (https://www.w3.org/TR/CSP3/#external-hash). Colours keep 4.5:1 (WCAG 2.2 AA), and what was and
 * what is are told apart by lines and words as well.
 */
import { createHash } from 'node:crypto';

export const CORRECTIONS_STYLE = `
:root{color-scheme:light dark;--paper:#faf8f4;--sheet:#fff;--ink:#1f1c18;--quiet:#5f574c;--line:#ddd6ca;--accent:#a3231c;--good:#1d6237;--good-ground:#e1f0e4;--bad:#98211a;--bad-ground:#fbe6e2}
@media (prefers-color-scheme:dark){:root{--paper:#181613;--sheet:#211e1a;--ink:#eee9e0;--quiet:#b3a99a;--line:#3b362f;--accent:#ffab9f;--good:#93d6a8;--good-ground:#1d3325;--bad:#ffb1a6;--bad-ground:#43201b}}
*,::before,::after{box-sizing:border-box}
body{margin:0;padding:clamp(1.25rem,5vw,3.5rem) clamp(1rem,4vw,2rem);background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Iowan Old Style",Charter,"Palatino Linotype",Georgia,"Noto Serif",serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
body>*{max-width:42rem;margin-inline:auto}
h1,h2,p,ol,ul,dl,dd{margin:0;padding:0}
ol,ul{list-style:none}
header{border-block-end:3px double var(--line);padding-block-end:1.25rem}
h1{font-size:clamp(1.9rem,7vw,2.75rem);line-height:1.15;text-wrap:balance}
header p{margin-block-start:.5rem;color:var(--quiet)}
a{color:var(--accent);text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
main>ol>li{padding-block:1.75rem;border-block-end:1px solid var(--line)}
h2,dt,.source,footer,nav{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h2{font-size:.9375rem;font-weight:600}
.source{font-size:.875rem;line-height:1.5}
.change{margin-block-start:.875rem;border:1px solid var(--line);border-radius:6px;overflow:hidden;background:var(--sheet)}
.change div{display:grid;grid-template-columns:7.5rem 1fr;gap:.25rem .75rem;padding:.5rem .875rem}
.was{background:var(--bad-ground)}
.now{background:var(--good-ground)}
dt{font-size:.8125rem;line-height:1.7rem;color:var(--ink)}
del{color:var(--bad);text-decoration-thickness:1px}
ins{color:var(--good);font-weight:600;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.note{margin-block-start:.875rem;white-space:pre-line}
.none{padding-block:2.5rem;color:var(--quiet)}
nav,footer{font-size:.875rem}
nav.pages{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding-block:1.25rem}
nav.pages a,footer a{display:inline-block;min-block-size:1.75rem;line-height:1.75rem}
footer{margin-block-start:2rem;color:var(--quiet)}
footer ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
footer section+section{margin-block-start:1rem}
footer [aria-current]{font-weight:600;color:var(--ink);line-height:1.75rem}
footer h2{font-size:.875rem}
@media (max-width:30rem){.change div{grid-template-columns:1fr}dt{line-height:1.3}}
@media print{body{padding:0;background:none}nav,footer{display:none}main>ol>li{break-inside:avoid}}
`;

/** For the page's `style-src`. */
export const CORRECTIONS_STYLE_HASH = `sha256-${createHash('sha256').update(CORRECTIONS_STYLE).digest('base64')}`;
