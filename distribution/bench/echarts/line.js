// Draws a line of many points again and again, as told on standard input: a line for each picture, answered by its
// milliseconds and the bytes of its PNG. Its data is the same formula as the other side's.
import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";
import * as echarts from "echarts";
import { Resvg } from "@resvg/resvg-js";

const [n, width, height, fontFolder] = [Number(process.argv[2]), Number(process.argv[3]), Number(process.argv[4]), process.argv[5]];
const points = new Float64Array(2 * n);
for (let i = 0; i < n; i++) {
  points[2 * i] = i;
  points[2 * i + 1] = 1000 + 400 * Math.sin(i / 40000) + ((i * 7919) % 1009) / 10 + (i % 99991 === 0 ? 900 : 0);
}

function draw() {
  const start = process.hrtime.bigint();
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    animation: false,
    // Cheaper than an axis of time, and "minmax" than a line of all points: it keeps one of a column's two extremes.
    xAxis: { type: "value", max: n },
    yAxis: { type: "value", scale: true },
    series: [{ type: "line", showSymbol: false, sampling: "minmax", dimensions: ["x", "y"], encode: { x: "x", y: "y" }, data: points }],
  });
  const svg = chart.renderToSVGString();
  // Without it the process never ends.
  chart.dispose();
  const png = new Resvg(svg, { font: { loadSystemFonts: false, fontDirs: [fontFolder], defaultFontFamily: "Roboto" } }).render().asPng();
  return [Number(process.hrtime.bigint() - start) / 1e6, png, svg.length];
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [millis, png, letters] = draw();
  if (line.startsWith("keep ")) writeFileSync(line.slice(5), png);
  console.log(`${millis} ${png.length} ${letters}`);
}
