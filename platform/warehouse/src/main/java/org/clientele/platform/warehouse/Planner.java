package org.clientele.platform.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.warehouse.mapping.Mapper;
import org.clientele.platform.warehouse.mapping.MappingSource;
import org.clientele.platform.warehouse.mapping.MappingWish;
import org.clientele.platform.warehouse.mapping.Proposal;
import org.clientele.platform.warehouse.mapping.Role;
import org.clientele.platform.warehouse.mapping.SchemaProposal;
import org.clientele.platform.warehouse.source.JdbcRequest;
import org.clientele.platform.warehouse.source.SourceChoice;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.platform.warehouse.source.SourceRow;
import org.clientele.platform.warehouse.source.Sources;
import org.clientele.platform.warehouse.source.TableSource;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the starts of files and decides how each would be imported. Nothing is changed by it. */
final class Planner {
    private static final Texts TEXTS = Texts.of(Planner.class);

    private final List<ImportRecipe> recipes;

    Planner(List<ImportRecipe> recipes) {
        this.recipes = recipes;
    }

    /** The start of a source of a file. */
    private record Start(
            Path file, String name, @Nullable JdbcRequest database, SourceChoice choice, SourceHead head) {}

    /** @param listener hears of files that cannot be read or fit nothing; the others are planned all the same */
    ImportPlan plan(ImportRequest request, CancelSignal cancel, FileImporter.FileListener listener) {
        List<Start> starts = new ArrayList<>();
        for (Path file : request.files()) {
            cancel.throwIfCancelled();
            try {
                starts.addAll(starts(file, request.reading()));
            } catch (AnalyticsException e) {
                listener.failed(file, e);
            }
        }
        JdbcRequest database = request.database();
        if (database != null) {
            try (TableSource source = Sources.open(database)) {
                SourceHead head = source.head();
                starts.add(new Start(Path.of(source.name()), source.name(), database, SourceChoice.AUTOMATIC, head));
            }
        }
        if (starts.isEmpty()) {
            return new ImportPlan(List.of(), List.of(), request.mode());
        }
        SchemaProposal schema;
        try {
            schema = propose(starts, new MappingWish(request.recipeId(), request.recipe(), request.entity()));
        } catch (AnalyticsException e) {
            if (e.blame() == Blame.USER) {
                throw e;
            }
            starts.stream().map(Start::file).distinct().forEach(file -> listener.failed(file, e));
            boolean mappable = e.code() == ErrorCode.FILE_UNRECOGNISED || e.code() == ErrorCode.DATA_COLUMN_MISSING;
            List<PlannedSource> strange =
                    mappable ? starts.stream().map(Planner::strange).toList() : List.of();
            return new ImportPlan(List.of(), List.of(), request.mode(), strange, List.of());
        }
        List<PlannedSource> planned = new ArrayList<>();
        Map<Path, List<String>> strange = new LinkedHashMap<>();
        List<PlannedSource> unmapped = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            ImportRecipe recipe = schema.sources().get(i).recipe();
            if (recipe == null) {
                strange.computeIfAbsent(start.file(), f -> new ArrayList<>()).add(start.name());
                unmapped.add(strange(start));
            } else {
                planned.add(planned(start, schema.sources().get(i), recipe));
            }
        }
        strange.forEach((file, names) -> {
            int first = 0;
            while (first < planned.size() && !planned.get(first).file().equals(file)) {
                first++;
            }
            if (first == planned.size()) {
                listener.failed(file, unrecognised(schema, names));
            } else {
                planned.set(first, planned.get(first).doubting(about(schema, names)));
            }
        });
        return new ImportPlan(planned, schema.joins(), request.mode(), unmapped, List.of());
    }

    /** A source that fits nothing: its rows go nowhere until a person says where. */
    private static PlannedSource strange(Start start) {
        ImportRecipe nothing = ImportRecipe.builder("workspace.mapping/nothing", "")
                .layout(start.head().layout())
                .build();
        return new PlannedSource(
                start.file(),
                start.name(),
                start.database(),
                start.choice(),
                start.head(),
                nothing,
                false,
                Role.UNRECOGNISED,
                List.of(),
                start.head().doubts());
    }

    private static List<String> about(SchemaProposal schema, List<String> names) {
        return schema.doubts().stream()
                .filter(d -> names.stream().anyMatch(d::startsWith))
                .toList();
    }

    private static AnalyticsException unrecognised(SchemaProposal schema, List<String> names) {
        return new AnalyticsException(
                ErrorCode.FILE_UNRECOGNISED,
                TEXTS.get("planner.rename_columns_give_recipe", String.join(" ", about(schema, names))));
    }

    private SchemaProposal propose(List<Start> starts, MappingWish wish) {
        return Mapper.propose(
                starts.stream().map(s -> new MappingSource(s.name(), s.head())).toList(), wish, recipes);
    }

    private static List<Start> starts(Path file, ReadingWish wish) {
        List<Start> starts = new ArrayList<>();
        if (wish.sheets().isEmpty()) {
            starts.addAll(starts(file, wish.choice()));
        }
        for (String sheet : wish.sheets()) {
            for (Start start : starts(file, wish.of(sheet))) {
                // A file that has no parts gives the same for every sheet.
                if (starts.stream().noneMatch(s -> s.name().equals(start.name()))) {
                    starts.add(start);
                }
            }
        }
        List<Start> taken =
                starts.stream().filter(s -> !wish.leavesOut(s.name())).toList();
        if (taken.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("planner.nothing_left_import_all", file));
        }
        return taken;
    }

    private static List<Start> starts(Path file, SourceChoice choice) {
        List<TableSource> sources = Sources.open(file, choice);
        try {
            List<Start> starts = new ArrayList<>();
            for (TableSource source : sources) {
                // An archive may hold many tables: their starts are enough.
                try (source) {
                    starts.add(new Start(file, source.name(), null, choice, source.head()));
                }
            }
            return starts;
        } finally {
            sources.forEach(TableSource::close);
        }
    }

    private static PlannedSource planned(Start found, Proposal proposal, ImportRecipe recipe) {
        Start start = reopened(found, recipe);
        List<String> doubts = new ArrayList<>(start.head().doubts());
        proposal.doubts().stream().filter(d -> !doubts.contains(d)).forEach(doubts::add);
        return new PlannedSource(
                start.file(),
                start.name(),
                start.database(),
                start.choice(),
                start.head(),
                recipe,
                proposal.known(),
                proposal.role(),
                proposal.reasons(),
                doubts);
    }

    /** A recipe may say more about the layout than the content does, and names columns that have no header. */
    private static Start reopened(Start start, ImportRecipe recipe) {
        if (start.database() != null) {
            return start;
        }
        boolean parted = recipe.layout() == Layout.DELIMITED
                || recipe.layout() == start.head().layout();
        if (parted
                && (recipe.names().isEmpty()
                        || recipe.names().equals(start.head().headers()))) {
            return start;
        }
        SourceChoice choice = new SourceChoice(
                start.choice().charset(),
                start.choice().delimiter(),
                recipe.layout(),
                recipe.names().isEmpty() ? start.choice().headerRow() : Integer.valueOf(0),
                recipe.names(),
                start.choice().sheet());
        return starts(start.file(), choice).stream()
                .filter(s -> s.name().equals(start.name()))
                .findFirst()
                .orElseThrow(() -> gone(start.file(), start.name()));
    }

    /** Opens the source that a plan names; its file may have changed since. */
    static TableSource open(PlannedSource planned) {
        JdbcRequest database = planned.database();
        if (database != null) {
            return Sources.open(database);
        }
        List<TableSource> all = Sources.open(planned.file(), planned.choice());
        Optional<TableSource> found =
                all.stream().filter(s -> s.name().equals(planned.name())).findFirst();
        all.stream().filter(s -> found.isEmpty() || s != found.get()).forEach(TableSource::close);
        return found.orElseThrow(() -> gone(planned.file(), planned.name()));
    }

    private static AnalyticsException gone(Path file, String name) {
        return new AnalyticsException(ErrorCode.FILE_UNREADABLE, TEXTS.get("planner.no_longer_holds_was", file, name));
    }

    /** The first rows of a source as they stand there, its headers and what is above them among them. */
    List<SourceRow> firstRows(PlannedSource planned, int most) {
        try (TableSource source = open(planned)) {
            return source.firstRows(most);
        }
    }

    PlannedSource reread(PlannedSource planned, ImportRequest wish) {
        try (TableSource source = open(planned)) {
            Start start = new Start(planned.file(), source.name(), planned.database(), planned.choice(), source.head());
            boolean found = wish.entity() == null && wish.recipe() == null && wish.recipeId() == null;
            MappingWish mapping = new MappingWish(wish.recipeId(), wish.recipe(), wish.entity(), true);
            Proposal proposal;
            try {
                proposal = propose(List.of(start), mapping).sources().get(0);
            } catch (AnalyticsException e) {
                if (found && e.code() == ErrorCode.FILE_UNRECOGNISED) {
                    return strange(start);
                }
                throw e;
            }
            ImportRecipe recipe = proposal.recipe();
            return recipe == null ? strange(start) : planned(start, proposal, recipe);
        }
    }
}
