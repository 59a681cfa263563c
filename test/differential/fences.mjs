// What stands around front matter, and the bytes of a file.

const FENCE = { yaml: '---', toml: '+++' };

/** Lines in place of the opening or the closing fence, each with `F` for the fence and `C` for its character. */
const LINES = [
  ...[
    '',
    'CC',
    'FC',
    'FCC',
    'F ',
    'F\t',
    ' F',
    '\tF',
    'F #a',
    'F a',
    'Fyaml',
    'F: a',
    '...',
    '***',
    '===',
    '———',
    '－－－',
    '—-',
    '–––',
    '___',
  ],
  ...[
    '\u3000F',
    '\u00a0F',
    '\u200bF',
    '\ufeffF',
    'F\u3000',
    'F\u00a0',
    'F\u200b',
    '`F',
    '> F',
    '- F',
    'C C C',
    'F\u0085',
    'F\u2028',
    '\u2028F',
    '\u000bF',
  ],
];
const fill = (line, fence) => line.replaceAll('F', fence).replaceAll('C', fence[0]);

/** What stands before the front matter. */
const BEFORE = [
  ...[
    '\n',
    '\n\n\n',
    ' ',
    '\t\n',
    '\u3000\n',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\ufeff\ufeff',
    ' \ufeff',
    '\ufeff\n',
    '\u0000',
    '\u000b',
    '\u000c',
    '\r\n',
    '\r',
  ],
  ...[
    '# 标题\n',
    '一行文字\n',
    '<!-- 注释 -->\n',
    '<!--\n',
    '<p>\n',
    '- 一\n',
    '+ 一\n',
    '{ \n',
    '{{< nope >}}\n',
    '---\n',
    '+++\n',
    '```\n',
    '> 引\n',
    '* a\n',
    '--\n',
  ],
  ...['#+TITLE: a\n', '-5℃\n', '{}\n', '{"a": 1}\n', '%\n', '[a]\n', '<!--', '<', '=\n', '···\n'],
];

/** Whole files. */
export const FILES = [
  ...[
    '',
    '\n',
    ' ',
    '\ufeff',
    '正文。\n',
    '# 标题\n\n正文。\n',
    '- 一\n- 二\n',
    '+ 一\n',
    '* 一\n',
    '-\n',
    '--\n',
    '---\n',
    '---',
    '---\n---\n',
    '---\n\n---\n',
  ],
  ...[
    '---\n---',
    '--- ---\n',
    '------\n',
    '---\n# a\n---\n',
    '---\n正文\n---\n',
    '---\n- a\n---\n',
    '---\n2025\n---\n',
    '---\nnull\n---\n',
    '---\n~\n---\n',
  ],
  ...[
    '+++\n+++\n',
    '+++\n\n+++\n',
    '+++',
    '++++++\n',
    '+++\n# a\n+++\n',
    '+++\n正文\n+++\n',
    '{}\n',
    '{',
    '{}',
    '{ }正文',
    '{"a": 1',
    '{"a": 1}}',
    '{{}}',
    '[]',
  ],
  ...[
    '{{< nope >}}\n',
    '{{ .Title }}\n',
    '<p>一</p>\n',
    '<!-- 一 -->\n',
    '<!--\n---\ntitle: a\n---\n-->\n正文\n',
    '<!-- ---\ntitle: a\n--- -->\n',
    '#+TITLE: a\n正文\n',
  ],
  ...[
    '---\ntitle: a\n---',
    '---\rtitle: a\r---\r正文\r',
    '---\r\ntitle: a\r\n---\r\n正文\r\n',
    '---\ntitle: a\n---\n---\n正文\n',
    '---\ntitle: a\n---\n正文\n---\n',
  ],
  ...[
    'title: a\ndate: 2025-02-13\n\n正文\n',
    'title: a\n---\n正文\n',
    '+++\ntitle: a\n+++\n正文\n',
    '---\ntitle = "a"\n---\n正文\n',
    '---\n{"title": "a"}\n---\n正文\n',
  ],
  ...[
    '+++\ntitle = "a"\n---\n正文\n',
    '---\ntitle: a\n+++\n正文\n',
    '```\n---\ntitle: a\n---\n```\n',
    '--- title: a\n---\n',
    '---title: a\n---\n',
    '---\ntitle: a --- 正文\n',
  ],
  ...[
    '-5℃ 的早晨\n',
    '+86 的电话\n',
    '{图} 说明\n',
    '{"title": "a"} 正文\n',
    '{"title": "a"},\n正文\n',
    '{title: "a"}\n正文\n',
    '{"title": "a"',
    '；\n',
    '---\n\ttitle: a\n---\n',
  ],
];

export function* fenceMutations(format, head, body) {
  for (const before of BEFORE) yield [`before: ${JSON.stringify(before)}`, before + head + body];
  const fence = FENCE[format];
  if (!fence) {
    yield ['no closing brace', head.replace(/\}\s*$/, '\n') + body];
    yield ['two closing braces', head.replace(/\}\s*$/, '}}\n') + body];
    yield ['no opening brace', head.slice(1) + body];
    yield ['comma behind', `${head.trimEnd()},\n${body}`];
    return;
  }
  const inner = head.slice(fence.length + 1, -fence.length - 1);
  for (const line of LINES) {
    yield [`open: ${line}`, `${fill(line, fence)}\n${inner}${fence}\n${body}`];
    yield [`close: ${line}`, `${fence}\n${inner}${fill(line, fence)}\n${body}`];
  }
  const other = fence === '---' ? '+++' : '---';
  yield ['other fences', `${other}\n${inner}${other}\n${body}`];
  yield ['other close', `${fence}\n${inner}${other}\n${body}`];
  yield ['other open', `${other}\n${inner}${fence}\n${body}`];
  yield ['blank lines inside', `${fence}\n\n\n${inner}\n\n${fence}\n${body}`];
  yield ['no body', `${fence}\n${inner}${fence}`];
  yield ['one line', `${fence} ${inner.replaceAll('\n', ' ')}${fence}\n${body}`];
}

/** Text → bytes of a file. */
const ENCODINGS = {
  bom: text => Buffer.from(`\ufeff${text}`),
  'two boms': text => Buffer.from(`\ufeff\ufeff${text}`),
  'utf-16le': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16le without bom': text => Buffer.from(text, 'utf16le'),
  'utf-16be': text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  crlf: text => Buffer.from(text.replaceAll('\n', '\r\n')),
  'cr only': text => Buffer.from(text.replaceAll('\n', '\r')),
  'mixed line ends': text => Buffer.from(text.replace(/\n/g, (end, at) => (at % 2 ? '\r\n' : end))),
  // 早市, in GBK
  'gbk in the head': text => splice(text, '早市', [0xd4, 0xe7, 0xca, 0xd0]),
  'gbk in the body': text => splice(text, '正文', [0xd5, 0xfd, 0xce, 0xc4]),
  'gbk everywhere': text => latin(text, [0xd6, 0xd0]),
  'latin-1 everywhere': text => latin(text, [0xe9]),
  'half a character in the head': text => splice(text, '早市', [0xe6, 0x97]),
  'half a character in the body': text => splice(text, '正文', [0xe6, 0x97]),
  'nul in the head': text => splice(text, '早市', [0]),
  'nul in the body': text => splice(text, '正文', [0]),
  'control character in the head': text => splice(text, '早市', [7]),
  'escape character in the head': text => splice(text, '早市', [0x1b]),
  'delete character in the head': text => splice(text, '早市', [0x7f]),
  'control character in the body': text => splice(text, '正文', [7]),
  'surrogate in the head': text => splice(text, '早市', [0xed, 0xa0, 0x80]),
  'overlong in the head': text => splice(text, '早市', [0xc0, 0xaf]),
};

function splice(text, at, bytes) {
  const [before, ...after] = text.split(at);
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after.join(at))]);
}

/** All characters outside ASCII as the same bytes of another encoding. */
const latin = (text, bytes) =>
  Buffer.concat([...text].map(char => (char > '\x7f' ? Buffer.from(bytes) : Buffer.from(char))));

export function* encodingMutations(text) {
  for (const [name, encode] of Object.entries(ENCODINGS)) yield [name, encode(text)];
}
