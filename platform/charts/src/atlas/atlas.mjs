// Makes world.atlas and us.atlas of the npm packages world-atlas and us-atlas, and a frame for tests of the latter's counties.
// Run: npm install && npm run make. The format is told in README.md beside this file.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [out, frames] = process.argv.slice(2);
const read = path => JSON.parse(readFileSync(new URL("node_modules/" + path, import.meta.url)));

// Half a pixel's area at which a bend is still seen, on a world 20,000 pixels wide and a country 10,000 pixels wide.
const FINEST_WORLD = (5.5 / 20000) ** 2 / 2;
const FINEST_US = (975 / 10000) ** 2 / 2;

// Equal Earth: Savric, Patterson, Jenny, "The Equal Earth map projection", IJGIS 33 (2019), equations 5 and 6.
const A = [1.340264, -0.081106, 0.000893, 0.003796];
function equalEarth([lon, lat]) {
  const t = Math.asin(Math.sqrt(3) / 2 * Math.sin(lat * Math.PI / 180)), t2 = t * t, t6 = t2 ** 3;
  return [
    2 * Math.sqrt(3) / 3 * (lon * Math.PI / 180) * Math.cos(t) / (9 * A[3] * t6 * t2 + 7 * A[2] * t6 + 3 * A[1] * t2 + A[0]),
    t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))
  ];
}

// Regions that Natural Earth's 1:50m countries do not show on their own: where they are, in degrees.
const POINTS = {
  GI: ["Gibraltar", -5.35, 36.14], GF: ["French Guiana", -53.1, 3.9], GP: ["Guadeloupe", -61.55, 16.25],
  MQ: ["Martinique", -61.0, 14.65], RE: ["Réunion", 55.53, -21.13], YT: ["Mayotte", 45.15, -12.83],
  TV: ["Tuvalu", 179.2, -8.52], BQ: ["Caribbean Netherlands", -68.28, 12.18], CX: ["Christmas Island", 105.65, -10.48],
  CC: ["Cocos Islands", 96.85, -12.17], TK: ["Tokelau", -171.85, -9.17], SJ: ["Svalbard", 16.0, 78.6]
};

const POSTAL = ("01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD "
  + "25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX "
  + "49UT 50VT 51VA 53WA 54WV 55WI 56WY").split(" ");

class Bytes {
  all = [];
  varint(v) { for (; v > 127; v = Math.floor(v / 128)) this.all.push(v % 128 + 128); this.all.push(v); }
  signed(v) { this.varint(v < 0 ? -2 * v - 1 : 2 * v); }
  byte(v) { this.all.push(v); }
  double(v) { const b = Buffer.alloc(8); b.writeDoubleBE(v); this.all.push(...b); }
  text(s) { const b = Buffer.from(s, "utf8"); this.varint(b.length); this.all.push(...b); }
}

// How far each point of an arc matters: the area of its triangle when it goes, smallest first (Visvalingam and Whyatt, 1993).
function worths(points) {
  const n = points.length, worth = new Array(n).fill(Infinity), alive = points.map((_, i) => i);
  const area = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  let floor = 0;
  while (alive.length > 2) {
    let best = -1, least = Infinity;
    for (let k = 1; k < alive.length - 1; k++) {
      const v = area(points[alive[k - 1]], points[alive[k]], points[alive[k + 1]]);
      if (v < least) { least = v; best = k; }
    }
    floor = Math.max(floor, least);
    worth[alive[best]] = floor;
    alive.splice(best, 1);
  }
  return worth;
}

function decode(topology) {
  return topology.arcs.map(arc => { let x = 0, y = 0; return arc.map(([dx, dy]) => [x += dx, y += dy]); });
}

function inside(ring, [x, y]) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

function distance(ring, [x, y]) {
  let least = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], dx = ring[j][0] - ax, dy = ring[j][1] - ay, l = dx * dx + dy * dy;
    const t = l === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / l));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}

// The point of a ring farthest from its border, by a grid that closes in.
function middle(ring) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (const [x, y] of ring) { x0 = Math.min(x0, x); x1 = Math.max(x1, x); y0 = Math.min(y0, y); y1 = Math.max(y1, y); }
  let best = ring[0], most = -1, w = x1 - x0, h = y1 - y0, c = [(x0 + x1) / 2, (y0 + y1) / 2];
  for (let round = 0; round < 5; round++) {
    const from = c;
    for (let i = -12; i <= 12; i++) for (let k = -12; k <= 12; k++) {
      const p = [from[0] + w * i / 24, from[1] + h * k / 24];
      if (inside(ring, p)) { const v = distance(ring, p); if (v > most) { most = v; best = p; } }
    }
    c = best; w /= 5; h /= 5;
  }
  return best;
}

const size = ring => Math.abs(ring.reduce((s, [x, y], i) => {
  const [bx, by] = ring[(i + 1) % ring.length];
  return s + x * by - bx * y;
}, 0)) / 2;

function make(file, topology, object, project, unproject, describe, finest, more) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
  const place = ([x, y]) => [x * sx + tx, y * sy + ty];
  const arcs = decode(topology), b = new Bytes();
  [sx, sy, tx, ty].forEach(v => b.double(v));
  let kept = 0;
  b.varint(arcs.length);
  for (const arc of arcs) {
    const worth = worths(arc.map(p => project(place(p))));
    const keep = arc.map((p, i) => i).filter(i => worth[i] >= finest);
    b.varint(keep.length);
    kept += keep.length;
    let x = 0, y = 0;
    for (const i of keep) {
      b.signed(arc[i][0] - x); b.signed(arc[i][1] - y);
      b.byte(worth[i] === Infinity ? 0 : Math.max(1, Math.min(255, Math.round(-4 * Math.log2(worth[i])) + 80)));
      [x, y] = arc[i];
    }
  }
  const regions = topology.objects[object].geometries;
  b.varint(regions.length + more.length);
  for (const g of regions) {
    const rings = g.type === "Polygon" ? g.arcs : g.arcs.flat();
    let largest = null;
    for (const ring of rings) {
      const points = [];
      for (const a of ring) {
        const arc = a < 0 ? arcs[~a].slice().reverse() : arcs[a];
        for (const p of arc.slice(1)) {
          const q = place(p), last = points[points.length - 1];
          if (object === "countries" && last) while (q[0] - last[0] > 180) q[0] -= 360;
          if (object === "countries" && last) while (q[0] - last[0] < -180) q[0] += 360;
          points.push(q);
        }
      }
      const flat = points.map(project);
      if (largest === null || size(flat) > size(largest)) largest = flat;
    }
    const [lx, ly] = unproject(middle(largest));
    const [id, code, name] = describe(g);
    b.text(id); b.text(code); b.text(name);
    b.signed(Math.round((lx - tx) / sx)); b.signed(Math.round((ly - ty) / sy));
    b.varint(rings.length);
    for (const ring of rings) { b.varint(ring.length); ring.forEach(a => b.signed(a)); }
  }
  for (const [id, code, name, lon, lat] of more) {
    b.text(id); b.text(code); b.text(name);
    b.signed(Math.round((lon - tx) / sx)); b.signed(Math.round((lat - ty) / sy));
    b.varint(0);
  }
  const zipped = gzipSync(Buffer.from(b.all), { level: 9 });
  // Byte 9 names the system that packed it; 255 is "unknown", so that each system makes the same file.
  zipped[9] = 255;
  writeFileSync(`${out}/${file}`, zipped);
  console.log(file, regions.length, "regions,", kept, "of", arcs.reduce((s, a) => s + a.length, 0), "points,", zipped.length, "bytes");
}

function inverse([x, y]) {
  let lat = 0;
  for (let i = 0, low = -90, high = 90; i < 60; i++) {
    lat = (low + high) / 2;
    if (equalEarth([0, lat])[1] < y) low = lat; else high = lat;
  }
  return [x / equalEarth([1, lat])[0], lat];
}

const codes = read("i18n-iso-countries/codes.json");
const alpha2 = Object.fromEntries(codes.map(c => [c[2], c[0]]));
const numeric = Object.fromEntries(codes.map(c => [c[0], c[2]]));
make("world.atlas", read("world-atlas/countries-50m.json"), "countries", equalEarth, inverse, g => {
  const name = g.properties.name;
  if (name === "Kosovo") return ["", "XK", name];
  // A reef that carries Australia's number.
  return g.id === undefined || name.startsWith("Ashmore") ? ["", "", name] : [g.id, alpha2[g.id] ?? "", name];
}, FINEST_WORLD, Object.entries(POINTS).map(([code, [name, lon, lat]]) => [numeric[code], code, name, lon, lat]));

const same = p => p;
make("us.atlas", read("us-atlas/states-albers-10m.json"), "states", same, same,
  g => [g.id, POSTAL.find(p => p.startsWith(g.id)).slice(2), g.properties.name], FINEST_US, []);

const counties = {};
for (const c of read("us-atlas/counties-10m.json").objects.counties.geometries) {
  counties[c.id.slice(0, 2)] = (counties[c.id.slice(0, 2)] ?? 0) + 1;
}
const names = Object.fromEntries(read("us-atlas/states-10m.json").objects.states.geometries.map(g => [g.id, g.properties.name]));
const rows = Object.entries(counties).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(`${frames}/us-counties.tsv`, "state:TEXT\tcounties:INTEGER:counties\n" + rows.map(([f, n]) => `${names[f]}\t${n}\n`).join(""));
