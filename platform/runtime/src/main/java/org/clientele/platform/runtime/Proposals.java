package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.platform.catalog.ImportEntry;
import org.clientele.platform.warehouse.ImportMapping;
import org.clientele.platform.warehouse.ImportPlan;
import org.clientele.platform.warehouse.ImportRequest;
import org.clientele.platform.warehouse.PlannedSource;
import org.clientele.platform.warehouse.ReadingWish;
import org.clientele.platform.warehouse.mapping.ColumnReason;
import org.clientele.platform.warehouse.mapping.JoinProposal;
import org.clientele.platform.warehouse.mapping.Role;
import org.clientele.platform.warehouse.source.SourceChoice;
import org.clientele.platform.warehouse.source.SourceFormat;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.data.CustomerModel;
import org.jspecify.annotations.Nullable;

/** The warehouse's plans as front ends see them, and back. */
final class Proposals {
    private Proposals() {}

    static ProposedTable view(PlannedSource planned) {
        SourceHead head = planned.head();
        return new ProposedTable(
                planned.file(),
                planned.name(),
                true,
                new ProposedTable.Reading(
                        ProposedTable.Format.valueOf(head.format().name()),
                        head.charset(),
                        head.delimiter(),
                        head.layout(),
                        head.headerRow()),
                head.headers(),
                head.sample(),
                planned.recipe(),
                planned.recognised(),
                ProposedTable.Role.valueOf(planned.role().name()),
                columns(planned.reasons()),
                planned.doubts());
    }

    private static List<ProposedColumn> columns(List<ColumnReason> reasons) {
        return reasons.stream()
                .map(r -> new ProposedColumn(r.header(), r.target(), r.confidence(), r.why()))
                .toList();
    }

    static ImportedMapping view(ImportMapping m) {
        Map<String, String> columns = new TreeMap<>(m.columns());
        columns.putAll(m.attributes());
        return new ImportedMapping(
                m.recipe(),
                ProposedTable.Role.valueOf(m.role().name()),
                columns,
                m.constants(),
                m.formats(),
                m.key(),
                m.joins().stream().map(Proposals::view).toList(),
                columns(m.reasons()),
                m.doubts());
    }

    static ReadingWish reading(ReadingOptions o) {
        SourceChoice choice = new SourceChoice(
                o.charset().isEmpty() ? null : o.charset(), o.delimiter(), o.layout(), o.headerRow(), o.names(), null);
        return new ReadingWish(choice, o.sheets(), o.leftOut());
    }

    static ProposedJoin view(JoinProposal j) {
        return new ProposedJoin(j.left(), j.leftColumn(), j.right(), j.rightColumn(), j.overlap(), j.reason());
    }

    static PlannedSource planned(ProposedTable table) {
        ProposedTable.Reading r = table.reading();
        SourceChoice choice = new SourceChoice(
                r.charset().isEmpty() ? null : r.charset(),
                r.delimiter(),
                r.layout(),
                r.headerRow(),
                table.recipe().names(),
                part(table));
        SourceHead head = new SourceHead(
                SourceFormat.valueOf(r.format().name()),
                r.charset(),
                r.delimiter(),
                r.layout(),
                r.headerRow(),
                table.headers(),
                table.sample(),
                List.of());
        return new PlannedSource(
                table.file(),
                table.name(),
                null,
                choice,
                head,
                table.recipe(),
                table.recognised(),
                Role.valueOf(table.role().name()),
                table.columns().stream()
                        .map(c -> new ColumnReason(
                                c.header(),
                                c.column(),
                                !table.recipe().columns().containsKey(c.column()),
                                c.confidence(),
                                c.why()))
                        .toList(),
                table.doubts());
    }

    /** The sheet or entry that a table is, so that a hidden one is found again too. */
    private static @Nullable String part(ProposedTable table) {
        String before = table.file().getFileName() + "/";
        return table.name().startsWith(before) ? table.name().substring(before.length()) : null;
    }

    static ImportPlan plan(ImportProposal proposal) {
        return new ImportPlan(
                proposal.tables().stream()
                        .filter(ProposedTable::included)
                        .map(Proposals::planned)
                        .toList(),
                proposal.joins().stream()
                        .map(j -> new JoinProposal(
                                j.left(), j.leftColumn(), j.right(), j.rightColumn(), j.overlap(), j.why()))
                        .toList(),
                mode(proposal.mode()));
    }

    static ImportRequest.Mode mode(ImportMode mode) {
        return switch (mode) {
            case APPEND -> ImportRequest.Mode.APPEND;
            case REPLACE -> ImportRequest.Mode.REPLACE;
            case UPDATE -> ImportRequest.Mode.UPDATE;
        };
    }

    static UndoForecast view(org.clientele.platform.warehouse.UndoForecast forecast) {
        return new UndoForecast(rows(forecast.goes()), rows(forecast.back()));
    }

    private static List<UndoForecast.Rows> rows(List<org.clientele.platform.warehouse.UndoForecast.Rows> rows) {
        List<String> tables = CustomerModel.standard().tables().stream()
                .map(CustomerModel.Table::name)
                .toList();
        // A load of several tables names none of them.
        return rows.stream()
                .map(r -> new UndoForecast.Rows(
                        r.file(),
                        r.table(),
                        tables.contains(r.entity()) && !r.entity().equals(r.table()),
                        r.count()))
                .toList();
    }

    static ImportView view(ImportEntry e, Path rejects) {
        return new ImportView(
                e.id(),
                e.file(),
                e.entity(),
                e.recipe(),
                switch (e.state()) {
                    case BEGUN -> ImportView.State.RUNNING;
                    case LOADED -> ImportView.State.LOADED;
                    case DUPLICATE -> ImportView.State.DUPLICATE;
                    case REPLACED -> ImportView.State.REPLACED;
                    case UNDONE -> ImportView.State.UNDONE;
                    case FAILED -> ImportView.State.FAILED;
                },
                Objects.requireNonNullElse(e.reason(), ""),
                e.rowsRead(),
                e.rowsLoaded(),
                e.rowsRejected(),
                e.rejectsFile() == null ? null : rejects.resolve(e.rejectsFile()),
                e.startedAt());
    }
}
