package org.clientele.platform.charts.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;

/** Shapes as path operators; PDF has neither circles nor rounded corners. */
final class PdfOutlines {
    /** How far the handles of a quarter circle as a cubic curve reach. */
    private static final double HANDLE = 0.5522847498;

    private PdfOutlines() {}

    static void circle(PDPageContentStream s, double cx, double cy, double r) throws IOException {
        double k = r * HANDLE;
        s.moveTo((float) (cx + r), (float) cy);
        curve(s, cx + r, cy + k, cx + k, cy + r, cx, cy + r);
        curve(s, cx - k, cy + r, cx - r, cy + k, cx - r, cy);
        curve(s, cx - r, cy - k, cx - k, cy - r, cx, cy - r);
        curve(s, cx + k, cy - r, cx + r, cy - k, cx + r, cy);
        s.closePath();
    }

    static void rounded(PDPageContentStream s, Node.Rect rect, double r) throws IOException {
        double k = r * (1 - HANDLE);
        double left = rect.x();
        double top = rect.y();
        double right = left + rect.width();
        double bottom = top + rect.height();
        s.moveTo((float) (left + r), (float) top);
        s.lineTo((float) (right - r), (float) top);
        curve(s, right - k, top, right, top + k, right, top + r);
        s.lineTo((float) right, (float) (bottom - r));
        curve(s, right, bottom - k, right - k, bottom, right - r, bottom);
        s.lineTo((float) (left + r), (float) bottom);
        curve(s, left + k, bottom, left, bottom - k, left, bottom - r);
        s.lineTo((float) left, (float) (top + r));
        curve(s, left, top + k, left + k, top, left + r, top);
        s.closePath();
    }

    static void path(PDPageContentStream s, PathData data) throws IOException {
        try {
            data.visit(new Operators(s));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private record Operators(PDPageContentStream stream) implements PathData.Visitor {
        @Override
        public void move(double x, double y) {
            write(() -> stream.moveTo((float) x, (float) y));
        }

        @Override
        public void line(double x, double y) {
            write(() -> stream.lineTo((float) x, (float) y));
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            write(() -> PdfOutlines.curve(stream, x1, y1, x2, y2, x, y));
        }

        @Override
        public void close() {
            write(stream::closePath);
        }

        private interface Writing {
            void run() throws IOException;
        }

        private static void write(Writing writing) {
            try {
                writing.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void curve(PDPageContentStream s, double x1, double y1, double x2, double y2, double x, double y)
            throws IOException {
        s.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }
}
