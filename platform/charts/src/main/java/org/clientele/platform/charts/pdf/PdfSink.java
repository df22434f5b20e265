package org.clientele.platform.charts.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.clientele.platform.charts.Bounds;
import org.clientele.platform.charts.font.FontRun;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.SceneSink;
import org.clientele.sdk.scene.Stroke;
import org.jspecify.annotations.Nullable;

/** Paints scenes as pages of a document, one after the other; a pixel at 100 % is 1/96 of an inch. */
final class PdfSink implements SceneSink {
    /** Points of a pixel: 72 to the inch against 96. */
    private static final float POINTS = 0.75f;

    private static final int BUTT = 0;
    private static final int ROUND = 1;
    private static final float[] SOLID = {};

    private final PDDocument document;
    private final PdfFonts fonts;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private final Deque<Integer> opacityBefore = new ArrayDeque<>();
    private @Nullable PDPageContentStream stream;
    private int opacity;

    private record Shown(FontRun run, PDFont font, double width) {}

    PdfSink(PDDocument document) {
        this.document = document;
        this.fonts = new PdfFonts(document);
    }

    /** Something that may not reach the document. */
    @FunctionalInterface
    private interface Writing {
        void to(PDPageContentStream stream) throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.to(Objects.requireNonNull(stream, "begin comes first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(Scene scene) {
        PDPage page = new PDPage(new PDRectangle((float) scene.width() * POINTS, (float) scene.height() * POINTS));
        document.addPage(page);
        opacity = opaque();
        try {
            stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Scenes count downwards from the top.
        write(s -> s.transform(new Matrix(POINTS, 0, 0, -POINTS, 0, (float) scene.height() * POINTS)));
    }

    @Override
    public void enter(Node.Group g) {
        opacityBefore.push(opacity);
        write(s -> {
            s.saveGraphicsState();
            if (g.x() != 0 || g.y() != 0) {
                s.transform(Matrix.getTranslateInstance((float) g.x(), (float) g.y()));
            }
            Node.Clip c = g.clip();
            if (c != null) {
                s.addRect(
                        (float) c.x(), (float) c.y(), (float) Math.max(0, c.width()), (float) Math.max(0, c.height()));
                s.clip();
            }
        });
    }

    @Override
    public void leave(Node.Group group) {
        opacity = opacityBefore.pop();
        write(PDPageContentStream::restoreGraphicsState);
    }

    @Override
    public void rect(Node.Rect r) {
        // Viewers show the outline of nothing as a hairline.
        if (r.width() <= 0 || r.height() <= 0) {
            return;
        }
        double radius = Math.min(r.radius(), Math.min(r.width(), r.height()) / 2);
        paint(
                s -> {
                    if (radius > 0) {
                        PdfOutlines.rounded(s, r, radius);
                    } else {
                        s.addRect((float) r.x(), (float) r.y(), (float) r.width(), (float) r.height());
                    }
                },
                r,
                r.fill(),
                r.stroke());
    }

    @Override
    public void circle(Node.Circle c) {
        if (c.radius() > 0) {
            paint(s -> PdfOutlines.circle(s, c.cx(), c.cy(), c.radius()), c, c.fill(), c.stroke());
        }
    }

    @Override
    public void path(Node.Path p) {
        if (!p.data().isEmpty()) {
            paint(s -> PdfOutlines.path(s, p.data()), p, p.fill(), p.stroke());
        }
    }

    private void paint(Writing outline, Node node, @Nullable Fill fill, @Nullable Stroke stroke) {
        boolean stroked = stroke != null && stroke.width() > 0 && stroke.argb() >>> 24 != 0;
        if (fill != null && fill.isGradient()) {
            shade(outline, node, fill);
        }
        boolean filled = fill != null && !fill.isGradient() && fill.argb() >>> 24 != 0;
        if (!filled && !stroked) {
            return;
        }
        write(s -> {
            opacity(
                    s,
                    filled && fill != null ? fill.argb() >>> 24 : 255,
                    stroked && stroke != null ? stroke.argb() >>> 24 : 255);
            if (filled && fill != null) {
                fillColor(s, fill.argb());
            }
            if (stroked && stroke != null) {
                stroke(s, stroke);
            }
            outline.to(s);
            if (filled && stroked) {
                s.fillAndStroke();
            } else if (filled) {
                s.fill();
            } else {
                s.stroke();
            }
        });
    }

    private static void stroke(PDPageContentStream s, Stroke stroke) throws IOException {
        int argb = stroke.argb();
        s.setStrokingColor(channel(argb, 16), channel(argb, 8), channel(argb, 0));
        s.setLineWidth((float) stroke.width());
        s.setLineJoinStyle(ROUND);
        s.setLineCapStyle(stroke.dash() > 0 ? BUTT : ROUND);
        s.setLineDashPattern(stroke.dash() > 0 ? new float[] {(float) stroke.dash()} : SOLID, 0);
    }

    private void shade(Writing outline, Node node, Fill fill) {
        Bounds box = Bounds.of(node);
        if (box.isEmpty() || box.bottom() <= box.top()) {
            return;
        }
        write(s -> {
            s.saveGraphicsState();
            int before = opacity;
            opacity(s, 255, 255);
            outline.to(s);
            s.clip();
            if (!PdfShading.isOpaque(fill)) {
                s.setGraphicsStateParameters(
                        PdfShading.opacity(document, fill, box.left(), box.top(), box.right(), box.bottom()));
            }
            s.shadingFill(PdfShading.colors(fill, box.top(), box.bottom()));
            s.restoreGraphicsState();
            opacity = before;
        });
    }

    @Override
    public void text(Node.Text t) {
        int argb = t.style().argb();
        if (argb >>> 24 == 0) {
            return;
        }
        float size = (float) t.style().size();
        write(s -> {
            List<Shown> parts = new ArrayList<>();
            double width = 0;
            for (FontRun run : FontRun.of(t.text(), t.style().weight())) {
                PDFont font = fonts.of(run, t.style().weight());
                double wide = font.getStringWidth(run.text()) / 1000 * size;
                parts.add(new Shown(run, font, wide));
                width += wide;
            }
            double x = switch (t.anchor()) {
                case START -> t.x();
                case MIDDLE -> t.x() - width / 2;
                case END -> t.x() - width;
            };
            opacity(s, argb >>> 24, 255);
            fillColor(s, argb);
            Matrix turned = Matrix.getTranslateInstance((float) t.x(), (float) t.baseline());
            turned.rotate(Math.toRadians(t.turn()));
            for (Shown part : parts) {
                Matrix place = turned.clone();
                place.translate((float) (x - t.x()), 0);
                place.scale(1, -1);
                show(s, part, size, place);
                x += part.width();
            }
        });
    }

    /** What stands in for letters that no font has is still found, read out and copied as what was meant. */
    private static void show(PDPageContentStream s, Shown part, float size, Matrix place) throws IOException {
        boolean replaced = !part.run().text().equals(part.run().meant());
        if (replaced) {
            meant(s, part.run().meant());
        }
        s.beginText();
        s.setFont(part.font(), size);
        s.setTextMatrix(place);
        s.showText(part.run().text());
        s.endText();
        if (replaced) {
            s.endMarkedContent();
        }
    }

    /** In place, not as a resource by name, where some readers do not look. */
    @SuppressWarnings("deprecation") // there is no other way to write it in place
    private static void meant(PDPageContentStream s, String text) throws IOException {
        String hex = HexFormat.of().withUpperCase().formatHex(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
        s.appendRawCommands("/Span <</ActualText <" + hex + ">>> BDC\n");
    }

    @Override
    public void end() {
        write(PDPageContentStream::close);
        stream = null;
    }

    private static int opaque() {
        return 255 << 8 | 255;
    }

    /** Opacities of fills and strokes, from 0 to 255, until the group ends. */
    private void opacity(PDPageContentStream s, int fill, int stroke) throws IOException {
        int wanted = fill << 8 | stroke;
        if (wanted != opacity) {
            s.setGraphicsStateParameters(opacities.computeIfAbsent(wanted, key -> {
                PDExtendedGraphicsState state = new PDExtendedGraphicsState();
                state.setNonStrokingAlphaConstant(fill / 255f);
                state.setStrokingAlphaConstant(stroke / 255f);
                return state;
            }));
            opacity = wanted;
        }
    }

    private static void fillColor(PDPageContentStream s, int argb) throws IOException {
        s.setNonStrokingColor(channel(argb, 16), channel(argb, 8), channel(argb, 0));
    }

    private static float channel(int argb, int shift) {
        return (argb >> shift & 0xFF) / 255f;
    }
}
