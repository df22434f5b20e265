package org.clientele.platform.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.SceneSink;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * Paints a scene as an SVG document: title, description and a name for each datum for screen readers, which browsers also
 * show as tooltips. For one scene.
 */
public final class SvgSink implements SceneSink {
    private final Appendable out;
    private final SvgOptions options;
    private final Map<Fill, String> gradients = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private int clips;
    private int depth;

    /** @param out gets UTF-8 text */
    public SvgSink(Appendable out, SvgOptions options) {
        this.out = out;
        this.options = options;
    }

    @Override
    public void begin(Scene scene) {
        String prefix = options.prefix();
        raw(options.inPage() ? "<svg" : "<svg xmlns=\"http://www.w3.org/2000/svg\"");
        if (options.fixedSize()) {
            raw(" width=\"" + n(scene.width()) + "\" height=\"" + n(scene.height()) + "\"");
        }
        raw(" viewBox=\"0 0 " + n(scene.width()) + " " + n(scene.height()) + "\"");
        raw(" role=\"graphics-document document\"");
        attribute("aria-labelledby", prefix + "scene-title");
        attribute("aria-describedby", prefix + "scene-desc");
        if (!options.inPage()) {
            raw(" font-family=\"" + SvgFonts.FAMILY + "\" style=\"" + SvgFonts.SETTINGS + "\"");
        }
        raw(">\n<title");
        attribute("id", unique("scene-title"));
        raw(">" + SvgText.escape(scene.title()) + "</title>\n<desc");
        attribute("id", unique("scene-desc"));
        raw(">" + SvgText.escape(scene.description()) + "</desc>\n");
        if (options.embedFonts()) {
            raw("<style>\n" + SvgFonts.rules(List.of(scene), "") + "</style>\n");
        }
    }

    /** An id that nothing else in the file has, without blanks, which an id cannot hold. */
    private String unique(String wanted) {
        StringBuilder s = new StringBuilder(options.prefix());
        wanted.codePoints().forEach(c -> s.appendCodePoint(Character.isWhitespace(c) || c < 0x20 ? '_' : c));
        String id = s.toString();
        for (int i = 2; !ids.add(id); i++) {
            id = s + "-" + i;
        }
        return id;
    }

    @Override
    public void enter(Node.Group g) {
        Node.Clip clip = g.clip();
        String clipId = "";
        if (clip != null) {
            clipId = unique("clip-" + clips++);
            raw("<clipPath");
            attribute("id", clipId);
            raw("><rect x=\"" + n(clip.x()) + "\" y=\"" + n(clip.y()) + "\" width=\"" + n(clip.width()) + "\" height=\""
                    + n(clip.height()) + "\"/></clipPath>\n");
        }
        raw("<g");
        attribute("id", g.id().isEmpty() ? "" : unique(g.id()));
        if (g.x() != 0 || g.y() != 0) {
            raw(" transform=\"translate(" + n(g.x()) + " " + n(g.y()) + ")\"");
        }
        if (clip != null) {
            attribute("clip-path", "url(#" + clipId + ")");
        }
        Datum datum = g.datum();
        if (datum != null && !datum.isSilent()) {
            String sentence = SvgText.escape(datum.sentence());
            // What is inside a symbol is not read out, so that a mark with marks in it is an object.
            raw(" role=\"" + (holdsMarks(g) ? "graphics-object group" : "graphics-symbol img") + "\" aria-label=\""
                    + sentence + "\"><title>" + sentence + "</title>\n");
        } else {
            raw(depth == 0 ? " role=\"graphics-object group\">\n" : ">\n");
        }
        depth++;
    }

    private static boolean speaks(Node.Group group) {
        Datum datum = group.datum();
        return datum != null && !datum.isSilent();
    }

    private static boolean holdsMarks(Node.Group group) {
        for (Node child : group.children()) {
            if (child instanceof Node.Group g && (speaks(g) || holdsMarks(g))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void leave(Node.Group group) {
        depth--;
        raw("</g>\n");
    }

    @Override
    public void rect(Node.Rect r) {
        String gradient = gradient(r.fill());
        raw("<rect x=\"" + n(r.x()) + "\" y=\"" + n(r.y()) + "\" width=\"" + n(r.width()) + "\" height=\""
                + n(r.height()) + "\"");
        if (r.radius() > 0) {
            raw(" rx=\"" + n(r.radius()) + "\"");
        }
        paint(r.fill(), r.stroke(), gradient);
    }

    @Override
    public void circle(Node.Circle c) {
        String gradient = gradient(c.fill());
        raw("<circle cx=\"" + n(c.cx()) + "\" cy=\"" + n(c.cy()) + "\" r=\"" + n(c.radius()) + "\"");
        paint(c.fill(), c.stroke(), gradient);
    }

    @Override
    public void path(Node.Path p) {
        String gradient = gradient(p.fill());
        raw("<path d=\"");
        p.data().visit(new PathWriter(out, 2));
        raw("\"");
        paint(p.fill(), p.stroke(), gradient);
    }

    @Override
    public void text(Node.Text t) {
        raw("<text x=\"" + n(t.x()) + "\" y=\"" + n(t.baseline()) + "\" font-size=\""
                + n(t.style().size()) + "\"");
        if (t.style().weight() != TextStyle.Weight.REGULAR) {
            raw(" font-weight=\"" + SvgFonts.weight(t.style().weight()) + "\"");
        }
        if (t.anchor() != Node.Text.Anchor.START) {
            raw(t.anchor() == Node.Text.Anchor.MIDDLE ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        }
        if (t.turn() != 0) {
            raw(" transform=\"rotate(" + n(t.turn()) + " " + n(t.x()) + " " + n(t.baseline()) + ")\"");
        }
        color("fill", t.style().argb());
        raw((t.text().contains("  ") ? " xml:space=\"preserve\">" : ">") + SvgText.escape(t.text()) + "</text>\n");
    }

    @Override
    public void end() {
        raw("</svg>\n");
    }

    /** Declares the gradient of a fill right before its first use; answers its id, or "" for a plain fill. */
    private String gradient(@Nullable Fill fill) {
        if (fill == null || !fill.isGradient()) {
            return "";
        }
        String known = gradients.get(fill);
        if (known != null) {
            return known;
        }
        String id = unique("fade-" + gradients.size());
        gradients.put(fill, id);
        raw("<linearGradient");
        attribute("id", id);
        raw(" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\"");
        color("stop-color", fill.argb());
        raw("/><stop offset=\"1\"");
        color("stop-color", fill.endArgb());
        raw("/></linearGradient>\n");
        return id;
    }

    private void paint(@Nullable Fill fill, @Nullable Stroke stroke, String gradient) {
        if (fill == null) {
            raw(stroke == null ? " fill=\"none\" pointer-events=\"all\"" : " fill=\"none\"");
        } else if (gradient.isEmpty()) {
            color("fill", fill.argb());
        } else {
            attribute("fill", "url(#" + gradient + ")");
        }
        if (stroke != null) {
            color("stroke", stroke.argb());
            raw(" stroke-width=\"" + n(stroke.width()) + "\" stroke-linecap=\"" + (stroke.dash() > 0 ? "butt" : "round")
                    + "\" stroke-linejoin=\"round\"");
            if (stroke.dash() > 0) {
                raw(" stroke-dasharray=\"" + n(stroke.dash()) + "\"");
            }
        }
        raw("/>\n");
    }

    /** A colour and, where it is not opaque, its opacity. */
    private void color(String name, int argb) {
        raw(" " + name + "=\"" + String.format("#%06X", argb & 0xFFFFFF) + "\"");
        int alpha = argb >>> 24;
        if (alpha < 255) {
            String opacity = name.equals("stop-color") ? "stop-opacity" : name + "-opacity";
            raw(" " + opacity + "=\"" + PathWriter.number(alpha / 255.0, 3) + "\"");
        }
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            raw(" " + name + "=\"" + SvgText.escape(value) + "\"");
        }
    }

    private static String n(double v) {
        return PathWriter.number(v, 2);
    }

    private void raw(String s) {
        try {
            out.append(s);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
