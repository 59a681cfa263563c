import assert from 'node:assert/strict';
import { inSite } from '../support/in-site.ts';
import { problemsOf } from '../support/markers.ts';

const WORDS = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

const article = (word: string): string => `---
title: ${word}
date: ${word}
${word}: ${word}
"${word}2": { ${word}: ${word} }
thumbnail: { ${word}: a }
menu: { ${word}: { ${word}: 1 } }
tags: [${word}]
type: ${word}
layout: ${word}
markup: ${word}
outputs: [${word}]
sitemap: { changefreq: ${word} }
build: { render: ${word}, ${word}: x }
widgets: [${word}]
sidebar: ${word}
params: { ${word}: ${word} }
---

{{< ${word} ${word}="a" >}} {{< figure ${word}="a" >}} :${word}: [${word}] [a](#${word}) [b][${word}] [^${word}]

\`\`\`${word} {${word}=1}
x
\`\`\`
`;

describe('words that objects of JavaScript have of their own', () => {
  for (const word of WORDS) {
    it(`${word} is a word as any other`, () => {
      const about = (text: string): string[] =>
        problemsOf(text, inSite(text))
          .map(({ rule, severity }) => `${rule} ${severity}`)
          .sort();
      assert.deepEqual(about(article(word)), about(article('quxxyfrob'.padEnd(word.length, 'z'))));
    });
  }
});
