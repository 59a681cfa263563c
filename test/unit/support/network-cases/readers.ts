import * as image from '../images.ts';
import { good, isReader, status, to, typed } from './case.ts';
import type { Case } from './case.ts';

/** What readers of the site get, as opposed to others; numbered as in the study of the field, our own from 2000 on. */
export const READERS: readonly Case[] = [
  {
    id: 14,
    name: 'with its own Referer only',
    serve: ({ headers, at }) => (headers['referer'] === at('same', '/') ? good : status(403)),
    outcome: 'reader-blocked',
    severity: 'error',
    message: '该图片只允许在原网站显示（防盗链）',
    requests: 3,
  },
  {
    id: 15,
    name: 'forbidden with the site as Referer',
    serve: ask => (isReader(ask) ? status(403) : good),
    outcome: 'reader-blocked',
    severity: 'error',
    message: '防盗链：读者在本站看不到这张图',
    requests: 3,
  },
  {
    id: 16,
    name: 'a placeholder with the site as Referer',
    serve: ask => (isReader(ask) ? typed('image/jpeg', image.jpeg(200, 200)) : good),
    outcome: 'reader-placeholder',
    severity: 'error',
    message: '防盗链：读者看到的是“不可引用”占位图',
  },
  { id: 17, name: 'the same for everybody', serve: () => good, outcome: 'ok', requests: 2 },
  {
    id: 18,
    name: 'an advertisement with the site as Referer',
    serve: ask =>
      ask.path === '/ad.jpg'
        ? typed('image/jpeg', image.jpeg(300, 100))
        : isReader(ask)
          ? to('/ad.jpg')
          : good,
    outcome: 'reader-placeholder',
    severity: 'error',
    message: '读者会被跳转到另一张图',
  },
  {
    id: 1081,
    name: 'another image each time',
    serve: ({ before }) => typed('image/jpeg', image.jpeg(1000, 667, { seed: before + 1 })),
    outcome: 'ok',
  },
  {
    id: 1085,
    name: 'busy readers',
    serve: ask => (isReader(ask) ? status(503) : good),
    outcome: 'ok',
    requests: 3,
  },
];
