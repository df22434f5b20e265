package org.clientele.platform.app;

import java.io.PrintWriter;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How rows are printed. */
final class FormatOption {
    /** The ways. */
    enum Format {
        CSV,
        JSON,
        TABLE
    }

    @Option(names = "--format", description = "${bundle:option.format.format}")
    @Nullable
    Format format;

    /** Prints an answer. */
    void print(Frame frame, boolean json, ValueFormat people, PrintWriter out) {
        switch (json ? Format.JSON : format == null ? Format.TABLE : format) {
            case JSON -> Json.write(out, Json.frame(frame));
            case CSV -> FrameText.csv(frame, out);
            case TABLE -> FrameText.table(frame, people, out);
        }
    }
}
