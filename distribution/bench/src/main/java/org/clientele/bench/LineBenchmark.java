package org.clientele.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.png.PngWriter;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Scene;

/**
 * A line of a million points, from the data in memory to the bytes of a PNG in memory, against ECharts' server-side SVG and
 * resvg. Both have the same values in primitive arrays before the clock starts, lay out and draw everything anew each time,
 * 1200 by 600 pixels with transparency, axes and labels in Roboto, and are first called as often as makes their compilers
 * settle. Ours keeps both extremes of every pixel column, along dates; the other side keeps one of them, along plain numbers,
 * which it does faster. Each measures itself by its own clock, so that telling Node to draw costs it nothing.
 */
final class LineBenchmark implements AutoCloseable {
    private static final int POINTS = 1_000_000;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 600;
    private static final int WARM = 20;

    private final double[] values = new double[POINTS];
    private final Frame frame;
    private final Process node;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    /**
     * Starts the other side, which stays for all pictures.
     *
     * @param script {@code line.js} with its modules beside it
     * @param fonts the folder of the font that both write with
     */
    LineBenchmark(Path script, Path fonts) throws IOException {
        Column.Builder day = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        Column.Builder value = Column.builder(ColumnSpec.of("value", ColumnType.DOUBLE));
        long first = LocalDate.of(1000, 1, 1).toEpochDay();
        for (int i = 0; i < POINTS; i++) {
            values[i] = 1000 + 400 * Math.sin(i / 40_000.0) + (i * 7919L % 1009) / 10.0 + (i % 99_991 == 0 ? 900 : 0);
            day.addLong(first + i);
            value.addDouble(values[i]);
        }
        frame = Frame.of(day.build(), value.build());
        node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        String.valueOf(POINTS),
                        String.valueOf(WIDTH),
                        String.valueOf(HEIGHT),
                        fonts.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        orders = node.outputWriter(StandardCharsets.UTF_8);
        answer();
        for (int i = 0; i < WARM; i++) {
            ours();
            echarts();
        }
    }

    double ours() throws IOException {
        long start = System.nanoTime();
        Scene scene = scene();
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
        PngWriter.write(scene, png, 1);
        return Pair.millisSince(start);
    }

    double echarts() throws IOException {
        orders.write("draw\n");
        orders.flush();
        return Double.parseDouble(answer().split(" ")[0]);
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("Node ended; is ECharts installed beside the script?");
        }
        return line;
    }

    private Scene scene() {
        return ChartCatalog.builtIn()
                .layout(new ChartRequest(
                        ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "day").encode(Channel.Y, "value"),
                        frame,
                        null,
                        Map.of(),
                        ViewState.initial(),
                        Theme.LIGHT,
                        WIDTH,
                        HEIGHT,
                        RobotoMeasure.get(),
                        LocaleFormat.of(Locale.UK)));
    }

    /** How far the drawn line is from a pixel column's highest or lowest value, in pixels, where that is worst. */
    double worstExtreme() {
        return new DrawnLine(scene()).worstExtreme(values);
    }

    @Override
    public void close() {
        node.destroy();
    }
}
