package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Snapshot;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Version;
import org.clientele.platform.runtime.segments.VersionComparison;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** Published segmentations as text, or as JSON. */
record SegmentsText(Session session, PrintWriter out, boolean json, CancelSignal cancel) {
    private static final Texts TEXTS = Texts.of(SegmentsText.class);

    private static final int MOST = 1_000_000;

    void list() {
        List<PublishedSegmentation> all = session.segmentations().all();
        if (json) {
            array(all);
            return;
        }
        if (all.isEmpty()) {
            out.println(TEXTS.get("segments.none_yet_publish"));
        }
        all.forEach(this::head);
    }

    private void array(List<PublishedSegmentation> all) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        all.forEach(s -> array.add(node(s)));
        Json.write(out, array);
    }

    void applied(List<PublishedSegmentation> all) {
        if (json) {
            array(all);
        } else if (all.isEmpty()) {
            out.println(TEXTS.get("segments.all_customers_their_segments"));
        } else {
            all.forEach(s -> out.println(line(s)));
        }
    }

    static String line(PublishedSegmentation s) {
        Snapshot newest = s.current().newest();
        return TEXTS.get(
                s.isScore() ? "segments.customers_score_as" : "segments.customers_segments_as",
                newest.members(),
                s.name(),
                newest.day());
    }

    private void head(PublishedSegmentation s) {
        Version v = s.current();
        out.println(s.dimension()
                + "  "
                + TEXTS.get(
                        "segments.head",
                        s.name(),
                        String.valueOf(v.number()),
                        kind(v),
                        v.newest().members(),
                        v.newest().day()));
    }

    private static String kind(Version v) {
        PublishedSegmentation.Score score = v.score();
        if (score == null) {
            return TEXTS.get("segments.kind.segments", v.segments().size());
        }
        boolean plain = score.unit().equals(Unit.none());
        return score.meaning() == Scoring.Meaning.PREDICTED_VALUE
                ? TEXTS.get(plain ? "segments.kind.predicted" : "segments.kind.predicted.in", score.unit())
                : TEXTS.get(plain ? "segments.kind.score" : "segments.kind.score.in", score.unit());
    }

    void show(String done, PublishedSegmentation s) {
        if (json) {
            Json.write(out, node(s));
            return;
        }
        if (!done.isEmpty()) {
            out.println(done);
        }
        head(s);
        if (!s.description().isEmpty()) {
            out.println("  " + s.description());
        }
        Version v = s.current();
        String of = v.filters().isEmpty() ? TEXTS.get("segments.all") : FilterText.of(v.filters(), session.names());
        out.println("  " + TEXTS.get("segments.by", v.analysis(), v.parameters(), of, v.fittedOn(), v.madeUnder()));
        v.doubts().forEach(d -> out.println("  ! " + d));
        for (int i = 0; i < v.segments().size(); i++) {
            Segment segment = v.segments().get(i);
            out.printf(Locale.ENGLISH, "  %,8d  %s%s%n", v.newest().sizes().get(i), segment.name(), said(segment));
        }
        out.println(TEXTS.get(
                "segments.days",
                v.snapshots().stream().map(d -> d.day().toString()).collect(Collectors.joining(", "))));
    }

    private static String said(Segment segment) {
        String words = (segment.description() + " " + segment.action()).strip();
        return words.isEmpty() ? "" : ": " + words;
    }

    void versions(PublishedSegmentation s) {
        if (json) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            s.versions().forEach(v -> array.add(node(v)));
            Json.write(out, array);
            return;
        }
        for (Version v : s.versions()) {
            String number = String.valueOf(v.number());
            out.println((v.number() == s.inForce() ? TEXTS.get("segments.in_force", number) : number)
                    + "  "
                    + TEXTS.get(
                            "segments.version",
                            v.fittedOn(),
                            v.madeAt(),
                            kind(v),
                            v.newest().members(),
                            v.analysis(),
                            v.parameters()));
        }
    }

    void comparison(VersionComparison c, FormatOption format) {
        if (json) {
            ObjectNode node = Json.MAPPER
                    .createObjectNode()
                    .put("first", c.first().number())
                    .put("firstDay", c.firstDay().toString())
                    .put("second", c.second().number())
                    .put("secondDay", c.secondDay().toString())
                    .put("customers", c.customers())
                    .put("moved", c.moved());
            if (!Double.isNaN(c.adjustedRand())) {
                node.put("adjustedRand", c.adjustedRand());
            }
            node.set("pairs", Json.frame(c.frame()));
            Json.write(out, node);
            return;
        }
        if (format.format != FormatOption.Format.CSV) {
            out.println(TEXTS.get(
                    "segments.compared",
                    String.valueOf(c.first().number()),
                    c.firstDay(),
                    String.valueOf(c.second().number()),
                    c.secondDay(),
                    c.moved(),
                    c.customers(),
                    Double.isNaN(c.adjustedRand()) ? "-" : String.format(Locale.ENGLISH, "%.3f", c.adjustedRand())));
        }
        format.print(c.frame(), false, session.format(), out);
    }

    void members(PublishedSegmentation s, FormatOption format) {
        RowQuery rows = session.segmentations()
                .members(s, null, List.of("customer_id"))
                .rows()
                .page(0, MOST);
        format.print(session.rows(rows, cancel), json, session.format(), out);
    }

    void gone(PublishedSegmentation s) {
        if (json) {
            Json.write(out, node(s));
        } else {
            out.println(TEXTS.get("segments.deleted_for_thirty_days", s.name(), s.key()));
        }
    }

    private ObjectNode node(PublishedSegmentation s) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("segmentation", s.key())
                .put("dimension", s.dimension())
                .put("name", s.name())
                .put("description", s.description())
                .put("inForce", s.inForce())
                .put("versions", s.versions().size());
        node.setAll(node(s.current()));
        return node;
    }

    private ObjectNode node(Version v) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("version", v.number())
                .put("analysis", v.analysis())
                .put("pluginVersion", v.pluginVersion());
        node.set("parameters", Json.MAPPER.valueToTree(v.parameters()));
        node.put("filters", FilterText.of(v.filters(), session.names()))
                .put(
                        "from",
                        v.period().from() == null ? null : v.period().from().toString())
                .put("fittedOn", v.fittedOn().toString())
                .put("dataAsOf", v.dataAsOf() == null ? null : Json.moment(v.dataAsOf()))
                .put("publisher", v.publisher())
                .put("policy", v.madeUnder())
                .put("madeAt", v.madeAt().toString());
        node.set("doubts", Json.MAPPER.valueToTree(v.doubts()));
        PublishedSegmentation.Score score = v.score();
        if (score != null) {
            node.putObject("score")
                    .put("unit", score.unit().toString())
                    .put("meaning", score.meaning().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode segments = node.putArray("segments");
        for (int i = 0; i < v.segments().size(); i++) {
            Segment segment = v.segments().get(i);
            segments.addObject()
                    .put("key", segment.key())
                    .put("name", segment.name())
                    .put("description", segment.description())
                    .put("action", segment.action())
                    .put("customers", v.newest().sizes().get(i));
        }
        ArrayNode days = node.putArray("days");
        v.snapshots()
                .forEach(d -> days.addObject()
                        .put("day", d.day().toString())
                        .put("customers", d.members())
                        .set("sizes", Json.MAPPER.valueToTree(d.sizes())));
        return node;
    }
}
