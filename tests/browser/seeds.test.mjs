// The five seed stories, when they lie beside the checkout.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {files, launch, open, search} from './browser.mjs';

const base = process.env.SEEDS_URL;
const skip = base ? false : 'no ../shared/articles beside the checkout';
let browser;
before(async () => { if (base) browser = await launch(); });
after(async () => { await browser?.close(); });

// Query, then the numbers of the stories that come first; those of one row in any order.
const rows = [
  ['internal morale', '001'],
  ['key signal', '001'],
  ['$45 billion', '001'],
  ['8,000 employees', '001'],
  ['non-working notice period', '003'],
  ['Lahore Karachi talent', '004'],
  ['600 roles', '002', '003', '004'],
];

for (const [query, ...expected] of rows) {
  test(`"${query}" finds ${expected.join(', ')} first`, {skip}, async () => {
    const {page, troubles, close} = await open(browser, base);
    await search(page, base, query);
    const first = (await files(page)).slice(0, expected.length);
    assert.deepEqual(first.map(name => name.slice(0, 3)).sort(), expected);
    assert.deepEqual(troubles, []);
    await close();
  });
}
