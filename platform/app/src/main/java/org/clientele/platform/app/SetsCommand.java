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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sets}: customer sets. */
@Command(
        name = "sets",
        description = {
            "List customer sets, make, combine, compare, export or delete them:",
            "  sets list",
            "  sets create \"French\" --of country=France --from 2011-01-01 --to 2011-06-30",
            "  sets create \"Earners\" --table customer --where \"income > 50000\" --rule",
            "  sets combine \"French earners\" intersection french earners",
            "  sets compare french earners --by country",
            "  sets export french --out french.xlsx",
            "  sets rename french \"Customers in France\"",
            "  sets delete french",
            "  sets restore french",
            "A set is a dimension, set.french with the members in and not in, in query --by and --where."
        })
final class SetsCommand extends WorkspaceCommand {
    private static final String DEEDS = "list, create, show, combine, compare, export, rename, delete and restore";

    @Parameters(index = "0", arity = "0..1", paramLabel = "DEED", description = DEEDS + "; list where it is left out.")
    String what = "list";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "The names or keys of sets; of a new one its name.")
    List<String> names = List.of();

    @Option(
            names = "--of",
            paramLabel = "DIM=MEMBER",
            description =
                    "Customers with a row of this member, such as country=France; a step of time by its first day.")
    Map<String, String> members = new LinkedHashMap<>();

    @Mixin
    FilterOptions filters = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "Whose rows: customer, or any table with customers. Default: order_line.")
    String table = CustomerModel.ORDER_LINE;

    @Option(
            names = "--rule",
            description = "Keep the filters, not the customers: who is in the set follows from the data each time.")
    boolean rule;

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    @Nullable
    String description;

    @Option(
            names = "--by",
            paramLabel = "DIM",
            split = ",",
            description = "For compare: the shares of customers by these dimensions.")
    List<String> by = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "For export: a file that ends in .xlsx or .csv.")
    @Nullable
    Path out;

    @Override
    int run(Workspace workspace, Session session) {
        CustomerSets sets = session.sets();
        SetsText text = new SetsText(sets, out(), root.json, cancel());
        switch (what.toLowerCase(Locale.ROOT)) {
            case "list" -> text.list();
            case "create" -> text.show("Made", sets.create(draft(), Progress.NONE, cancel()));
            case "show" -> text.show("", sets.get(name(0, "show needs a set.")));
            case "combine" -> text.show("Made", combine(sets));
            case "compare" -> compare(sets, session);
            case "export" -> export(sets.get(name(0, "export needs a set.")), session);
            case "rename" -> text.show("Renamed", renamed(sets));
            case "delete" -> {
                CustomerSet set = sets.get(name(0, "delete needs a set."));
                sets.delete(set);
                text.gone(set);
            }
            case "restore" -> text.show("Brought back", sets.restore(sets.deleted(name(0, "restore needs a set."))));
            default -> throw invalid("\"" + what + "\" is nothing to do with sets; " + DEEDS + " are.");
        }
        return ExitCode.DONE;
    }

    private String name(int at, String sentence) {
        if (at >= names.size()) {
            throw invalid("sets " + sentence + " sets list shows those that there are.");
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
        return new SetDraft(name(0, "create needs a name."), said, chosen, !rule);
    }

    private CustomerSet combine(CustomerSets sets) {
        String usage = "combine needs a name, union, intersection or difference, and two sets.";
        String word = name(1, usage);
        SetOperation operation;
        try {
            operation = SetOperation.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Sets are combined by union, intersection or difference, not by \"" + word + "\".",
                    e);
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
        CustomerSet set = sets.get(name(0, "rename needs a set."));
        String fresh = names.size() < 2 ? set.name() : names.get(1);
        if (names.size() < 2 && description == null) {
            throw invalid("sets rename needs the new name, or --description.");
        }
        return sets.rename(set, fresh, description == null ? set.description() : description);
    }

    private void compare(CustomerSets sets, Session session) {
        CustomerSet first = sets.get(name(0, "compare needs a set, or two."));
        CustomerSet second = names.size() < 2 ? null : sets.get(names.get(1));
        new ComparisonText(sets.compare(first, second), session, out(), cancel())
                .print(by, new Narrowed(days.days(session, cancel()), filters.filters()), root.json);
    }

    private void export(CustomerSet set, Session session) {
        if (out == null) {
            throw invalid("sets export needs --out FILE, which ends in .xlsx or .csv.");
        }
        Path target = out.toAbsolutePath().normalize();
        FileFormat format = FileFormat.of(target)
                .filter(f -> Export.ofLists().contains(f))
                .orElseThrow(() -> invalid("Customers are exported as .xlsx or .csv, not as \"" + out + "\"."));
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
