import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { servePicture, watchLookups } from './server.ts';
import type { PictureServer } from './server.ts';
import { closeAll, folder, galley, open, ruleOf, until } from './support.ts';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('galley.images');
const set = (name: string, value: unknown): Thenable<void> =>
  settings().update(name, value, vscode.ConfigurationTarget.Global);

const article = (body: string): string =>
  `---\ntitle: "图"\ndate: "2025-02-13T08:00:00+08:00"\n---\n\n${body}\n`;

/** The sample site keeps its images in `static/img`. */
const SAVED = /\/img\/[0-9a-f]{16}\.png/;

describe('images of the network', () => {
  let server: PictureServer;

  beforeEach(async () => {
    server = await servePicture();
    await set('allowedPrivateHosts', [server.host]);
  });
  afterEach(async () => {
    await closeAll();
    server.close();
    await set('allowedPrivateHosts', undefined);
    await set('check', undefined);
  });

  it('are asked for when an article is shown, and again when it is saved', async () => {
    const editor = await open('shown.md', article(`![图](http://${server.host}/gone.png)`));
    const { uri } = editor.document;
    const [problem] = await until('the missing image', () => {
      const found = galley(uri).filter(each => ruleOf(each) === 'image-remote');
      return found.length > 0 && found;
    });
    assert.match(problem?.message ?? '', /does not exist \(404\)/);
    const at = editor.document.getText().indexOf('gone');
    const place = editor.document.positionAt(at);
    await editor.edit(edit => edit.replace(new vscode.Range(place, place.translate(0, 4)), 'picture'));
    await until('the problem gone', () => galley(uri).every(each => ruleOf(each) !== 'image-remote'));
    assert.ok(!server.asked.includes('/picture.png'), 'nothing is asked while somebody types');
    await editor.document.save();
    await until('the request on save', () => server.asked.includes('/picture.png'));
  });

  it('have the names of their hosts looked up', async () => {
    const lookups = watchLookups();
    try {
      await open('named.md', article('![图](https://images.galley.test/a.png)'));
      await until('the look-up', () => lookups.names.includes('images.galley.test'));
    } finally {
      lookups.dispose();
    }
  });

  it('are asked for by command only, if so set', async () => {
    await set('check', 'onDemand');
    const editor = await open('asked.md', article(`![图](http://${server.host}/gone.png)`));
    await vscode.commands.executeCommand('galley.checkArticle');
    assert.deepEqual(server.asked, []);
    void vscode.commands.executeCommand('galley.checkImages');
    await until('the missing image', () =>
      galley(editor.document.uri).some(each => ruleOf(each) === 'image-remote'),
    );
  });
});

describe('saving images of the network', () => {
  it('writes the file, changes the address by one edit, and leaves what cannot be had', async () => {
    const server = await servePicture();
    try {
      await set('allowedPrivateHosts', [server.host]);
      await set('check', 'onDemand');
      const [good, bad] = [`http://${server.host}/picture.png?a=1`, `http://${server.host}/gone.png`];
      const text = `---\ntitle: "图"\nthumbnail: "${good}"\n---\n\n![图](${good})\n\n![无](${bad})\n`;
      const { document } = await open('saved.md', text);
      void vscode.commands.executeCommand('galley.saveImages');
      await until('the new addresses', () => SAVED.test(document.getText()));
      const [address = ''] = SAVED.exec(document.getText()) ?? [];
      assert.equal(document.getText(), text.replaceAll(good, address));
      const file = vscode.Uri.joinPath(folder(), 'static', address);
      const original = vscode.Uri.joinPath(folder(), 'static/img/bus.png');
      const [ours, theirs] = await Promise.all(
        [file, original].map(uri => vscode.workspace.fs.readFile(uri)),
      );
      assert.deepEqual(ours, theirs);
      await until('the saved image known', () =>
        galley(document.uri).every(each => ruleOf(each) !== 'image-missing'),
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    } finally {
      await closeAll();
      server.close();
      await set('allowedPrivateHosts', undefined);
      await set('check', undefined);
    }
  });
});

describe('Restricted Mode, images of the network', () => {
  it('are not asked for, neither by opening and saving nor by command', async () => {
    const server = await servePicture();
    const lookups = watchLookups();
    try {
      await set('allowedPrivateHosts', [server.host]);
      await set('check', 'onSave');
      const editor = await open(
        'restricted.md',
        article(
          `![图](http://${server.host}/gone.png)\n\n![名](https://images.galley.test/a.png)\n\n![没有](/img/no.png)`,
        ),
      );
      const { uri } = editor.document;
      await until('the local problem', () => galley(uri).some(each => ruleOf(each) === 'image-missing'));
      await editor.document.save();
      for (const name of ['checkImages', 'checkAllImages', 'checkLinks', 'checkAllLinks'])
        void vscode.commands.executeCommand(`galley.${name}`);
      await new Promise(done => setTimeout(done, 3000));
      assert.deepEqual([server.asked, lookups.names], [[], []]);
      assert.ok(galley(uri).every(each => ruleOf(each) !== 'image-remote'));
    } finally {
      lookups.dispose();
      server.close();
      await set('allowedPrivateHosts', undefined);
      await set('check', undefined);
    }
  });
});
