package org.clientele.platform.warehouse.source;

import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.AnalyticsException;

/** Opens what somebody named, whatever format it has. */
public final class Sources {
    private Sources() {}

    /**
     * Opens a file. What it is, its first bytes say and not its name.
     *
     * @return one source for each table in it: one for a text file, one a filled sheet of a workbook, one a table of an
     *     archive; the caller closes them
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED, ARGUMENT_INVALID if the chosen sheet is not there
     */
    public static List<TableSource> open(Path file, SourceChoice choice) {
        return switch (FormatSniffer.of(file)) {
            case TEXT -> List.of(new TextSource(new Content.Plain(file), choice, List.of()));
            case GZIP -> List.of(new TextSource(new Content.Gzip(file), choice, List.of()));
            case ZIP -> Archive.open(file, choice);
            case PARQUET -> List.of(EngineSource.parquet(file));
        };
    }
}
