// Chromium for the tests: opens pages and watches what no page of ours may do.
import {chromium} from 'playwright-core';

const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const launch = () =>
    chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args});

// A page with `troubles`: console errors, uncaught errors and requests to other hosts.
export async function open(browser, base, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const troubles = [];
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', error => troubles.push(String(error)));
  page.on('request', request => {
    if (new URL(request.url()).origin !== new URL(base).origin) troubles.push(request.url());
  });
  page.on('dialog', dialog => {
    troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return {page, troubles, close: () => context.close()};
}

export const search = (page, base, query) =>
    page.goto(new URL(`/search?q=${encodeURIComponent(query)}`, base).href);

// File names of the stories on a results page, in order.
export const files = page =>
    page.locator('.hits article').evaluateAll(
        hits => hits.map(hit => hit.dataset.path.split('/').pop()));

export const overflow = page =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
