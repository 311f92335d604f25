// The earthquake notice in all languages by intl-messageformat: messages, formats and terms are made beforehand, as by the
// peer in C++. `kotobashi-bench render --messages FILE` wrote FILE; N notices a round: text.mjs FILE N. Prints {"node_us", …}.
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

const [file, times] = [process.argv[2], Number(process.argv[3])];
const { facts, languages } = JSON.parse(readFileSync(file, 'utf8'));
const moment = new Date(facts.occurred_at);

function writer({ locale, rtl, list, qualified, terms, lines }) {
  const date = new Intl.DateTimeFormat(locale, { timeZone: facts.time_zone, weekday: 'long', year: 'numeric', month: 'long',
    day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 3 });
  const more = new IntlMessageFormat(qualified, locale);
  const messages = lines.map((line) => new IntlMessageFormat(line.message, locale));
  const isolated = (value) => (rtl ? `\u2068${value}\u2069` : value);
  return () => {
    const values = {
      occurred_at: isolated(date.format(moment)),
      intensity: isolated(terms[`intensity.${facts.intensity}`]),
      areas: facts.areas.map((code) => isolated(terms[`area.${code}`])).join(list),
      magnitude: isolated(more.format({ n: number.format(facts.magnitude) })),
    };
    return messages.map((message) => message.format(values));
  };
}

const writers = languages.map(writer);
let same = 0;
for (const [i, { locale, lines }] of languages.entries()) {
  const made = writers[i]();
  for (const [j, line] of lines.entries()) {
    if (/\{(occurred_at|magnitude)\}/.test(line.message)) continue; // Intl's own dates and digits
    if (made[j] !== line.text) throw new Error(`not the same text in ${locale}:\n${made[j]}\n${line.text}`);
    ++same;
  }
}

let written = 0; // bytes: a text that nobody reads would never be put together
function round() {
  const begun = process.cpuUsage();
  for (let i = 0; i < times; ++i) for (const write of writers) written += Buffer.from(write().join('\n')).length;
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / times;
}
for (let i = 0; i < 3; ++i) round(); // until the code is compiled
const rounds = Array.from({ length: 9 }, round).sort((a, b) => a - b);
console.log(JSON.stringify({ node_us: rounds[4], compared: same, written }));
