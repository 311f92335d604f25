import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const root = process.env.KOTOBASHI_SOURCE ?? fileURLToPath(new URL('../..', import.meta.url));
const page = vm.createContext({});
page.window = page;
vm.runInContext(readFileSync(path.join(root, 'server/web/static/volunteer-numbers.js'), 'utf8'), page);
const missing = (source, said) => [...page.kotobashi.numbers.missing(source, said)];

for (const [name, source, said, expected] of [
  ['another hour and another telephone number are asked about', '水を 10時から くばります。電話 044-000-0000', 'Phát nước từ 11 giờ. ĐT 044-999-9999', ['10', '044-000-0000']],
  ['the same numbers are not', '水を 10時から くばります。電話 044-000-0000', 'Phát nước từ 10 giờ. ĐT 044-000-0000', []],
  ['full width is the same number', '１０時、０４４－０００－００００', '10:00, 044-000-0000', []],
  ['Arabic digits are digits', '10時、3,000円', '١٠ ، ٣٬٠٠٠', []],
  ['so are those of Bengali, Devanagari, Burmese, Khmer and Thai', '1、2、3、4、5', '১ २ ၃ ៤ ๕', []],
  ['separators do not matter', '044-000-0000、1,000人、3.5', '(044) 000 0000, 1.000, 3,5', []],
  ['marks of direction do not matter', '044-000-0000', '\u2066044-000-0000\u2069', []],
  ['a leading zero does not matter', '03月05日', '5/3', []],
  ['a number inside a longer one is not there', '10人', '100', ['10']],
  ['each number is asked about once', '10時と10時', 'x', ['10']],
  ['a text without numbers asks nothing', '水を くばります', 'Phát nước lúc 10 giờ', []],
]) test(name, () => assert.deepEqual(missing(source, said), expected));
