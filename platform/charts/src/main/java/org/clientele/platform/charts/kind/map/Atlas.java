package org.clientele.platform.charts.kind.map;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Outlines of regions on a plane, read once of a file of ours; its format is told in src/atlas/README.md. Immutable. */
final class Atlas {
    private final List<Region> regions;
    private final Projection projection;

    private Atlas(List<Region> regions, Projection projection) {
        this.regions = List.copyOf(regions);
        this.projection = projection;
    }

    private static final class World {
        static final Atlas ATLAS = read("world.atlas", new EqualEarth(), true);
    }

    private static final class States {
        static final Atlas ATLAS = read("us.atlas", new AlbersUsa(), false);
    }

    /** The countries of the world. */
    static Atlas world() {
        return World.ATLAS;
    }

    /** The states of the US. */
    static Atlas us() {
        return States.ATLAS;
    }

    List<Region> regions() {
        return regions;
    }

    Projection projection() {
        return projection;
    }

    private static Atlas read(String file, Projection projection, boolean degrees) {
        try (InputStream packed = Atlas.class.getResourceAsStream(file)) {
            if (packed == null) {
                throw new IllegalStateException("The program has no " + file + ".");
            }
            byte[] bytes = new GZIPInputStream(packed).readAllBytes();
            return new Atlas(new Reader(bytes, degrees).regions(), projection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final boolean degrees;
        private final double scaleX;
        private final double scaleY;
        private final double left;
        private final double bottom;
        private final List<double[]> arcs = new ArrayList<>();
        private final List<byte[]> ranks = new ArrayList<>();

        Reader(byte[] bytes, boolean degrees) throws IOException {
            in = new DataInputStream(new ByteArrayInputStream(bytes));
            this.degrees = degrees;
            scaleX = in.readDouble();
            scaleY = in.readDouble();
            left = in.readDouble();
            bottom = in.readDouble();
        }

        List<Region> regions() throws IOException {
            for (int left = varint(); left > 0; left--) {
                arc();
            }
            List<Region> out = new ArrayList<>();
            for (int left = varint(); left > 0; left--) {
                out.add(region());
            }
            return out;
        }

        private void arc() throws IOException {
            int n = varint();
            double[] xy = new double[2 * n];
            byte[] worth = new byte[n];
            int x = 0;
            int y = 0;
            for (int i = 0; i < n; i++) {
                x += signed();
                y += signed();
                xy[2 * i] = x * scaleX + left;
                xy[2 * i + 1] = y * scaleY + bottom;
                worth[i] = in.readByte();
            }
            arcs.add(xy);
            ranks.add(worth);
        }

        private Region region() throws IOException {
            String id = text();
            String code = text();
            String name = text();
            double x = signed() * scaleX + left;
            double y = signed() * scaleY + bottom;
            Projection.Point middle = degrees ? new EqualEarth().at(x, y) : new Projection.Point(x, y);
            List<Ring> rings = new ArrayList<>();
            for (int left = varint(); left > 0; left--) {
                rings.add(ring());
            }
            rings.sort(Comparator.comparingDouble(Ring::area).reversed());
            return new Region(id, code, name, middle, rings);
        }

        private Ring ring() throws IOException {
            int[] refs = new int[varint()];
            int n = 0;
            for (int i = 0; i < refs.length; i++) {
                refs[i] = signed();
                n += ranks.get(arcOf(refs[i])).length - 1;
            }
            double[] xy = new double[2 * n];
            byte[] worth = new byte[n];
            int at = 0;
            for (int ref : refs) {
                double[] arc = arcs.get(arcOf(ref));
                byte[] w = ranks.get(arcOf(ref));
                // The last point of an arc is the first of the next.
                for (int i = 0; i + 1 < w.length; i++, at++) {
                    int from = ref < 0 ? w.length - 1 - i : i;
                    xy[2 * at] = arc[2 * from];
                    xy[2 * at + 1] = arc[2 * from + 1];
                    worth[at] = w[from];
                }
            }
            return degrees ? Globe.ring(xy, worth) : Ring.of(xy, worth);
        }

        private static int arcOf(int ref) {
            return ref < 0 ? ~ref : ref;
        }

        private int varint() throws IOException {
            int v = 0;
            for (int shift = 0; ; shift += 7) {
                int b = in.readUnsignedByte();
                v |= (b & 0x7F) << shift;
                if (b < 0x80) {
                    return v;
                }
            }
        }

        private int signed() throws IOException {
            int v = varint();
            return v >>> 1 ^ -(v & 1);
        }

        private String text() throws IOException {
            return new String(in.readNBytes(varint()), StandardCharsets.UTF_8);
        }
    }
}
