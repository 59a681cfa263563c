import assert from 'node:assert/strict';
import { scanYaml } from '../../../src/core/article/yaml-scan.ts';

/** Each fault as `rule text`, with the parser that alone sees it so. */
const faults = (source: string): string[] =>
  scanYaml(source).faults.map(
    ({ rule, range: { start, end }, only = 'all' }) => `${rule} ${only} ${source.slice(start, end)}`,
  );

describe('scanYaml', () => {
  it('leaves alone what all parsers read alike', () => {
    const source = 'title: "早市" # 注\ntags: [a, \'b\']\nlead: |\n  一\n  二\nmenu: {main: {weight: 2}}\n';
    assert.deepEqual(scanYaml(source), { text: source, faults: [] });
  });

  it('makes one line of quoted texts and of what is between brackets', () => {
    assert.equal(scanYaml('a: "一\n二"\nb: [c,\nd]\n').text, 'a: "一 二"\nb: [c, d]\n');
  });

  it('hides comments that stand too close', () => {
    assert.equal(scanYaml('a: "b"#c\nd: e').text, 'a: "b"  \nd: e');
  });

  it('keeps all offsets', () => {
    for (const source of [
      'a: !重点 b',
      'a: "\\\'"\r\nb: [-]',
      'a: >\r\n     \r\n  b\r\n',
      'a:\nb\nc: d',
      'a: |--\n  b',
    ])
      assert.equal(scanYaml(source).text.length, source.length);
  });

  it('tells which of the two parsers refuses', () => {
    assert.deepEqual(faults('a: &nbsp;b\nc: d'), ['yaml-special-start yamlV2 &nbsp;b']);
    assert.deepEqual(faults('a: [真的?, b]'), ['yaml-special-start yamlV2 ?']);
    assert.deepEqual(faults('a: "b\tc"\nd: e'), ['yaml-tab goccyYaml \t']);
    assert.deepEqual(faults('a: "It\\\'s"'), ["yaml-escape goccyYaml \\'"]);
    assert.deepEqual(faults('a:\n  -\tb'), ['yaml-tab yamlV2 -']);
    assert.deepEqual(faults('a: {b: c: d}'), ['yaml-special-start yamlV2 :']);
  });

  it('knows what stands behind the end of the document', () => {
    assert.equal(scanYaml('a: b\n...\nc: d').rest, 8);
  });
});
