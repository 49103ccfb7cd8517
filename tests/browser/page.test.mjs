// What a reader does: ask, open, narrow, go on; in both colours and on a narrow screen.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {files, launch, open, overflow, search} from './browser.mjs';

const base = process.env.PAGE_URL;
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

// Each test gets a fresh page, which must have kept out of trouble at its end.
function claim(name, options, steps) {
  test(name, async () => {
    const {page, troubles, close} = await open(browser, base, options);
    await steps(page);
    assert.deepEqual(troubles, []);
    await close();
  });
}

claim('typing a query and Enter shows the story first', {}, async page => {
  await page.goto(base);
  await page.waitForFunction(() => document.activeElement.id === 'q');
  await page.keyboard.type('340 deckhands');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=340\+deckhands$/);
  assert.equal((await files(page))[0], 'ferry.md');
  assert.equal(await page.locator('#q').inputValue(), '340 deckhands');
  assert.match(await page.locator('.hits .snippet').first().innerHTML(), /<mark>/);
  assert.ok(await page.locator('.hits data.figure[value="340"]').count() > 0);
});

claim('the start page says what the collection holds', {}, async page => {
  await page.goto(base);
  const stories = await page.locator('.numbers dd').first().innerText();
  assert.ok(Number(stories.replace(/,/g, '')) >= 18, stories);
  assert.match(await page.locator('.span').innerText(), /without a known date/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
});

claim('every example of the start page finds something', {}, async page => {
  await page.goto(base);
  const links = await page.locator('.examples a').evaluateAll(all => all.map(a => a.href));
  for (const link of links) {
    await page.goto(link);
    assert.ok((await files(page)).length > 0, link);
  }
});

claim('the link of a result opens the article with its marks', {}, async page => {
  await search(page, base, 'deckhands pension');
  await page.locator('.hits h3 a').first().click();
  await page.waitForURL(/\/article\//);
  assert.match(await page.locator('h1').innerText(), /340 deckhands/);
  assert.ok(await page.locator('.text mark').count() > 0);
  assert.ok(await page.locator('.text data.figure').count() > 0);
  assert.match(await page.locator('.story .meta').innerText(), /8 March 2024/);
  await page.locator('.back a').click();
  await page.waitForURL(/\/search\?q=deckhands\+pension/);
});

claim('an unknown date is said to be unknown', {}, async page => {
  await search(page, base, 'beehives orchards');
  assert.equal((await files(page))[0], 'undated.txt');
  assert.equal(await page.locator('.hits article').first().locator('time').count(), 0);
  assert.equal(await page.locator('.hits article').first().locator('.unknown').count(), 1);
});

claim('a facet narrows and lets go again', {}, async page => {
  await search(page, base, 'ferry deckhands');
  const before = (await files(page)).sort();
  await page.locator('.facets a.take', {hasText: 'Tidewater Courier'}).click();
  await page.waitForURL(/in=outlet/);
  assert.deepEqual(await files(page), ['ferry-later.md']);
  await page.locator('.facets a.chosen').first().click();
  await page.waitForURL(url => !url.search.includes('outlet'));
  assert.deepEqual((await files(page)).sort(), before);
});

claim('two values of a facet are alternatives, and one can be left out', {}, async page => {
  await search(page, base, 'ferry deckhands');
  const all = await files(page);
  await page.locator('.facets a.take', {hasText: 'Tidewater Courier'}).click();
  await page.locator('.facets a.take', {hasText: 'The Quayside Ledger'}).click();
  assert.ok((await files(page)).includes('ferry.md'));
  assert.ok((await files(page)).includes('ferry-later.md'));
  await page.locator('.chips .clear').click();
  assert.deepEqual(await files(page), all);
  await page.locator('.facets li', {hasText: 'Tidewater Courier'}).locator('.leave').click();
  assert.ok(!(await files(page)).includes('ferry-later.md'));
  assert.ok(await page.locator('.chip.out').count() > 0);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  claim(`the tabs show figures, timeline and comparison ${how} JavaScript`,
        {javaScriptEnabled}, async page => {
    await search(page, base, 'windmill sacks');
    await page.locator('.tabs a', {hasText: 'Figures'}).click();
    await page.waitForURL(/tab=figures/);
    assert.ok(await page.locator('svg a .mark').count() >= 14);
    assert.ok(await page.locator('table.claims tbody tr').count() >= 14);
    await page.locator('.sorts a', {hasText: 'Largest'}).click();
    await page.waitForURL(/sort=figure/);
    assert.match(await page.locator('table.claims th data').first().innerText(), /1,?400/);
    await page.locator('.sorts a', {hasText: 'Group'}).click();
    await page.waitForURL(/by=thing/);
    assert.ok(await page.locator('table.groups tbody tr').count() > 0);
    await page.locator('.tabs a', {hasText: 'Timeline'}).click();
    await page.waitForURL(/tab=timeline/);
    assert.equal(await page.locator('svg .bar').count(), 14);
    await page.locator('#from').fill('2023-01-03');
    await page.locator('#to').fill('2023-01-05');
    await page.locator('.range button').click();
    await page.waitForURL(/date%3A2023-01-03\.\.2023-01-05/);
    assert.equal(await page.locator('svg .bar').count(), 3);
    await page.goto(new URL('/search?q=windmill&tab=compare&against=ferry', base).href);
    assert.equal(await page.locator('.sides section').count(), 2);
  });
}

claim('claims can be taken away as CSV and JSON lines', {}, async page => {
  await page.goto(new URL('/search?q=windmill+sacks&tab=figures', base).href);
  for (const link of await page.locator('.take-away a').all()) {
    const reply = await page.request.get(new URL(await link.getAttribute('href'), base).href);
    assert.equal(reply.status(), 200);
    assert.match(reply.headers()['content-disposition'], /attachment/);
    assert.ok((await reply.text()).trim().split('\n').length >= 14);
  }
});

claim('the brush of the timeline narrows by dragging', {}, async page => {
  await page.goto(new URL('/search?q=windmill&tab=timeline', base).href);
  const box = async i => page.locator('svg a[data-from] .touch').nth(i).boundingBox();
  const a = await box(2), b = await box(5);
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, {steps: 5});
  await page.mouse.up();
  await page.waitForURL(/date%3A2023-01-03\.\.2023-01-06/);
});

claim('a page weighs little and asks for little', {}, async page => {
  let requests = 0;
  page.on('request', () => ++requests);
  await page.goto(new URL('/search?q=windmill', base).href);
  assert.ok(requests <= 4, `${requests} requests`);
});

claim('a year narrows', {}, async page => {
  await search(page, base, 'ferry deckhands');
  await page.locator('.facets a.take', {hasText: '2024'}).click();
  await page.waitForURL(/in=year/);
  assert.ok((await files(page)).includes('ferry.md'));
  assert.ok(!(await files(page)).includes('ferry-later.md'));
});

claim('every facet link finds as many stories as it says', {}, async page => {
  for (const query of ['', 'kettles ferry jobs', '600 roles OR windmill']) {
    await search(page, base, query);
    const facets = await page.locator('.facets li').evaluateAll(
        all => all.map(li => ({href: li.querySelector('a').href,
                               count: li.querySelector('.count').firstChild.data})));
    assert.ok(facets.length > 1, query);
    for (const {href, count} of facets) {
      const reply = await page.request.get(href.replace('/search?', '/api/search?'));
      assert.equal((await reply.json()).total, Number(count.replace(/,/g, '')), href);
    }
  }
});

claim('pages go on and back', {}, async page => {
  await search(page, base, 'windmill');
  const first = await files(page);
  assert.equal(first.length, 10);
  await page.locator('.pager a[rel=next]').click();
  await page.waitForURL(/cursor=/);
  const second = await files(page);
  assert.ok(second.length > 0 && second.every(file => !first.includes(file)));
  await page.locator('.pager a[rel=prev]').click();
  await page.waitForURL(url => !url.search.includes('offset'));
  assert.deepEqual(await files(page), first);
});

claim('newest first is by date', {}, async page => {
  await search(page, base, 'windmill');
  await page.locator('.sorts a', {hasText: 'Newest'}).click();
  await page.waitForURL(/sort=newest/);
  const dates = await page.locator('.hits time').evaluateAll(all => all.map(t => t.dateTime));
  assert.equal(dates[0], '2023-01-14');
  assert.deepEqual(dates, [...dates].sort().reverse());
});

claim('a hostile query is shown as text', {}, async page => {
  const query = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
  await search(page, base, query);
  assert.equal(await page.locator('#q').inputValue(), query);
  assert.equal(await page.locator('main script, main img').count(), 0);
  assert.match(await page.locator('body').innerText(), /<script>alert\(1\)<\/script>/);
});

claim('a hostile story is shown as text', {}, async page => {
  await search(page, base, 'Kettlewick council kettles');
  assert.equal((await files(page))[0], 'hostile.json');
  await page.locator('.hits h3 a').first().click();
  await page.waitForURL(/\/article\//);
  assert.equal(await page.locator('main script, main img, h1 b').count(), 0);
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  assert.notEqual(await page.title(), 'owned');
});

claim('nothing found is said plainly, with ways on', {}, async page => {
  await search(page, base, 'xyzzyplugh');
  assert.match(await page.locator('main').innerText(), /No story was found for/);
  assert.ok(await page.locator('.ways a').count() > 0);
});

claim('the page and its JSON give the same stories', {}, async page => {
  await search(page, base, 'ferry deckhands windmill');
  const shown = await files(page);
  const href = await page.locator('.foot a', {hasText: 'JSON'}).getAttribute('href');
  for (const address of [href, href.replace('/api/search?', '/search?format=json&')]) {
    const reply = await page.request.get(new URL(address, base).href);
    assert.match(reply.headers()['content-type'], /^application\/json/);
    const {hits} = await reply.json();
    assert.deepEqual(hits.map(hit => hit.path.split('/').pop()), shown);
  }
});

test('bad parameters and addresses get a status and a word', async () => {
  const rows = [
    ['/api/search?q=x&limit=abc', 400], ['/api/figures?q=x&now=foo', 400],
    ['/search?q=x&sort=best', 400], ['/nowhere', 404], ['/article/00', 404],
    ['/healthz', 200], ['/api/figures?q=deckhands', 200],
  ];
  for (const [address, status] of rows) {
    const reply = await fetch(new URL(address, base));
    assert.equal(reply.status, status, address);
    assert.match(reply.headers.get('content-security-policy'), /default-src 'none'/);
    if (address.startsWith('/api') && status === 400) {
      const {error} = await reply.json();
      assert.ok(error.message && error.hint, address);
    }
  }
  const head = await fetch(new URL('/search?q=x', base), {method: 'HEAD'});
  assert.equal(head.status, 200);
  assert.equal((await fetch(base, {method: 'POST', body: 'x'})).status, 405);
});

// Contrast of every text with what it stands on, by the WCAG formula.
const lowestContrast = page => page.evaluate(() => {
  const parse = colour => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255)
        .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  let worst = {ratio: 21, text: ''};
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes].filter(n => n.nodeType === 3)
        .map(n => n.data.trim()).join('');
    if (!text) continue;
    const a = light(parse(getComputedStyle(element).color)), b = light(ground(element));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < worst.ratio) worst = {ratio, text};
  }
  return worst;
});

const addresses = ['/', '/help', '/search?q=ferry+deckhands', '/search?q=windmill&tab=figures',
                   '/search?q=windmill&tab=figures&by=thing', '/search?q=windmill&tab=timeline',
                   '/search?q=windmill&tab=compare&against=ferry', '/search?q=xyzzyplugh+outlet:%22X%22',
                   '/search?q=' + 'w'.repeat(300), '/nowhere'];

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`every page is readable at ${width} pixels in ${colorScheme}`, async () => {
      const {page, close} = await open(browser, base,
                                       {colorScheme, viewport: {width, height: 700}});
      await search(page, base, 'ferry deckhands');
      const story = await page.locator('.hits h3 a').first().getAttribute('href');
      for (const address of [...addresses, story]) {
        await page.goto(new URL(address, base).href);
        assert.ok(await overflow(page) <= 0, `sideways scroll: ${address}`);
        const {ratio, text} = await lowestContrast(page);
        assert.ok(ratio >= 4.5, `contrast ${ratio} of "${text}": ${address}`);
      }
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = Number(ground.match(/\d+/)[0]) < 128;
      assert.equal(dark, colorScheme === 'dark');
      await close();
    });
  }
}

claim('the keyboard reaches the content past the masthead', {}, async page => {
  await search(page, base, 'ferry deckhands');
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.className), /skip/);
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#main$/);
});

claim('all works without JavaScript', {javaScriptEnabled: false}, async page => {
  await page.goto(base);
  await page.locator('#q').fill('340 deckhands');
  await page.locator('.search button').click();
  await page.waitForURL(/\/search/);
  assert.match(await page.locator('.hits h3').first().innerText(), /340 deckhands/);
});
