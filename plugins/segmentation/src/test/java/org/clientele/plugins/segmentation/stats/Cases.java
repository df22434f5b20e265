package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;
import java.util.List;
import org.clientele.plugins.segmentation.learn.Fixture;

/**
 * Figures of another program: lines of a case, what the line says, and numbers apart by blanks. How they were made stands in the
 * script of the same name beside them.
 */
record Cases(List<Line> lines) {
    record Line(String of, String what, double[] values) {}

    static Cases read(String file) {
        return new Cases(Fixture.lines(Cases.class, file).stream()
                .map(line -> line.split(",", 3))
                .map(parts -> new Line(
                        parts[0],
                        parts[1],
                        Arrays.stream(parts[2].trim().split(" +"))
                                .mapToDouble(Double::parseDouble)
                                .toArray()))
                .toList());
    }

    List<double[]> all(String of, String what) {
        return lines.stream()
                .filter(l -> l.of.equals(of) && l.what.equals(what))
                .map(Line::values)
                .toList();
    }

    /** All lines of a case, whatever they say. */
    List<double[]> all(String of) {
        return lines.stream().filter(l -> l.of.equals(of)).map(Line::values).toList();
    }

    double[] one(String of, String what) {
        List<double[]> found = all(of, what);
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " lines of " + of + ", " + what);
        }
        return found.get(0);
    }

    int[] whole(String of, String what) {
        return Arrays.stream(one(of, what)).mapToInt(v -> (int) v).toArray();
    }
}
