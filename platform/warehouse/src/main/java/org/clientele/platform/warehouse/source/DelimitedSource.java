package org.clientele.platform.warehouse.source;

import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.warehouse.csv.CsvHead;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.jspecify.annotations.Nullable;

/** Text whose fields a delimiter parts, plain or gzip. */
final class DelimitedSource implements TableSource {
    private final SourceFile file;
    private final CsvStager stager;
    private @Nullable CsvHead csv;

    DelimitedSource(Path path) {
        this.file = SourceFile.open(path);
        this.stager = new CsvStager(file);
    }

    @Override
    public String name() {
        return file.name();
    }

    private CsvHead csv() {
        CsvHead known = csv;
        if (known == null) {
            known = stager.head();
            csv = known;
        }
        return known;
    }

    @Override
    public SourceHead head() {
        return new SourceHead(
                "CSV", "UTF-8", csv().delimiter(), Layout.DELIMITED, 1, csv().headers(), List.of(), List.of());
    }

    @Override
    public CsvStager.Result stage(
            Path folder, CsvStager.ChunkSink sink, RejectSpool rejects, Progress progress, CancelSignal cancel) {
        return stager.stage(csv().delimiter(), csv().headers().size(), folder, sink, rejects, progress, cancel);
    }

    @Override
    public void close() {
        file.close();
    }
}
