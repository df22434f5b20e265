package org.clientele.platform.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.warehouse.mapping.Role;
import org.clientele.platform.warehouse.source.SourceChoice;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.platform.warehouse.source.Sources;
import org.clientele.platform.warehouse.source.TableSource;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ImportRecipe;

/** Reads the starts of files and decides how each would be imported. Nothing is changed by it. */
final class Planner {
    private final List<ImportRecipe> recipes;

    Planner(List<ImportRecipe> recipes) {
        this.recipes = recipes;
    }

    /** @param listener hears of files that cannot be read or fit nothing; the others are planned all the same */
    ImportPlan plan(ImportRequest request, CancelSignal cancel, FileImporter.FileListener listener) {
        List<PlannedSource> planned = new ArrayList<>();
        for (Path file : request.files()) {
            cancel.throwIfCancelled();
            try {
                planned.addAll(plan(file, request));
            } catch (AnalyticsException e) {
                listener.failed(file, e);
            }
        }
        return new ImportPlan(planned, List.of(), request.mode());
    }

    private List<PlannedSource> plan(Path file, ImportRequest request) {
        List<PlannedSource> planned = new ArrayList<>();
        List<TableSource> sources = Sources.open(file, SourceChoice.AUTOMATIC);
        try {
            for (TableSource source : sources) {
                planned.add(plan(file, source, SourceChoice.AUTOMATIC, request));
            }
        } finally {
            sources.forEach(TableSource::close);
        }
        return planned;
    }

    private PlannedSource plan(Path file, TableSource source, SourceChoice choice, ImportRequest request) {
        SourceHead head = source.head();
        HeaderMatch.Decision decision = new HeaderMatch(source.name(), head.headers(), request, recipes).decide();
        List<String> doubts = new ArrayList<>(head.doubts());
        doubts.addAll(decision.doubts());
        return new PlannedSource(
                file, source.name(), choice, head, decision.recipe(), decision.known(), Role.TABLE, doubts);
    }

    /** Opens the source that a plan names; its file may have changed since. */
    static TableSource open(PlannedSource planned) {
        List<TableSource> all = Sources.open(planned.file(), planned.choice());
        Optional<TableSource> found =
                all.stream().filter(s -> s.name().equals(planned.name())).findFirst();
        all.stream().filter(s -> found.isEmpty() || s != found.get()).forEach(TableSource::close);
        return found.orElseThrow(() -> new AnalyticsException(
                ErrorCode.FILE_UNREADABLE,
                planned.file() + " no longer holds " + planned.name() + ": it was changed since. Choose it again."));
    }

    PlannedSource reread(PlannedSource planned) {
        try (TableSource source = open(planned)) {
            return plan(planned.file(), source, planned.choice(), ImportRequest.of(planned.file()));
        }
    }
}
