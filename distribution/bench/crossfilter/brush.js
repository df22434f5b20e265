// Filters lines by a range of days again and again, as told on standard input: "first last" for each brush, answered by its
// milliseconds and the sum over all groups of each of three views. Its data is the other side's, from a file of one line
// after the other: day, month, country and category as 16 bits each, the amount in hundredths as a double.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import crossfilter from "crossfilter2";

const file = readFileSync(process.argv[2]);
const bytes = new DataView(file.buffer, file.byteOffset, file.length);
const n = file.length / 16;
const [days, months, countries, categories, amounts] = [new Uint16Array(n), new Uint16Array(n), new Uint16Array(n), new Uint16Array(n), new Float64Array(n)];
for (let i = 0; i < n; i++) {
  days[i] = bytes.getUint16(16 * i);
  months[i] = bytes.getUint16(16 * i + 2);
  countries[i] = bytes.getUint16(16 * i + 4);
  categories[i] = bytes.getUint16(16 * i + 6);
  amounts[i] = bytes.getFloat64(16 * i + 8);
}
const start = process.hrtime.bigint();
const lines = crossfilter(Array.from({ length: n }, (_, i) => i));
const day = lines.dimension((i) => days[i]);
const views = [months, countries, categories].map((codes) => lines.dimension((i) => codes[i]).group().reduceSum((i) => amounts[i]));
views.forEach((v) => v.all());
console.log(Number(process.hrtime.bigint() - start) / 1e6);
for await (const line of createInterface({ input: process.stdin })) {
  const [first, last] = line.split(" ").map(Number);
  const begun = process.hrtime.bigint();
  day.filterRange([first, last + 1]);
  const answers = views.map((v) => v.all());
  const millis = Number(process.hrtime.bigint() - begun) / 1e6;
  console.log([millis, ...answers.map((groups) => groups.reduce((sum, g) => sum + g.value, 0))].join(" "));
}
