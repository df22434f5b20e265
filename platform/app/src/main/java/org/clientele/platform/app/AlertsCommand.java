package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
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
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alerts}: what somebody wants to be told of metrics. */
@Command(
        name = "alerts",
        description = {"${bundle:usage.alerts}", "${bundle:usage.alerts.details}"})
final class AlertsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(AlertsCommand.class);

    private static final String LIST = "list";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|add|remove|pause|resume|check|history",
            description = "${bundle:option.what}")
    String what = LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "METRIC|ID", description = "${bundle:option.alerts.first}")
    @Nullable
    String first;

    @Option(names = "--above", paramLabel = "VALUE", description = "${bundle:option.alerts.above}")
    @Nullable
    Double above;

    @Option(names = "--below", paramLabel = "VALUE", description = "${bundle:option.alerts.below}")
    @Nullable
    Double below;

    @Option(names = "--rises", paramLabel = "N%", description = "${bundle:option.alerts.rises}")
    @Nullable
    String rises;

    @Option(names = "--falls", paramLabel = "N%", description = "${bundle:option.alerts.falls}")
    @Nullable
    String falls;

    @Option(names = "--changes", paramLabel = "N%", description = "${bundle:option.alerts.changes}")
    @Nullable
    String changes;

    @Option(names = "--no-data", paramLabel = "DAYS", description = "${bundle:option.alerts.no_data}")
    @Nullable
    Integer noData;

    @Option(names = "--against", paramLabel = "WITH", description = "${bundle:option.alerts.against}")
    String against = "previous";

    @Option(names = "--per", paramLabel = "PERIOD", description = "${bundle:option.alerts.per}")
    Grain per = Grain.MONTH;

    @Option(names = "--where", paramLabel = "EXPR", description = "${bundle:option.alerts.where}")
    List<String> where = List.of();

    @Option(names = "--band", paramLabel = "VALUE", description = "${bundle:option.alerts.band}")
    @Nullable
    String band;

    @Option(names = "--title", paramLabel = "TEXT", description = "${bundle:option.for_people}")
    String title = "";

    @Option(names = "--acknowledge", description = "${bundle:option.alerts.acknowledge}")
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
            default -> throw invalid(TEXTS.get("alerts.not_something_do_with", what));
        }
        return ExitCode.DONE;
    }

    /** Judges what came since, and says what is new on standard error; for commands that bring rows. */
    static void tell(Session session, java.io.PrintWriter err, org.clientele.sdk.CancelSignal cancel) {
        AlertBook.Check check = session.alerts().check(cancel);
        check.crossings().forEach(c -> err.println(TEXTS.get("alerts.alert", c.sentence())));
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
            throw invalid(TEXTS.get("alerts.alerts_needs_alert_s", doing));
        }
        return first;
    }

    private Alert wanted() {
        if (first == null) {
            throw invalid(TEXTS.get("alerts.alerts_add_needs_metric"));
        }
        List<Alert> wanted = new ArrayList<>();
        add(wanted, Alert.Condition.ABOVE, above);
        add(wanted, Alert.Condition.BELOW, below);
        add(wanted, Alert.Condition.RISES, rises == null ? null : ratio(rises));
        add(wanted, Alert.Condition.FALLS, falls == null ? null : ratio(falls));
        add(wanted, Alert.Condition.CHANGES, changes == null ? null : ratio(changes));
        add(wanted, Alert.Condition.NO_DATA, noData == null ? null : Double.valueOf(noData));
        if (wanted.size() != 1) {
            throw invalid(TEXTS.get("alerts.alerts_add_takes_exactly"));
        }
        Alert alert = wanted.get(0)
                .withTitle(title)
                .where(where.stream().map(Filter::where).toList())
                .against(
                        switch (against.toLowerCase(Locale.ROOT)) {
                            case "previous" -> Comparison.PREVIOUS;
                            case "year-before" -> Comparison.YEAR_BEFORE;
                            default -> throw invalid(TEXTS.get("alerts.against_takes_previous_year", against));
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
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(percent ? "alerts.no_percentage" : "alerts.no_number", text),
                    e);
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
            out().println(TEXTS.get("alerts.no_alerts_yet_add"));
        }
        for (AlertView v : alerts) {
            Alert a = v.alert();
            String said = a.title().equals(v.said()) ? a.title() : a.title() + ": " + v.said();
            out().printf("%4s  %s%n", a.id(), standing(v, said));
        }
    }

    private static String standing(AlertView v, String said) {
        if (v.alert().paused()) {
            return TEXTS.get("alerts.paused", said);
        }
        LocalDate seen = v.seen();
        return seen == null
                ? TEXTS.get("alerts.not_judged", said)
                : TEXTS.get(v.crossed() ? "alerts.crossed" : "alerts.judged", said, seen);
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
            out().println(TEXTS.get("alerts.nothing_crossed"));
        }
        for (Crossing c : all) {
            out().println(c.sentence());
            book.command(c).ifPresent(q -> out().println("      " + q));
        }
    }
}
