package org.clientele.platform.workbench.paint;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** What a control wrote when the most of it was drawn last, and what of that cannot be read. UI thread only. */
public final class WrittenText implements TextWitness {
    /** Glyphs may be drawn a little over their advance. */
    private static final int SLACK = 2;

    /** Lines of one text may touch, and letters without tails do not. */
    private static final int TOUCH = 5;

    private Drawing last = new Drawing(new Rectangle(0, 0, 0, 0));
    private Drawing now = last;
    private int drawings;

    /** Why a text cannot be read. */
    public enum Trouble {
        /** It had no room, and its end is left out. */
        SHORTENED,
        /** It leaves what can be seen. */
        CUT,
        /** Another one lies on it. */
        OVERLAID
    }

    /**
     * A text that cannot be read.
     *
     * @param text the whole of it
     * @param place where it is, in the control
     * @param by what lies on it, or the part of it that is shown; "" where that is not known
     */
    public record Fault(Trouble trouble, String text, Rectangle place, String by) {}

    private record Line(String text, Rectangle place, Rectangle visible) {}

    private record Shortened(String whole, String shown) {}

    private static final class Drawing {
        final Rectangle damage;
        final List<Line> lines = new ArrayList<>();
        final List<Shortened> shortened = new ArrayList<>();
        List<Area> places = List.of();

        Drawing(Rectangle damage) {
            this.damage = damage;
        }

        @Nullable
        Rectangle placeOf(String text) {
            return lines.stream()
                    .filter(l -> l.text().equals(text))
                    .findFirst()
                    .map(Line::place)
                    .orElse(null);
        }
    }

    /** Hears from now on what a control draws, and what it drew before is forgotten. */
    public static WrittenText of(Control control) {
        WrittenText fresh = new WrittenText();
        control.setData(KEY, fresh);
        return fresh;
    }

    /** How often it was drawn. */
    public int drawings() {
        return drawings;
    }

    /** All lines. */
    public List<String> lines() {
        return last.lines.stream().map(Line::text).toList();
    }

    /** What a screen reader and the pointer say of its places. */
    public List<String> hints() {
        List<String> all = new ArrayList<>();
        last.places.forEach(p -> all.addAll(List.of(p.label(), p.hint())));
        return all;
    }

    @Override
    public void begins(Rectangle damage) {
        now = new Drawing(damage);
    }

    @Override
    public void written(String text, Rectangle place, Rectangle visible) {
        now.lines.add(new Line(text, place, visible));
    }

    @Override
    public void shortened(String whole, String shown) {
        now.shortened.add(new Shortened(whole, shown));
    }

    @Override
    public void placed(List<Area> all) {
        now.places = all;
        drawings++;
        boolean part = now.damage.intersection(last.damage).equals(now.damage) && !now.damage.equals(last.damage);
        if (!part) {
            last = now;
        }
    }

    /** Texts that had to be shortened, that leave what can be seen to the side, or that lie on each other. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        for (Shortened s : last.shortened) {
            Rectangle place = last.placeOf(s.shown());
            if (place != null) {
                all.add(new Fault(Trouble.SHORTENED, s.whole(), place, s.shown()));
            }
        }
        for (Line line : last.lines) {
            Rectangle p = line.place();
            Rectangle v = line.visible();
            boolean seen = p.y + p.height > v.y && p.y < v.y + v.height;
            boolean aside = p.x < v.x - SLACK || p.x + p.width > v.x + v.width + SLACK;
            boolean below =
                    v.y + v.height < last.damage.y + last.damage.height && p.y + p.height > v.y + v.height + TOUCH;
            if (seen && (aside || below)) {
                all.add(new Fault(Trouble.CUT, line.text(), p, ""));
            }
        }
        for (int i = 0; i < last.lines.size(); i++) {
            for (Line other : last.lines.subList(i + 1, last.lines.size())) {
                Line one = last.lines.get(i);
                Rectangle both = one.place().intersection(other.place());
                if (both.width > SLACK && both.height > TOUCH) {
                    all.add(new Fault(Trouble.OVERLAID, one.text(), one.place(), other.text()));
                }
            }
        }
        return all;
    }
}
