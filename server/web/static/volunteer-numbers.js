// Which numbers of a Japanese text are not in its translation. A question to the translator and no verdict: a time or a date
// may be written in another way.
window.kotobashi = window.kotobashi || {};
kotobashi.numbers = (() => {
  'use strict';
  // The zeros of Unicode's decimal digits (Nd) in scripts that people write today; nine more follow each.
  const zeros = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0,
    0xaa50, 0xabf0, 0xff10];
  function digit(letter) {
    const code = letter.charCodeAt(0);
    const zero = zeros.find((each) => code >= each && code < each + 10);
    return zero === undefined ? null : String(code - zero);
  }
  const latin = (text) => text.split('').map((letter) => digit(letter) || letter).join('');

  // Separators inside a number: of a telephone number, a time, a date, thousands.
  const within = "[-\\u2010-\\u2015\\u2212\\uff0d\\u30fc.,:/'\\u2019\\u066b\\u066c\\uff0e\\uff0c\\uff1a\\uff0f]";
  // Other languages write spaces there as well, and brackets around a part.
  const between = `(?:${within}|[\\s()\\u200e\\u200f\\u2066-\\u2069])`;
  const all = (text, separators) => latin(text).match(new RegExp(`\\d+(?:${separators}+\\d+)*`, 'g')) || [];
  const parts = (number) => number.match(/\d+/g);
  const short = (part) => part.replace(/^0+(?=\d)/, ''); // 03 and 3 are the same
  const joined = (number) => parts(number).join('');

  // As they stand in the source, in plain digits, each once.
  function missing(source, said) {
    const found = all(said, between);
    const whole = found.map(joined);
    const single = [].concat(...found.map((each) => parts(each).map(short)));
    const there = (number) => whole.includes(joined(number)) || parts(number).every((part) => single.includes(short(part)));
    return all(source, within).filter((number, index, list) => list.indexOf(number) === index && !there(number));
  }

  return { missing };
})();
