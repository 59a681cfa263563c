import assert from 'node:assert/strict';
import fs from 'node:fs';
import { DEFAULT_IMAGE_LIMITS } from '../../../src/core/images/image-notes.ts';

describe('settings of images', () => {
  it('have the limits that are used without them as their defaults', () => {
    const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { default: unknown }> } };
    };
    const { properties } = manifest.contributes.configuration;
    const of = (name: string): unknown => properties[`galley.images.${name}`]?.default;
    const { maxSize, maxPixels, thumbnailWidth } = DEFAULT_IMAGE_LIMITS;
    assert.equal(Number(of('maxSize')) * 1024, maxSize);
    assert.equal(Number(of('maxMegapixels')) * 1_000_000, maxPixels);
    assert.equal(of('thumbnailWidth'), thumbnailWidth);
    assert.equal(of('thumbnailRatio'), '');
  });
});
