package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/** All that came of one source: records with the lines they started on, and rejects as CSV lines. */
record Staged(
        String name,
        SourceHead head,
        List<String> records,
        List<Long> lines,
        List<String> rejects,
        CsvStager.Result result) {

    static List<Staged> all(Path file, SourceChoice choice) throws IOException {
        List<Staged> all = new ArrayList<>();
        List<TableSource> sources = Sources.open(file, choice);
        try {
            for (TableSource source : sources) {
                all.add(of(source));
            }
        } finally {
            sources.forEach(TableSource::close);
        }
        return all;
    }

    static Staged only(Path file, SourceChoice choice) throws IOException {
        List<Staged> all = all(file, choice);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " sources in " + file);
        }
        return all.get(0);
    }

    static Staged only(Path file) throws IOException {
        return only(file, SourceChoice.AUTOMATIC);
    }

    static Staged of(TableSource open) throws IOException {
        Path folder = Files.createTempDirectory("staged");
        try {
            return of(open, folder);
        } finally {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Staged of(TableSource open, Path folder) throws IOException {
        List<String> records = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        List<StagedChunk> chunks = new ArrayList<>();
        RejectSpool rejects = new RejectSpool(folder.resolve("rejects"));
        RejectSpool none = new RejectSpool(folder.resolve("none"));
        SourceHead head;
        CsvStager.Result result;
        try (TableSource source = open;
                rejects;
                none) {
            head = source.head();
            result = source.stage(folder, chunks::add, rejects, Progress.NONE, CancelSignal.create());
        }
        for (StagedChunk chunk : chunks) {
            chunk.lookUp(LongStream.range(0, chunk.records()).toArray(), (record, line, text) -> {
                records.add(text);
                lines.add(line);
            });
        }
        RejectSpool.writeMerged(rejects, none, folder.resolve("rejects.csv"));
        List<String> rejected = Files.readAllLines(folder.resolve("rejects.csv"));
        return new Staged(open.name(), head, records, lines, rejected.subList(1, rejected.size()), result);
    }
}
