import { good, page, to } from './case.ts';
import type { Case } from './case.ts';

/** Where redirects lead; numbered as in the study of the field, our own from 2000 on. */
export const REDIRECTS: readonly Case[] = [
  {
    id: 57,
    name: 'moved for good',
    serve: ({ path }) => (path === '/new.jpg' ? good : to('/new.jpg', 301)),
    outcome: 'ok-note',
    severity: 'info',
    message: '链接已永久跳转，可替换为新地址',
    requests: 4,
  },
  {
    id: 58,
    name: 'moved for now',
    serve: ({ path }) => (path === '/new.jpg' ? good : to('/new.jpg')),
    outcome: 'ok',
    requests: 4,
  },
  {
    id: 59,
    name: 'a circle',
    serve: ({ path }) => to(path === '/a' ? '/b' : '/a'),
    outcome: 'broken',
    severity: 'error',
    message: '跳转循环',
  },
  {
    id: 60,
    name: 'eleven redirects',
    serve: ({ path }) => to(`/${Number(/^\/(\d+)$/.exec(path)?.[1] ?? 0) + 1}`),
    outcome: 'broken',
    severity: 'error',
    message: '跳转次数过多',
  },
  {
    id: 61,
    name: 'a redirect to nowhere',
    serve: () => ({ status: 302 }),
    outcome: 'broken',
    severity: 'error',
    message: '跳转地址缺失',
    requests: 1,
  },
  {
    id: 62,
    name: 'a redirect in raw UTF-8',
    serve: ({ path }) => (decodeURIComponent(path) === '/图片.jpg' ? good : to('/图片.jpg')),
    outcome: 'ok',
    requests: 4,
  },
  {
    id: 63,
    name: 'a relative redirect',
    path: '/x/y/1.jpg',
    serve: ({ path }) => (path === '/x/a.jpg' ? good : to('../a.jpg')),
    outcome: 'ok',
    requests: 4,
  },
  {
    id: 65,
    name: 'a redirect to http',
    serve: ({ isSecure, at }) => (isSecure ? to(at('same', '/x.jpg', 'http')) : good),
    outcome: 'suspicious',
    severity: 'warning',
    message: '跳转到不安全的 http',
    requests: 4,
  },
  {
    id: 66,
    name: 'a redirect to the home page',
    serve: ({ path }) => (path === '/' ? page('<!doctype html><title>首页</title>') : to('/')),
    outcome: 'broken',
    severity: 'error',
    message: '图片已失效（跳转到首页）',
  },
];
