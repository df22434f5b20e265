package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/** What a {@link Plot} has to hold, said part by part before it is measured. Not thread-safe. */
final class Room {
    /** A second value axis, at the right. */
    record Right(double low, double high, Unit unit, String title, int argb) {}

    final ChartRequest r;
    final double low;
    final double high;
    Unit unit = Unit.none();
    String unitText = "";
    List<Plot.Key> keys = List.of();
    int tiers;
    double overhang;
    double rightGutter;
    boolean guidesBeside;
    boolean axisShown = true;
    boolean labelled = true;
    boolean headless;
    boolean log;
    boolean exactEnds;
    boolean snug;
    boolean valuesBelow;
    String note = "";
    String readout = "";

    @Nullable
    Right right;

    int titleArgb;

    /** Values from {@code low} to {@code high}. */
    Room(ChartRequest r, double low, double high) {
        this.r = r;
        this.low = low;
        this.high = high;
    }

    /** The unit of the values, and how the head calls it, or "". */
    Room unit(Unit counted, String text) {
        unit = counted;
        unitText = text;
        return this;
    }

    /** A little below zero takes only the room that it needs; there are no names below marks. */
    Room snug() {
        snug = true;
        return this;
    }

    /** The legend, may be empty. */
    Room keys(List<Plot.Key> legend) {
        keys = legend;
        return this;
    }

    /** Lines of text below the plot, and how far they reach beyond its ends. */
    Room below(int lines, double beyond) {
        tiers = lines;
        overhang = beyond;
        return this;
    }

    /** Room for text at the right. */
    Room gutter(double width) {
        rightGutter = width;
        return this;
    }

    /** Room at the right for what guides are called. */
    Room guidesBeside(double width) {
        rightGutter = width;
        guidesBeside = true;
        return this;
    }

    /** Without grid and labels of the value axis, since the marks say their values; the line of zero is always there. */
    Room withoutAxis() {
        axisShown = false;
        valuesBelow = low < 0;
        return this;
    }

    /** With a grid whose labels stand elsewhere. */
    Room withoutLabels() {
        labelled = false;
        return this;
    }

    /** Without head, since another picture has it. */
    Room withoutHead() {
        headless = true;
        return this;
    }

    /** A logarithmic value axis, if so. */
    Room log(boolean so) {
        log = so;
        return this;
    }

    /** The axis ends at the values themselves, not at ticks. */
    Room exactEnds() {
        exactEnds = true;
        return this;
    }

    /** A sentence below, or "". */
    Room note(String sentence) {
        note = sentence;
        return this;
    }

    /** A sentence above, or "". */
    Room readout(String sentence) {
        readout = sentence;
        return this;
    }

    /** A second axis; the title of the first is then marked with a colour too. */
    Room right(Right axis, int leftArgb) {
        right = axis;
        titleArgb = leftArgb;
        return this;
    }

    Plot plot() {
        return new Plot(this);
    }
}
