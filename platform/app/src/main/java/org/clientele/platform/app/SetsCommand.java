package org.clientele.platform.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportOptions;
import org.clientele.platform.runtime.FileFormat;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.Narrowed;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetOperation;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sets}: customer sets. */
@Command(
        name = "sets",
        description = {"${bundle:usage.sets}", "${bundle:usage.sets.details}"})
final class SetsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(SetsCommand.class);

    @Parameters(index = "0", arity = "0..1", paramLabel = "DEED", description = "${bundle:option.sets.what}")
    String what = "list";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "${bundle:option.sets.names}")
    List<String> names = List.of();

    @Option(names = "--of", paramLabel = "DIM=MEMBER", description = "${bundle:option.sets.members}")
    Map<String, String> members = new LinkedHashMap<>();

    @Mixin
    FilterOptions filters = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--table", paramLabel = "TABLE", description = "${bundle:option.sets.table}")
    String table = CustomerModel.ORDER_LINE;

    @Option(names = "--rule", description = "${bundle:option.sets.rule}")
    boolean rule;

    @Option(names = "--description", paramLabel = "TEXT", description = "${bundle:option.for_people}")
    @Nullable
    String description;

    @Option(names = "--by", paramLabel = "DIM", split = ",", description = "${bundle:option.sets.by}")
    List<String> by = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "${bundle:option.sets.out}")
    @Nullable
    Path out;

    @Override
    int run(Workspace workspace, Session session) {
        CustomerSets sets = session.sets();
        SetsText text = new SetsText(sets, out(), root.json, cancel());
        switch (what.toLowerCase(Locale.ROOT)) {
            case "list" -> text.list();
            case "create" -> text.show(TEXTS.get("sets.made_2"), sets.create(draft(), Progress.NONE, cancel()));
            case "show" -> text.show("", sets.get(name(0, TEXTS.get("sets.show_needs_set"))));
            case "combine" -> text.show(TEXTS.get("sets.made_2"), combine(sets));
            case "compare" -> compare(sets, session);
            case "export" -> export(sets.get(name(0, TEXTS.get("sets.export_needs_set"))), session);
            case "rename" -> text.show(TEXTS.get("segments.renamed"), renamed(sets));
            case "delete" -> {
                CustomerSet set = sets.get(name(0, TEXTS.get("sets.delete_needs_set")));
                sets.delete(set);
                text.gone(set);
            }
            case "restore" ->
                text.show(
                        TEXTS.get("segments.brought_back"),
                        sets.restore(sets.deleted(name(0, TEXTS.get("sets.restore_needs_set")))));
            default -> throw invalid(TEXTS.get("sets.nothing_to_do", what));
        }
        return ExitCode.DONE;
    }

    private String name(int at, String sentence) {
        if (at >= names.size()) {
            throw invalid(TEXTS.get("sets.list_shows", sentence));
        }
        return names.get(at);
    }

    private SetDraft draft() {
        List<Filter> all = new ArrayList<>();
        members.forEach((dimension, member) -> all.add(Filter.in(dimension, member)));
        all.addAll(filters.filters());
        SetRule rows = new SetRule(table, all, null, null);
        PeriodChoice choice = days.choice();
        SetRule chosen = choice == null ? rows.during(new Period(days.from, days.to)) : rows.during(choice);
        String said = description == null ? "" : description;
        return new SetDraft(name(0, TEXTS.get("sets.create_needs_name")), said, chosen, !rule);
    }

    private CustomerSet combine(CustomerSets sets) {
        String usage = TEXTS.get("sets.combine_needs_name_union");
        String word = name(1, usage);
        SetOperation operation;
        try {
            operation = SetOperation.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("sets.sets_combined_union_intersection", word), e);
        }
        return sets.combine(
                operation,
                sets.get(name(2, usage)),
                sets.get(name(3, usage)),
                names.get(0),
                description == null ? "" : description,
                Progress.NONE,
                cancel());
    }

    private CustomerSet renamed(CustomerSets sets) {
        CustomerSet set = sets.get(name(0, TEXTS.get("sets.rename_needs_set")));
        String fresh = names.size() < 2 ? set.name() : names.get(1);
        if (names.size() < 2 && description == null) {
            throw invalid(TEXTS.get("sets.sets_rename_needs_new"));
        }
        return sets.rename(set, fresh, description == null ? set.description() : description);
    }

    private void compare(CustomerSets sets, Session session) {
        CustomerSet first = sets.get(name(0, TEXTS.get("sets.compare_needs_set_two")));
        CustomerSet second = names.size() < 2 ? null : sets.get(names.get(1));
        new ComparisonText(sets.compare(first, second), session, out(), cancel())
                .print(by, new Narrowed(days.days(session, cancel()), filters.filters()), root.json);
    }

    private void export(CustomerSet set, Session session) {
        if (out == null) {
            throw invalid(TEXTS.get("sets.sets_export_needs_out"));
        }
        Path target = out.toAbsolutePath().normalize();
        FileFormat format = FileFormat.of(target)
                .filter(f -> Export.ofLists().contains(f))
                .orElseThrow(() -> invalid(TEXTS.get("sets.customers_exported_as_xlsx", String.valueOf(out))));
        List<Path> files = Export.ofMembers(session, set, cancel())
                .write(format, target, ExportOptions.standard(), Progress.NONE, cancel());
        if (root.json) {
            Json.write(out(), Json.MAPPER.createObjectNode().put("file", target.toString()));
        } else {
            files.forEach(file -> out().println(file));
        }
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
