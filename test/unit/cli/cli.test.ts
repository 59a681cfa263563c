import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './run.ts';

interface Report {
  readonly version: number;
  readonly files: {
    path: string;
    problems: { rule: string; severity: string; ruleUrl: string; range: object }[];
  }[];
  readonly summary: { files: number; errors: number; warnings: number; durationMs: number };
}

describe('galley check', () => {
  let site: string;
  const good = '---\ntitle: 甲\ndate: 2025-02-13\n---\n';
  const write = (name: string, text: string): void => {
    const file = path.join(site, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };

  before(() => {
    site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-cli-'));
    write('hugo.toml', 'baseURL = "https://example.org/"\n');
    write('content/post/good.md', good);
    write('content/post/bad.md', '---\ntitle: 甲\ndate: 2025-02-13\ntags: "x"\n---\n');
    write('content/post/warned.md', '---\ntitle: 甲\ndate: 2025-02-13\nsidebar: none\n---\n');
    write('archetypes/default.md', '---\ntitle: {{ .Name }}\n---\n');
    write('README.md', '# about\n');
    fs.symlinkSync(path.join(site, 'gone'), path.join(site, 'content/post/dangling.md'));
    fs.symlinkSync(path.join(site, 'content'), path.join(site, 'content/post/loop'));
  });
  after(() => fs.rmSync(site, { recursive: true }));

  it('is silent about a right article', async () => {
    const { code, out } = await run(site, 'check', 'content/post/good.md');
    assert.equal(code, 0);
    assert.equal(out, '1 article checked: 0 errors, 0 warnings\n');
  });

  it('shows its help behind a command as well', async () => {
    assert.match((await run(site, 'check', '--help')).out, /^galley: /);
  });

  it('names an option that is none, in the language of the user', async () => {
    const { code, err } = await run(site, 'check', '--frob', '.', '--locale', 'zh-CN');
    assert.equal(code, 2);
    assert.equal(err, '没有选项 --frob。请参阅 galley --help\n');
    assert.match((await run(site, 'check', '--cache')).err, /^--cache is not used like that/);
    assert.match((await run(site, 'render')).err, /galley render FILE/);
  });

  it('ends with 0 where there are only warnings', async () => {
    assert.equal((await run(site, 'check', 'content/post/warned.md')).code, 0);
  });

  it('names file, line, column, severity and rule of an error', async () => {
    const { code, out } = await run(site, 'check', 'content/post/bad.md');
    assert.equal(code, 1);
    assert.match(out, /^content\/post\/bad\.md:4:7: error: .+ \[field-type\]$/m);
  });

  it('checks all articles below a folder, and only articles', async () => {
    const { code, out } = await run(site, 'check', '.', '--format', 'json');
    const report = JSON.parse(out) as Report;
    assert.equal(code, 1);
    const paths = ['content/post/bad.md', 'content/post/dangling.md', 'content/post/warned.md'];
    assert.deepEqual(
      report.files.map(file => file.path),
      paths,
    );
    assert.deepEqual(
      { ...report.summary, durationMs: 0 },
      { files: 4, errors: 2, warnings: 1, durationMs: 0 },
    );
    const [problem] = report.files[0]?.problems ?? [];
    assert.deepEqual(problem?.range, { start: { line: 3, character: 6 }, end: { line: 3, character: 9 } });
    assert.match(problem.ruleUrl, /^file:.*\/docs\/rules\/field-type\.md$/);
  });

  it('reports a file that cannot be read and goes on with the others', async () => {
    const { code, out } = await run(site, 'check', 'content/post', '--format', 'json');
    const report = JSON.parse(out) as Report;
    assert.equal(code, 1);
    assert.deepEqual(
      report.files.map(file => [file.path, file.problems[0]?.rule]),
      [
        ['content/post/bad.md', 'field-type'],
        ['content/post/dangling.md', 'file-unreadable'],
        ['content/post/warned.md', 'sidebar-value'],
      ],
    );
  });

  it('says the same of front matter when it reads no bodies', async () => {
    const whole = JSON.parse((await run(site, 'check', 'content', '--format', 'json')).out) as Report;
    const heads = JSON.parse(
      (await run(site, 'check', 'content', '--format', 'json', '--only', 'front-matter')).out,
    ) as Report;
    const withoutLinks = whole.files.filter(file => file.problems[0]?.rule !== 'file-unreadable');
    assert.deepEqual(heads.files, withoutLinks);
  });

  it('reports a broken configuration on its file', async () => {
    const config = path.join(site, 'hugo.toml');
    const good = fs.readFileSync(config, 'utf8');
    fs.writeFileSync(config, 'title = offen\n');
    const { code, out } = await run(site, 'check', 'content/post/good.md');
    fs.writeFileSync(config, good);
    assert.equal(code, 1);
    assert.match(out, /^hugo\.toml:1:9: error: .+ \[toml-syntax\]$/m);
  });

  it('goes by the severities of --rule and of galley.yaml, the former first', async () => {
    const codeOf = async (...options: string[]): Promise<number> =>
      (await run(site, 'check', ...options, 'content/post/warned.md')).code;
    assert.equal(await codeOf('--rule', 'sidebar-value=error'), 1);
    write('galley.yaml', 'rules:\n  sidebar-value: error\n');
    try {
      assert.equal(await codeOf(), 1);
      assert.equal(await codeOf('--rule', 'sidebar-value=off', '--rule', 'field-missing=off'), 0);
      write('galley.yaml', 'rules:\n  sidebar-values: error\n');
      const { code, out } = await run(site, 'check', 'content/post/warned.md');
      assert.equal(code, 1);
      assert.match(out, /galley\.yaml:2:3.*sidebar-value/s);
    } finally {
      fs.rmSync(path.join(site, 'galley.yaml'));
    }
  });

  it('shows people warnings and errors, counts what it does not show, and shows that when asked', async () => {
    write(
      'content/post/noted.md',
      '---\ntitle: 甲\ndate: 2025-02-13\ndraft: true\n---\n\n![](/a.png)\n  \n乙\n',
    );
    try {
      const plain = await run(site, 'check', 'content/post/noted.md');
      assert.doesNotMatch(plain.out, /\[(?:draft|body-alt|body-blank)\]/);
      assert.match(plain.out, /^Not shown: 1 of level info, 2 hints \(--level hint shows them\)$/m);
      const info = await run(site, 'check', '--level', 'info', 'content/post/noted.md');
      assert.match(info.out, /\[draft\]/);
      assert.match(info.out, /^Not shown: 0 of level info, 2 hints/m);
      const all = await run(site, 'check', '--level', 'hint', 'content/post/noted.md');
      assert.match(all.out, /\[draft\].*\[body-alt\].*\[body-blank\]/s);
      assert.doesNotMatch(all.out, /Not shown/);
    } finally {
      fs.rmSync(path.join(site, 'content/post/noted.md'));
    }
  });

  it('gives programs everything, or what --level asks for; the exit code counts errors either way', async () => {
    const rulesOf = async (...options: string[]): Promise<(string | undefined)[]> => {
      const { code, out } = await run(site, 'check', '.', '--format', 'json', ...options);
      assert.equal(code, 1);
      return (JSON.parse(out) as Report).files.map(file => file.problems[0]?.rule);
    };
    assert.deepEqual(await rulesOf(), ['field-type', 'file-unreadable', 'sidebar-value']);
    assert.deepEqual(await rulesOf('--level', 'error'), ['field-type', 'file-unreadable']);
  });

  it('refuses a rule or severity that there is not', async () => {
    for (const given of ['nothing=error', 'sidebar-value=loud', 'sidebar-value']) {
      const { code, err } = await run(site, 'check', '--rule', given, '.');
      assert.equal(code, 2);
      assert.notEqual(err, '');
    }
  });

  it('speaks Chinese', async () => {
    const { out } = await run(site, 'check', '--locale', 'zh-CN', 'content/post/good.md');
    assert.equal(out, '已检查 1 篇文章：0 个错误，0 个警告\n');
  });

  for (const [name, args] of [
    ['a path that is not there', ['check', 'nope.md']],
    ['no path', ['check']],
    ['an unknown option', ['check', '--nope', '.']],
    ['a level that is none', ['check', '--level', 'loud', '.']],
    ['an unknown format', ['check', '--format', 'xml', '.']],
    ['a version that is none', ['check', '--hugo-version', 'new', '.']],
    ['an unknown command', ['chekc', '.']],
    ['nothing', []],
  ] as const) {
    it(`ends with 2 and says why for ${name}`, async () => {
      const { code, out, err } = await run(site, ...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.notEqual(err.trim(), '');
    });
  }
});
