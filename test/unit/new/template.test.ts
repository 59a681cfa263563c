import assert from 'node:assert/strict';
import { momentAt } from '../../../src/core/new/time.ts';
import { fillTemplate } from '../../../src/core/new/template.ts';

const data = {
  path: 'post/my-first_ai-story.md',
  type: 'post',
  language: 'en',
  now: momentAt(Date.UTC(2026, 10, 22, 0, 38, 40), 'Asia/Shanghai'),
  site: { title: '校样', baseURL: 'https://example.org/', params: { author: '张三', social: { x: 'y' } } },
};
const filled = (template: string): string => fillTemplate(template, data).text;

describe('an archetype', () => {
  const cases: readonly (readonly [template: string, text: string])[] = [
    ['{{ replace .Name "-" " " | title }}', 'My First_ai Story'],
    ['{{ replace .File.ContentBaseName `-` ` ` | title }}', 'My First_ai Story'],
    ['{{ title (replace .Name "-" " ") }}', 'My First_ai Story'],
    ['{{ .Date }}', '2026-11-22T08:38:40+08:00'],
    ['{{ now.Format "2006-01-02 15:04" }}', '2026-11-22 08:38'],
    ['{{ now | time.Format "2006" }}/{{ dateFormat "01" now }}', '2026/11'],
    ['{{ .Date | time.Format "2006" }} {{ substr .Date 0 4 }}', '2026 2026'],
    ['{{ time.Now.Year }}', '2026'],
    [
      '{{ .Type }} {{ .File.Dir }} {{ .File.Path }} {{ .File.Ext }}',
      'post post/ post/my-first_ai-story.md md',
    ],
    ['{{ .Site.Title }} {{ site.Params.author }} {{ .Site.Params.social.x }}', '校样 张三 y'],
    [
      '{{ .Name | urlize }} {{ humanize .Name }} {{ substr .Name 0 3 }}',
      'my-first_ai-story My first ai story my-',
    ],
    ['{{ "a b&c! 中 文" | urlize }}', 'a-bc-%E4%B8%AD-%E6%96%87'],
    ['{{ title "the lord of the x-ray and me" }}', 'The Lord of the X-Ray and Me'],
    ['{{ printf "%s-%s" .Type (lower "AB") }}', 'post-ab'],
    ['a {{- /* note */ -}} b', 'ab'],
    ['{{ "}}" }}', '}}'],
    ['{{< figure src="x" >}} {{% notice %}}', '{{< figure src="x" >}} {{% notice %}}'],
  ];
  for (const [template, text] of cases)
    it(`${template} becomes ${text}`, () => assert.equal(filled(template), text));

  it('keeps what cannot be filled, and tells it once', () => {
    const template =
      '{{ if .Draft }}x{{ end }} {{ md5 .Name }} {{ md5 .Name }} {{ .Name | dateFormat }}{{ $x }}';
    const { text, left } = fillTemplate(template, data);
    assert.equal(text, template);
    assert.deepEqual(left, [
      '{{ if .Draft }}',
      '{{ end }}',
      '{{ md5 .Name }}',
      '{{ .Name | dateFormat }}',
      '{{ $x }}',
    ]);
  });

  it('takes the name of its folder for a bundle', () => {
    const bundle = { ...data, path: 'post/first-light/index.en.md' };
    assert.equal(
      fillTemplate('{{ .Name }}/{{ .File.TranslationBaseName }}', bundle).text,
      'first-light/index',
    );
  });
});
