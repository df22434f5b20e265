package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.arrange.ArrangementVersion;
import org.clientele.platform.runtime.arrange.Placement;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dashboards}: what can be opened and rendered, and how it was arranged. */
@Command(
        name = "dashboards",
        description = {"${bundle:usage.dashboards}", "${bundle:usage.dashboards.details}"})
final class DashboardsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(DashboardsCommand.class);

    private static final String LIST = "list";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|tiles|versions|diff|restore",
            description = "${bundle:option.what}")
    String what = LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DASHBOARD",
            description = "${bundle:option.analyse.analysis}")
    @Nullable
    String id;

    @Parameters(index = "2", arity = "0..1", paramLabel = "VERSION", description = "${bundle:option.dashboards.first}")
    @Nullable
    Integer first;

    @Parameters(index = "3", arity = "0..1", paramLabel = "VERSION", description = "${bundle:option.dashboards.second}")
    @Nullable
    Integer second;

    @Override
    int run(Workspace workspace, Session session) {
        switch (what.toLowerCase(Locale.ROOT)) {
            case LIST -> list(session);
            case "tiles" -> tiles(session, named(session));
            case "versions" -> versions(session, named(session));
            case "diff" -> diff(session, named(session));
            case "restore" -> restore(session, named(session));
            default -> throw invalid(TEXTS.get("dashboards.not_something_do_with", what));
        }
        return ExitCode.DONE;
    }

    private void list(Session session) {
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            for (DashboardEntry d : session.dashboards()) {
                all.addObject().put("id", d.id()).put("title", d.title()).put("plugin", d.plugin());
            }
            Json.write(out(), all);
        } else {
            for (DashboardEntry d : session.dashboards()) {
                out().println(d.id() + "  " + d.title() + "  (" + d.pluginTitle() + ")");
            }
        }
    }

    private DashboardSpec named(Session session) {
        if (id == null) {
            throw invalid(TEXTS.get("dashboards.dashboards_needs_dashboard_as", what));
        }
        return session.dashboard(id);
    }

    private void tiles(Session session, DashboardSpec spec) {
        Arrangement now = session.arrangements().current(spec.id().toString());
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (Placement p : now.of(spec)) {
            if (root.json) {
                all.addObject()
                        .put("tile", p.tile())
                        .put("span", p.span())
                        .put("rows", p.rows())
                        .put("hidden", p.hidden());
            } else {
                out().println(p.tile()
                        + "  "
                        + TEXTS.get(p.hidden() ? "dashboards.hidden" : "dashboards.place", p.span(), p.rows()));
            }
        }
        if (root.json) {
            Json.write(out(), all);
        }
    }

    private void versions(Session session, DashboardSpec spec) {
        List<ArrangementVersion> all = session.arrangements().versions(spec.id().toString());
        if (root.json) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            for (ArrangementVersion v : all) {
                array.addObject()
                        .put("version", v.number())
                        .put("at", v.at().toString())
                        .put("deed", v.deed());
            }
            Json.write(out(), array);
        } else if (all.isEmpty()) {
            out().println(TEXTS.get("dashboards.nobody_arranged_as_its", spec.id()));
        } else {
            for (ArrangementVersion v : all) {
                out().println(v.number() + "  " + v.at() + "  " + v.deed());
            }
        }
    }

    private void diff(Session session, DashboardSpec spec) {
        String dashboard = spec.id().toString();
        if (first == null) {
            throw invalid(TEXTS.get("dashboards.dashboards_diff_needs_version"));
        }
        int newer = second == null ? session.arrangements().versions(dashboard).size() : second;
        List<String> said = session.arrangements()
                .version(dashboard, first)
                .differences(session.arrangements().version(dashboard, newer), spec);
        if (root.json) {
            ObjectNode node = Json.MAPPER.createObjectNode();
            node.put("from", first).put("to", newer);
            ArrayNode lines = node.putArray("differences");
            said.forEach(lines::add);
            Json.write(out(), node);
        } else {
            said.forEach(out()::println);
            if (said.isEmpty()) {
                out().println(TEXTS.get("dashboards.versions_same", String.valueOf(first), String.valueOf(newer)));
            }
        }
    }

    private void restore(Session session, DashboardSpec spec) {
        if (first == null) {
            throw invalid(TEXTS.get("dashboards.dashboards_restore_needs_version"));
        }
        session.arrangements().restore(spec.id().toString(), first);
        versions(session, spec);
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
