// Reads pages as Firefox's reader view does, for ./reading to measure beside us:
// readability.mjs FILE... prints one JSON line a page, like `broadsheet extract`.
import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {Readability} from '@mozilla/readability';
import {parseHTML} from 'linkedom';

for (const path of process.argv.slice(2)) {
  let bytes = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  let article = null;
  try {
    article = new Readability(parseHTML(bytes.toString('utf8')).document).parse();
  } catch (error) {
    console.error(`${path}: ${error.message}`);
  }
  const text = article?.textContent ?? '';
  process.stdout.write(JSON.stringify({path, title: article?.title ?? null, text}) + '\n');
}
