// Sites, and addresses in their articles: what readers get is asked of a server over what Hugo publishes.
const NFC = '\u00e9.jpg';
const NFD = 'e\u0301.jpg';
const page = (more = '', title = '题') => `---\ntitle: ${title}\ndate: 2025-01-01\n${more}---\n`;
const IMAGE = 'x';

const FILES = {
  'static/images/s.jpg': IMAGE,
  'static/images/my pic.jpg': IMAGE,
  'static/images/封面.jpg': IMAGE,
  'static/images/a%20b.jpg': IMAGE,
  'static/images/a+b.jpg': IMAGE,
  'static/images/q?x.jpg': IMAGE,
  'static/images/dots..jpg': IMAGE,
  'static/images/folder.jpg/in.txt': IMAGE,
  [`static/images/${NFC}`]: IMAGE,
  'static/files/report.pdf': IMAGE,
  'assets/images/a.jpg': IMAGE,
  'content/posts/flat.md': page('aliases: [/old/, relative]\ntags: [早市, 人工 智能, "C#"]\n'),
  'content/posts/pic.jpg': IMAGE,
  'content/posts/bundle/index.md': page('', '束'),
  'content/posts/bundle/pic2.jpg': IMAGE,
  'content/posts/bundle/Pic4.JPG': IMAGE,
  'content/posts/bundle/sub/pic3.jpg': IMAGE,
  'content/posts/bundle/图片/甲.jpg': IMAGE,
  'content/posts/bundle/a b.jpg': IMAGE,
  [`content/posts/bundle/${NFC}`]: IMAGE,
  'content/posts/Upper Case.md': page('', 'Upper Case'),
  'content/posts/slugged.md': page('slug: other-name\n', 'Slugged'),
  'content/posts/moved.md': page('url: /elsewhere/here.html\n', 'Moved'),
  'content/posts/draft.md': page('draft: true\n', 'Draft'),
  'content/posts/未来.md': page('', '未来'),
  'content/sec/_index.md': page(),
  'content/sec/inner.md': page(),
  'content/sec/img.jpg': IMAGE,
  'content/About Us/index.md': page(),
  'content/About Us/team.jpg': IMAGE,
  'content/about.md': page(),
  'themes/mainroad/static/js/theme.js': IMAGE,
  'themes/mainroad/static/images/theme.png': IMAGE,
};

/** What the theme makes of an article: its body, and the thumbnail as Mainroad has it. */
const SINGLE =
  '{{ with .Params.thumbnail }}<p>T <img src="{{ . | relURL }}"></p>{{ end }}{{ .Content }}<data value="{{ .Permalink }}"></data>';
const THEME = {
  'themes/mainroad/layouts/_default/single.html': SINGLE,
  'themes/mainroad/layouts/_default/list.html': SINGLE,
  'themes/mainroad/layouts/index.html': SINGLE,
};

const withConfig = (toml, more = {}) => ({
  ...FILES,
  ...THEME,
  ...more,
  'hugo.toml': `theme = "mainroad"\n${toml}`,
  // 0.109 and older read no other name.
  'config.toml': undefined,
});
const at = (base, toml = '', more = {}) =>
  withConfig(`baseURL = "https://example.org${base}"\n${toml}`, more);

const LANGUAGES = `defaultContentLanguage = "zh-cn"
[languages.zh-cn]
weight = 1
[languages.en]
weight = 2
`;
const MOUNTS = [
  ['content', 'content'],
  ['static', 'static'],
  ['assets', 'assets'],
  ['pictures', 'static/shots'],
  ['assets/images', 'static/from-assets'],
  ['news', 'content/news'],
]
  .map(([source, target]) => `[[module.mounts]]\nsource = "${source}"\ntarget = "${target}"\n`)
  .join('');

/** Sites by name. */
export const SITES = {
  root: at('/'),
  sub: at('/sub/'),
  ugly: at('/', 'uglyURLs = true'),
  dated: at('/', '[permalinks]\nposts = "/:year/:month/:slug/"'),
  titled: at('/', '[permalinks]\nposts = "/:section/:title/"'),
  relative: at('/sub/', 'relativeURLs = true'),
  canonical: at('/sub/', 'canonifyURLs = true'),
  languages: at('/', LANGUAGES, {
    'content/posts/flat.en.md': page(),
    'content/posts/bundle/index.en.md': page(),
  }),
  prefixed: at('/', `defaultContentLanguageInSubdir = true\n${LANGUAGES}`, {
    'content/posts/flat.en.md': page(),
  }),
  mounts: at('/', MOUNTS, {
    'pictures/p.jpg': IMAGE,
    'news/n.md': page(),
    'news/n.jpg': IMAGE,
  }),
  unsafe: at('/', '[markup.goldmark.renderer]\nunsafe = true'),
  keepCase: at('/', 'disablePathToLower = true'),
};

const FLAT = 'content/posts/flat.md';
const BUNDLE = 'content/posts/bundle/index.md';
const INNER = 'content/sec/inner.md';
const LIST = 'content/sec/_index.md';

const images = (site, path, ...addresses) =>
  addresses.map(address => ({ site, path, body: `![图](${address})` }));
const links = (site, path, ...addresses) =>
  addresses.map(address => ({ site, path, body: `[链](${address})` }));
const thumbnails = (site, path, ...addresses) =>
  addresses.map(address => ({ site, path, front: `thumbnail: ${JSON.stringify(address)}\n`, body: '' }));
const figures = (site, path, ...addresses) =>
  addresses.map(address => ({ site, path, body: `{{< figure src="${address}" >}}` }));
const html = (site, path, ...tags) => tags.map(tag => ({ site, path, body: tag }));

/** One address in one article each. */
export const ROWS = [
  // What the study of the field has, on a site below a path.
  ...images(
    'sub',
    FLAT,
    'pic.jpg',
    './pic.jpg',
    '../pic.jpg',
    '/images/s.jpg',
    'images/s.jpg',
    '/posts/pic.jpg',
  ),
  ...images('sub', FLAT, '/images/a.jpg', '/sub/images/s.jpg', '../../images/s.jpg'),
  ...images(
    'sub',
    BUNDLE,
    'pic2.jpg',
    'sub/pic3.jpg',
    '图片/甲.jpg',
    '<a b.jpg>',
    'a%20b.jpg',
    'pic4.jpg',
    NFD,
    NFC,
  ),
  ...images('sub', LIST, 'img.jpg'),
  ...images('sub', INNER, 'img.jpg', '../img.jpg'),
  // The same at the root, and other spellings.
  ...images(
    'root',
    FLAT,
    'pic.jpg',
    '../pic.jpg',
    '/images/s.jpg',
    'images/s.jpg',
    '/images/S.jpg',
    '/images/S.JPG',
  ),
  ...images(
    'root',
    FLAT,
    '/images/s.jpg?v=1',
    '/images/s.jpg#x',
    '/images/s.jpg/',
    '//example.org/images/s.jpg',
  ),
  ...images('root', FLAT, 'https://example.org/images/s.jpg', 'https://example.org/images/none.jpg'),
  ...images(
    'root',
    FLAT,
    '/images/封面.jpg',
    '/images/%E5%B0%81%E9%9D%A2.jpg',
    '</images/my pic.jpg>',
    '/images/my%20pic.jpg',
  ),
  ...images(
    'root',
    FLAT,
    '/images/a%20b.jpg',
    '/images/a%2520b.jpg',
    '/images/a+b.jpg',
    '/images/q?x.jpg',
    '/images/q%3Fx.jpg',
  ),
  ...images(
    'root',
    FLAT,
    `/images/${NFC}`,
    `/images/${NFD}`,
    '/images/dots..jpg',
    '/images/./s.jpg',
    '/images/../images/s.jpg',
  ),
  ...images(
    'root',
    FLAT,
    '/images/none.jpg',
    '/images/folder.jpg',
    '/images/',
    '/static/images/s.jpg',
    '/images\\\\s.jpg',
  ),
  ...images(
    'root',
    FLAT,
    '/images/%2e%2e/images/s.jpg',
    '../../../../images/s.jpg',
    '/images/theme.png',
    '/js/theme.js',
  ),
  ...images(
    'root',
    FLAT,
    '../bundle/pic2.jpg',
    '/posts/bundle/pic2.jpg',
    '/posts/bundle/Pic2.jpg',
    '/posts/bundle/sub/pic3.jpg',
  ),
  ...images('root', 'content/posts/Upper Case.md', '../pic.jpg', 'pic.jpg', '<../bundle/a b.jpg>'),
  ...images('root', 'content/posts/slugged.md', '../pic.jpg', '../bundle/pic2.jpg'),
  ...images('root', 'content/posts/moved.md', '../images/s.jpg', '../posts/pic.jpg', 'pic.jpg'),
  ...images(
    'root',
    'content/About Us/index.md',
    'team.jpg',
    '/about-us/team.jpg',
    '/About-Us/team.jpg',
    '</About Us/team.jpg>',
  ),
  ...images('root', 'content/about.md', '../images/s.jpg', 'images/s.jpg'),
  ...images('ugly', FLAT, 'pic.jpg', '../images/s.jpg', '/posts/bundle/pic2.jpg', '/posts/pic.jpg'),
  ...images('ugly', BUNDLE, 'pic2.jpg', 'bundle/pic2.jpg', 'sub/pic3.jpg'),
  ...images('dated', FLAT, 'pic.jpg', '/posts/pic.jpg', '../../../posts/pic.jpg'),
  ...images(
    'dated',
    BUNDLE,
    'pic2.jpg',
    '/posts/bundle/pic2.jpg',
    '/2025/01/bundle/pic2.jpg',
    '/2025/01/束/pic2.jpg',
  ),
  ...images('titled', BUNDLE, 'pic2.jpg', '/posts/束/pic2.jpg', '/posts/bundle/pic2.jpg'),
  ...images('relative', FLAT, '/images/s.jpg', '/sub/images/s.jpg', '../../images/s.jpg'),
  ...images('canonical', FLAT, '/images/s.jpg', '../../images/s.jpg', 'images/s.jpg'),
  ...images('languages', FLAT, '../pic.jpg', '/posts/pic.jpg', '/images/s.jpg', '/posts/bundle/pic2.jpg'),
  ...images('languages', 'content/posts/flat.en.md', '../pic.jpg', '../../../posts/pic.jpg', '/images/s.jpg'),
  ...images(
    'languages',
    'content/posts/bundle/index.en.md',
    'pic2.jpg',
    '/posts/bundle/pic2.jpg',
    'none.jpg',
  ),
  ...images(
    'prefixed',
    FLAT,
    '/images/s.jpg',
    '/posts/pic.jpg',
    '/zh-cn/posts/pic.jpg',
    '../../images/s.jpg',
  ),
  ...images('prefixed', BUNDLE, 'pic2.jpg', '/zh-cn/posts/bundle/pic2.jpg'),
  ...images(
    'mounts',
    FLAT,
    '/shots/p.jpg',
    '/pictures/p.jpg',
    '/from-assets/a.jpg',
    '/images/a.jpg',
    '/news/n.jpg',
  ),
  ...images('mounts', 'content/posts/bundle/index.md', 'pic2.jpg', '/shots/P.jpg'),
  ...images('keepCase', 'content/About Us/index.md', 'team.jpg', '/About-Us/team.jpg', '/about-us/team.jpg'),
  ...thumbnails(
    'root',
    FLAT,
    'images/s.jpg',
    '/images/s.jpg',
    'pic.jpg',
    '/posts/pic.jpg',
    'none.jpg',
    '/images/S.jpg',
  ),
  ...thumbnails(
    'root',
    BUNDLE,
    'pic2.jpg',
    '/posts/bundle/pic2.jpg',
    'images/封面.jpg',
    'images/my pic.jpg',
    '../images/s.jpg',
  ),
  ...thumbnails('sub', FLAT, 'images/s.jpg', '/images/s.jpg', '/sub/images/s.jpg', 'posts/pic.jpg'),
  ...thumbnails('relative', FLAT, 'images/s.jpg', '/images/s.jpg'),
  ...thumbnails('canonical', FLAT, 'images/s.jpg', '/images/s.jpg'),
  ...thumbnails('languages', 'content/posts/flat.en.md', 'images/s.jpg', 'en/images/s.jpg'),
  ...figures('root', FLAT, 'images/s.jpg', '/images/s.jpg', 'none.jpg', 'images/a.jpg', '../pic.jpg'),
  ...figures('root', BUNDLE, 'pic2.jpg', 'PIC2.jpg', 'none.jpg', 'sub/pic3.jpg'),
  ...html(
    'unsafe',
    FLAT,
    '<img src="/images/s.jpg">',
    '<img src="pic.jpg">',
    '<img src="\\images\\s.jpg">',
    '<a href="/posts/bundle/">x</a>',
  ),
  ...links(
    'root',
    FLAT,
    '/posts/bundle/',
    '/posts/bundle',
    '../bundle/',
    'bundle/',
    '/',
    '/posts/',
    '/posts/none/',
  ),
  ...links(
    'root',
    FLAT,
    '/tags/',
    '/tags/%E4%BA%BA%E5%B7%A5-%E6%99%BA%E8%83%BD/',
    '/tags/none/',
    '/old/',
    '/posts/relative/',
    '/relative/',
  ),
  ...links(
    'root',
    FLAT,
    '/posts/draft/',
    '/posts/flat.md',
    '../../sec/inner.md',
    '/files/report.pdf',
    '/Files/report.pdf',
  ),
  ...links(
    'root',
    FLAT,
    '/posts/other-name/',
    '/posts/slugged/',
    '/elsewhere/here.html',
    '/elsewhere/here/',
    '/posts/moved/',
  ),
  ...links(
    'root',
    FLAT,
    '/posts/upper-case/',
    '/posts/Upper-Case/',
    '/posts/未来/',
    '/about-us/',
    '/About-Us/',
    '/about/',
  ),
  ...links(
    'root',
    FLAT,
    '/posts/bundle/?utm=1',
    '/posts/bundle/#a',
    '/posts/bundle/index.html',
    '/index.xml',
    '/tags/c/',
    '/tags/c#/',
  ),
  ...links(
    'ugly',
    FLAT,
    '/posts/bundle.html',
    '/posts/bundle/',
    '/posts/bundle',
    '/posts/',
    '/posts.html',
    '/old/',
    '/old.html',
  ),
  ...links('dated', FLAT, '/2025/01/bundle/', '/2025/01/flat/', '/posts/bundle/', '/2025/01/题/', '/posts/'),
  ...links('titled', FLAT, '/posts/题/', '/posts/bundle/'),
  ...links('sub', FLAT, '/posts/bundle/', '/sub/posts/bundle/', '../bundle/', '/', '/sub/', '/sub'),
  ...links(
    'languages',
    FLAT,
    '/en/posts/flat/',
    '/zh-cn/posts/flat/',
    '/posts/flat/',
    '/en/',
    '/en/posts/bundle/',
    '/en/tags/',
  ),
  ...links('languages', 'content/posts/flat.en.md', '/posts/flat/', '../bundle/', '../none/'),
  ...links('prefixed', FLAT, '/posts/flat/', '/zh-cn/posts/flat/', '/zh-cn/', '/', '/old/', '/zh-cn/old/'),
  ...links('mounts', FLAT, '/news/n/', '/news/'),
  ...links('keepCase', FLAT, '/posts/Upper-Case/', '/posts/upper-case/', '/About-Us/', '/about-us/'),
];
