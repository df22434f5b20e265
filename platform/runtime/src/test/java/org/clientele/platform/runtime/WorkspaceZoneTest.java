package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.Test;

/** Daylight saving: times with an offset become times of the workspace; those without are its own. */
class WorkspaceZoneTest extends RuntimeTest {
    private Session imported(String zone, String... times) throws IOException {
        Workspace workspace = open(withoutPlugins());
        Session session = session(workspace);
        session.settings().change("time-zone", zone, CancelSignal.create());
        StringBuilder csv = new StringBuilder("order_id,ordered_at,product_id,quantity,unit_price,currency\n");
        for (int i = 0; i < times.length; i++) {
            csv.append("A").append(i).append(',').append(times[i]).append(",P1,1,1.00,EUR\n");
        }
        Path file = Files.writeString(temp.resolve("orders.csv"), csv);
        session.imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
        return session;
    }

    private static List<LocalDateTime> stored(Session session) {
        Column column = session.rows(RowQuery.of("order_line", "ordered_at", "order_id"), CancelSignal.create())
                .columns()
                .get(0);
        List<LocalDateTime> all = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            all.add((LocalDateTime) column.valueAt(row));
        }
        return all;
    }

    private static double orders(Session session, String day) {
        LocalDate date = LocalDate.parse(day);
        return value(session, MetricQuery.of("orders").during(new Period(date, date)));
    }

    @Test
    void theHourThatIsThereTwiceHoldsTheOrdersOfBoth() throws IOException {
        // From 23:30 in Berlin on the 26th, hour by hour: the night to 27 October 2024 has an hour more.
        Session s = imported(
                "Europe/Berlin",
                "2024-10-26T21:30:00Z",
                "2024-10-26T22:30:00Z",
                "2024-10-26T23:30:00Z",
                "2024-10-27T00:30:00Z",
                "2024-10-27T01:30:00Z",
                "2024-10-27T02:30:00Z");
        assertThat(stored(s))
                .containsExactly(
                        LocalDateTime.parse("2024-10-26T23:30"),
                        LocalDateTime.parse("2024-10-27T00:30"),
                        LocalDateTime.parse("2024-10-27T01:30"),
                        LocalDateTime.parse("2024-10-27T02:30"),
                        LocalDateTime.parse("2024-10-27T02:30"),
                        LocalDateTime.parse("2024-10-27T03:30"));
        assertThat(orders(s, "2024-10-26")).isEqualTo(1);
        assertThat(orders(s, "2024-10-27")).isEqualTo(5);
    }

    @Test
    void aDayOf25HoursCountsAllOfThemAndOneOf23NoMore() throws IOException {
        List<String> hours = new ArrayList<>();
        for (int h = 0; h < 24; h++) {
            hours.add(String.format(java.util.Locale.ROOT, "2024-03-30T%02d:00:00Z", h));
            hours.add(String.format(java.util.Locale.ROOT, "2024-03-31T%02d:00:00Z", h));
            hours.add(String.format(java.util.Locale.ROOT, "2024-10-26T%02d:00:00Z", h));
            hours.add(String.format(java.util.Locale.ROOT, "2024-10-27T%02d:00:00Z", h));
        }
        Session s = imported("Europe/Berlin", hours.toArray(String[]::new));
        assertThat(orders(s, "2024-03-31")).isEqualTo(23);
        assertThat(orders(s, "2024-10-27")).isEqualTo(25);
    }

    @Test
    void theHourThatDoesNotExistIsJumpedOver() throws IOException {
        Session s = imported("Europe/Berlin", "2024-03-31T00:59:59Z", "2024-03-31T01:00:00Z");
        assertThat(stored(s))
                .containsExactly(LocalDateTime.parse("2024-03-31T01:59:59"), LocalDateTime.parse("2024-03-31T03:00"));
    }

    @Test
    void aDayMayBeginAtOne() throws IOException {
        // In São Paulo 4 November 2018 began at 1:00.
        Session s = imported("America/Sao_Paulo", "2018-11-04T02:59:59Z", "2018-11-04T03:00:00Z");
        assertThat(stored(s))
                .containsExactly(LocalDateTime.parse("2018-11-03T23:59:59"), LocalDateTime.parse("2018-11-04T01:00"));
        assertThat(orders(s, "2018-11-03")).isEqualTo(1);
        assertThat(orders(s, "2018-11-04")).isEqualTo(1);
    }

    @Test
    void timesWithoutAZoneAreTheWorkspacesOwnAsTheyStand() throws IOException {
        Session s = imported("Europe/Berlin", "2024-03-31 02:30:00", "2024-10-27 02:30:00");
        assertThat(stored(s))
                .containsExactly(LocalDateTime.parse("2024-03-31T02:30"), LocalDateTime.parse("2024-10-27T02:30"));
    }
}
