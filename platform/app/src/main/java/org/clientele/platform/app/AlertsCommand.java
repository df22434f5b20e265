package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.AlertBook;
import org.clientele.platform.runtime.alerts.AlertView;
import org.clientele.platform.runtime.alerts.Crossing;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alerts}: what somebody wants to be told of metrics. */
@Command(
        name = "alerts",
        description = {
            "List alerts, add or remove one, judge them, or list what they found:",
            "  alerts add revenue --below 500000 --per month",
            "  alerts add orders --falls 20% --against year-before --per week --where \"country = 'France'\"",
            "  alerts add revenue --no-data 3",
            "  alerts check      judges all; ends with 1 if one crossed that had not before, else with 0",
            "  alerts history    what was found; --acknowledge says that you know",
            "  alerts remove 3   (pause and resume take a number, too)",
            "A crossing is told once: the value must come back by the band before it can cross again. Only periods are"
                    + " judged that the data covers wholly: it has a row of a later day than their last."
        })
final class AlertsCommand extends WorkspaceCommand {
    private static final String LIST = "list";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|add|remove|pause|resume|check|history",
            description = "What to do; list where it is left out.")
    String what = LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "METRIC|ID",
            description = "For add the metric, else the alert's number.")
    @Nullable
    String first;

    @Option(names = "--above", paramLabel = "VALUE", description = "Tell when the value is above this.")
    @Nullable
    Double above;

    @Option(names = "--below", paramLabel = "VALUE", description = "Tell when the value is below this.")
    @Nullable
    Double below;

    @Option(names = "--rises", paramLabel = "N%", description = "Tell when it is more than N % higher.")
    @Nullable
    String rises;

    @Option(names = "--falls", paramLabel = "N%", description = "Tell when it is more than N % lower.")
    @Nullable
    String falls;

    @Option(names = "--changes", paramLabel = "N%", description = "Tell of either.")
    @Nullable
    String changes;

    @Option(names = "--no-data", paramLabel = "DAYS", description = "Tell when no row came for more days than this.")
    @Nullable
    Integer noData;

    @Option(names = "--against", paramLabel = "WITH", description = "previous (the default) or year-before.")
    String against = "previous";

    @Option(names = "--per", paramLabel = "PERIOD", description = "day, week, month (the default), quarter or year.")
    Grain per = Grain.MONTH;

    @Option(names = "--where", paramLabel = "EXPR", description = "A condition, as for query.")
    List<String> where = List.of();

    @Option(
            names = "--band",
            paramLabel = "VALUE",
            description = "How far it must come back behind the threshold; 5 %% of the threshold where left out.")
    @Nullable
    String band;

    @Option(names = "--title", paramLabel = "TEXT", description = "For people.")
    String title = "";

    @Option(names = "--acknowledge", description = "With history: say that you know of all of it.")
    boolean acknowledge;

    @Override
    int run(Workspace workspace, Session session) {
        AlertBook book = session.alerts();
        switch (what.toLowerCase(Locale.ROOT)) {
            case LIST -> list(book.all());
            case "add" -> list(shown(book, book.save(wanted(), cancel())));
            case "remove" -> {
                Alert gone = book.remove(number("remove"));
                list(List.of(new AlertView(gone, gone.title(), null, false)));
            }
            case "pause", "resume" -> {
                boolean pause = what.equalsIgnoreCase("pause");
                list(shown(book, book.save(book.get(number(what)).paused(pause), cancel())));
            }
            case "check" -> {
                return check(book);
            }
            case "history" -> {
                crossings(book.history(), book);
                if (acknowledge) {
                    book.acknowledge(0);
                }
            }
            default ->
                throw invalid("\"" + what + "\" is not something to do with alerts; list, add, remove, pause, resume,"
                        + " check and history are.");
        }
        return ExitCode.DONE;
    }

    /** Judges what came since, and says what is new on standard error; for commands that bring rows. */
    static void tell(Session session, java.io.PrintWriter err, org.clientele.sdk.CancelSignal cancel) {
        AlertBook.Check check = session.alerts().check(cancel);
        check.crossings().forEach(c -> err.println("Alert: " + c.sentence()));
    }

    private int check(AlertBook book) {
        AlertBook.Check check = book.check(cancel());
        crossings(check.crossings(), book);
        check.problems().forEach(err()::println);
        return check.crossings().isEmpty() && check.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<AlertView> shown(AlertBook book, Alert saved) {
        return book.all().stream()
                .filter(v -> v.alert().id().equals(saved.id()))
                .toList();
    }

    private String number(String doing) {
        if (first == null) {
            throw invalid("alerts " + doing + " needs the alert's number.");
        }
        return first;
    }

    private Alert wanted() {
        if (first == null) {
            throw invalid("alerts add needs a metric, as: alerts add revenue --below 500000 --per month");
        }
        List<Alert> wanted = new ArrayList<>();
        add(wanted, Alert.Condition.ABOVE, above);
        add(wanted, Alert.Condition.BELOW, below);
        add(wanted, Alert.Condition.RISES, rises == null ? null : ratio(rises));
        add(wanted, Alert.Condition.FALLS, falls == null ? null : ratio(falls));
        add(wanted, Alert.Condition.CHANGES, changes == null ? null : ratio(changes));
        add(wanted, Alert.Condition.NO_DATA, noData == null ? null : Double.valueOf(noData));
        if (wanted.size() != 1) {
            throw invalid(
                    "alerts add takes exactly one of --above, --below, --rises, --falls, --changes and --no-data.");
        }
        Alert alert = wanted.get(0)
                .withTitle(title)
                .where(where.stream().map(Filter::where).toList())
                .against(
                        switch (against.toLowerCase(Locale.ROOT)) {
                            case "previous" -> Comparison.PREVIOUS;
                            case "year-before" -> Comparison.YEAR_BEFORE;
                            default ->
                                throw invalid("--against takes previous or year-before, not \"" + against + "\".");
                        });
        return band == null
                ? alert
                : alert.withBand(number(band, alert.condition().compares()));
    }

    private void add(List<Alert> wanted, Alert.Condition condition, @Nullable Double threshold) {
        if (threshold != null && first != null) {
            wanted.add(Alert.of(first, condition, threshold, per));
        }
    }

    private static double ratio(String text) {
        return number(text, true);
    }

    /** "20%", "20 %" and, for a ratio, "20" are a fifth. */
    private static double number(String text, boolean percent) {
        String plain = text.replace("%", "").strip();
        try {
            double value = Double.parseDouble(plain);
            return percent ? value / 100 : value;
        } catch (NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, "\"" + text + "\" is no number" + (percent ? " such as 20%." : "."), e);
        }
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }

    private void list(List<AlertView> alerts) {
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            alerts.forEach(v -> all.add(json(v)));
            Json.write(out(), all);
            return;
        }
        if (alerts.isEmpty()) {
            out().println("No alerts yet. Add one: alerts add revenue --below 500000 --per month");
        }
        for (AlertView v : alerts) {
            Alert a = v.alert();
            out().printf(
                            "%4s  %s%s%s%n",
                            a.id(),
                            a.title(),
                            a.title().equals(v.said()) ? "" : ": " + v.said(),
                            a.paused()
                                    ? " (paused)"
                                    : v.seen() == null
                                            ? " (not judged yet)"
                                            : " (judged to the period from " + v.seen()
                                                    + (v.crossed() ? ", crossed)" : ")"));
        }
    }

    private static ObjectNode json(AlertView v) {
        Alert a = v.alert();
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("alert", a.id())
                .put("title", a.title())
                .put("says", v.said())
                .put("metric", a.metric())
                .put("condition", a.condition().name())
                .put("comparison", a.comparison().name())
                .put("threshold", a.threshold())
                .put("band", a.band())
                .put("per", a.grain().name())
                .put("paused", a.paused())
                .put("seen", v.seen() == null ? null : v.seen().toString())
                .put("crossed", v.crossed());
        ArrayNode filters = node.putArray("filters");
        a.filters().forEach(f -> filters.add(FilterText.of(f)));
        return node;
    }

    private void crossings(List<Crossing> all, AlertBook book) {
        if (root.json) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            for (Crossing c : all) {
                array.addObject()
                        .put("crossing", c.id())
                        .put("alert", c.alert().id())
                        .put("title", c.alert().title())
                        .put("sentence", c.sentence())
                        .put("from", c.from().toString())
                        .put("to", c.to().toString())
                        .put("value", c.value())
                        .put("base", Double.isNaN(c.base()) ? null : c.base())
                        .put("threshold", c.threshold())
                        .put("at", c.at().toString())
                        .put(
                                "acknowledgedAt",
                                c.acknowledgedAt() == null
                                        ? null
                                        : c.acknowledgedAt().toString())
                        .put("query", book.command(c).orElse(null));
            }
            Json.write(out(), array);
            return;
        }
        if (all.isEmpty()) {
            out().println("Nothing crossed.");
        }
        for (Crossing c : all) {
            out().println(c.sentence());
            book.command(c).ifPresent(q -> out().println("      " + q));
        }
    }
}
