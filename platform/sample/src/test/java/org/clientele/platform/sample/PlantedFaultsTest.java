package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clientele.sdk.data.CustomerModel;
import org.junit.jupiter.api.Test;

/** Each kind of fault is found by looking at the rows alone, and is exactly where the truths say. */
class PlantedFaultsTest {
    private static final Generated ALL = Generated.standard();
    private static final JsonNode TRUTHS = ALL.truths();
    private static final String ORDER_LINE = CustomerModel.ORDER_LINE;
    private static final String CUSTOMER = CustomerModel.CUSTOMER;

    private static List<String> planted(String kind) {
        List<String> keys = new ArrayList<>();
        for (JsonNode fault : TRUTHS.get("faults")) {
            if (fault.get("kind").asText().equals(kind)) {
                assertThat(fault.get("keys")).hasSize(fault.get("count").asInt());
                fault.get("keys").forEach(k -> keys.add(k.asText()));
            }
        }
        assertThat(keys).as(kind).isNotEmpty();
        return keys;
    }

    private static List<String> found(
            String table, Predicate<Generated.Row> wrong, Function<Generated.Row, String> key) {
        List<String> keys = new ArrayList<>();
        ALL.each(table, row -> {
            if (wrong.test(row)) {
                keys.add(key.apply(row));
            }
        });
        return keys;
    }

    private static String line(Generated.Row row) {
        return row.text("order_id") + "/" + row.stored("line_no");
    }

    private static Set<String> ids(String table) {
        Set<String> ids = new HashSet<>();
        String key = CustomerModel.standard().table(table).key();
        ALL.each(table, row -> ids.add(row.text(key)));
        return ids;
    }

    /** A line that stands there twice may carry another fault twice. */
    private static void same(List<String> found, List<String> planted) {
        assertThat(new HashSet<>(found)).isEqualTo(new HashSet<>(planted));
    }

    @Test
    void duplicateRows() {
        Map<String, Integer> seen = new HashMap<>();
        ALL.each(ORDER_LINE, row -> seen.merge(line(row), 1, Integer::sum));
        assertThat(seen.entrySet().stream()
                        .filter(e -> e.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(planted("duplicate row"));
    }

    @Test
    void faultsOfLines() {
        Set<String> products = ids(CustomerModel.PRODUCT);
        Set<String> customers = ids(CUSTOMER);
        Predicate<Generated.Row> sale = l -> l.text("kind").equals("sale");
        same(
                found(ORDER_LINE, sale.and(l -> l.stored("unit_price") < 0), PlantedFaultsTest::line),
                planted("negative price"));
        same(found(ORDER_LINE, l -> !l.has("cost"), PlantedFaultsTest::line), planted("missing cost"));
        same(
                found(ORDER_LINE, l -> !products.contains(l.text("product_id")), PlantedFaultsTest::line),
                planted("orphan product"));
        same(
                found(
                        ORDER_LINE,
                        l -> l.has("customer_id") && !customers.contains(l.text("customer_id")),
                        PlantedFaultsTest::line),
                planted("orphan customer"));
    }

    @Test
    void faultsOfCustomers() {
        Set<String> countries = new HashSet<>();
        ALL.each(CustomerModel.MARKET, m -> countries.add(m.text("country")));
        Function<Generated.Row, String> id = c -> c.text("customer_id");
        same(found(CUSTOMER, c -> !c.has("city"), id), planted("missing city"));
        same(found(CUSTOMER, c -> !countries.contains(c.text("country")), id), planted("wrong country"));
        same(
                found(CUSTOMER, c -> c.has("email") && !c.text("email").matches("[^@]+@example\\.(com|org|net)"), id),
                planted("email typo"));
        long today = LocalDate.of(2025, 12, 31).toEpochDay();
        same(found(CUSTOMER, c -> c.has("birth_date") && c.stored("birth_date") > today, id), planted("future date"));
        Map<String, String> firstOf = new HashMap<>();
        List<String> twice = new ArrayList<>();
        ALL.each(CUSTOMER, c -> {
            String person = c.text("name") + c.stored("registered_at") + c.text("postal_code");
            String first = firstOf.putIfAbsent(person, c.text("customer_id"));
            if (first != null) {
                twice.add(c.text("customer_id") + " = " + first);
            }
        });
        same(twice, planted("duplicate person"));
    }

    @Test
    void faultsOfOtherTables() {
        Set<String> customers = ids(CUSTOMER);
        same(
                found(CustomerModel.PRODUCT, p -> !p.has("category"), p -> p.text("product_id")),
                planted("missing category"));
        same(
                found(
                        CustomerModel.TICKET,
                        t -> t.has("resolved_at") && t.stored("resolved_at") < t.stored("opened_at"),
                        t -> t.text("ticket_id")),
                planted("resolved before opened"));
        same(
                found(
                        CustomerModel.FEEDBACK,
                        f -> f.number("score") > f.number("score_max"),
                        f -> f.text("feedback_id")),
                planted("score out of range"));
        same(
                found(
                        CustomerModel.CAMPAIGN_CONTACT,
                        c -> !customers.contains(c.text("customer_id")),
                        c -> c.text("campaign_id") + "/" + c.text("customer_id")),
                planted("orphan contact"));
    }
}
