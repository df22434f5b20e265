package org.clientele.sdk.scene;

import java.util.Arrays;

/** An outline of moves, lines and cubic curves over primitive arrays. Immutable once built; thread-safe. */
public final class PathData {
    /** Two coordinates: start anew at x, y. */
    public static final byte MOVE = 'M';
    /** Two coordinates: a line to x, y. */
    public static final byte LINE = 'L';
    /** Six coordinates: a cubic Bezier curve x1, y1, x2, y2, x, y. */
    public static final byte CURVE = 'C';
    /** No coordinates: a line to the last start. */
    public static final byte CLOSE = 'Z';

    private final byte[] commands;
    private final double[] coordinates;

    private PathData(byte[] commands, double[] coordinates) {
        this.commands = commands;
        this.coordinates = coordinates;
    }

    /** A new outline. */
    public static Builder builder() {
        return new Builder();
    }

    /** Hears each command in order. */
    public void visit(Visitor v) {
        int c = 0;
        for (byte command : commands) {
            switch (command) {
                case MOVE -> {
                    v.move(coordinates[c], coordinates[c + 1]);
                    c += 2;
                }
                case LINE -> {
                    v.line(coordinates[c], coordinates[c + 1]);
                    c += 2;
                }
                case CURVE -> {
                    v.curve(
                            coordinates[c],
                            coordinates[c + 1],
                            coordinates[c + 2],
                            coordinates[c + 3],
                            coordinates[c + 4],
                            coordinates[c + 5]);
                    c += 6;
                }
                default -> v.close();
            }
        }
    }

    /** Whether nothing is drawn. */
    public boolean isEmpty() {
        return commands.length == 0;
    }

    /** Hears the commands of an outline. */
    public interface Visitor {
        /** Starts anew. */
        void move(double x, double y);

        /** A straight line. */
        void line(double x, double y);

        /** A cubic Bezier curve. */
        void curve(double x1, double y1, double x2, double y2, double x, double y);

        /** A line to the last start. */
        void close();
    }

    /** Collects commands. Not thread-safe. */
    public static final class Builder {
        private byte[] commands = new byte[16];
        private double[] coordinates = new double[32];
        private int n;
        private int c;

        private void add(byte command, double... xy) {
            if (n == commands.length) {
                commands = Arrays.copyOf(commands, n * 2);
            }
            if (c + xy.length > coordinates.length) {
                coordinates = Arrays.copyOf(coordinates, coordinates.length * 2);
            }
            commands[n++] = command;
            System.arraycopy(xy, 0, coordinates, c, xy.length);
            c += xy.length;
        }

        /** Starts anew at x, y. */
        public Builder move(double x, double y) {
            add(MOVE, x, y);
            return this;
        }

        /** A line to x, y. */
        public Builder line(double x, double y) {
            add(LINE, x, y);
            return this;
        }

        /** A cubic Bezier curve to x, y. */
        public Builder curve(double x1, double y1, double x2, double y2, double x, double y) {
            add(CURVE, x1, y1, x2, y2, x, y);
            return this;
        }

        /** A line to the last start. */
        public Builder close() {
            add(CLOSE);
            return this;
        }

        /** Whether nothing was added. */
        public boolean isEmpty() {
            return n == 0;
        }

        /** The outline. */
        public PathData build() {
            return new PathData(Arrays.copyOf(commands, n), Arrays.copyOf(coordinates, c));
        }
    }
}
