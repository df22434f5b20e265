package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every row, whatever the size. */
class SampleRetailerTest {
    private static final String ORDER_LINE = CustomerModel.ORDER_LINE;
    private static final String CUSTOMER = CustomerModel.CUSTOMER;
    private static final String PRODUCT = CustomerModel.PRODUCT;

    private static final Generated SMALL = Generated.faultless(2000, 7);

    @Test
    void sameArgumentsGiveTheSameRowsOnEveryMachine() {
        String once = Generated.of(300, SampleOptions.DEFAULT_SEED).digest();
        String again = Generated.of(300, SampleOptions.DEFAULT_SEED).digest();

        assertThat(again).isEqualTo(once);
        assertThat(once)
                .as("recorded; a change of the generator changes it, and people's samples with it")
                .isEqualTo("60fed5057760727490677524c3035dede36110d23a45c69621efb5deccbbb960");
    }

    @Test
    void anotherSeedGivesAnotherRetailer() {
        assertThat(Generated.of(50, 1).digest())
                .isNotEqualTo(Generated.of(50, 2).digest());
    }

    @Test
    void oneInstanceGivesTheSameRowsEachTime() {
        SampleRetailer retailer = new SampleRetailer(new SampleOptions(20, 3));
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int[] rows = new int[1];
            retailer.generate((table, batch) -> rows[0] += batch.rowCount(), Progress.NONE, CancelSignal.create());
            counts.add(rows[0]);
        }
        assertThat(counts.get(0)).isPositive().isEqualTo(counts.get(1));
    }

    @Test
    void tablesHaveTheColumnsOfTheModelAndBatchesAreBounded() {
        List<String> filled = new ArrayList<>(CustomerModel.standard().tables().stream()
                .map(CustomerModel.Table::name)
                .toList());
        filled.remove(CustomerModel.SEGMENT_MEMBERSHIP);
        assertThat(SMALL.tables()).containsExactlyInAnyOrderElementsOf(filled);
        for (String table : SMALL.tables()) {
            List<ColumnSpec> expected = CustomerModel.standard().table(table).columns();
            for (Frame batch : SMALL.batches(table)) {
                assertThat(batch.columns().stream().map(c -> c.spec()).toList()).isEqualTo(expected);
                assertThat(batch.rowCount()).isBetween(1, TableSink.BATCH_ROWS);
            }
        }
        Frame lines = SMALL.batches(ORDER_LINE).get(0);
        assertThat(lines.column("amount").scale()).isEqualTo(CustomerModel.MONEY_SCALE);
        assertThat(lines.column("quantity").scale()).isEqualTo(CustomerModel.QUANTITY_SCALE);
    }

    @Test
    void amountIsQuantityTimesPriceLessDiscountExactly() {
        SMALL.each(ORDER_LINE, line -> {
            BigDecimal amount = ((BigDecimal) line.value("quantity"))
                    .multiply((BigDecimal) line.value("unit_price"))
                    .subtract((BigDecimal) line.value("discount"));
            assertThat(amount).isEqualByComparingTo((BigDecimal) line.value("amount"));
            assertThat(line.stored("quantity") % 1000).isZero();
            assertThat(line.stored("unit_price") > 0)
                    .isEqualTo(!line.text("kind").equals("adjustment"));
            assertThat(line.stored("amount") % 100).as("whole pence").isZero();
            assertThat(line.has("cost")).isTrue();
            if (!line.text("kind").equals("adjustment")) {
                assertThat(Long.signum(line.stored("cost"))).isEqualTo(Long.signum(line.stored("amount")));
            }
        });
    }

    @Test
    void keysAreUniqueAndForeignKeysResolve() {
        Set<String> products = new HashSet<>();
        Set<String> customers = new HashSet<>();
        Set<String> mails = new HashSet<>();
        Set<String> lines = new HashSet<>();
        SMALL.each(PRODUCT, p -> assertThat(products.add(p.text("product_id"))).isTrue());
        SMALL.each(CUSTOMER, c -> {
            assertThat(customers.add(c.text("customer_id"))).isTrue();
            assertThat(!c.has("email") || mails.add(c.text("email"))).isTrue();
        });
        SMALL.each(ORDER_LINE, l -> {
            assertThat(lines.add(l.text("order_id") + "/" + l.stored("line_no")))
                    .isTrue();
            assertThat(products).contains(l.text("product_id"));
            assertThat(!l.has("customer_id") || customers.contains(l.text("customer_id")))
                    .isTrue();
        });
        assertThat(customers).hasSize(2000);
    }

    @Test
    void everyRowHasWhatItsTableRequiresAndWhatItRefersTo() {
        Map<String, Set<String>> keys = new HashMap<>();
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            if (!table.key().isEmpty()) {
                Set<String> own = keys.computeIfAbsent(table.name(), t -> new HashSet<>());
                SMALL.each(
                        table.name(),
                        row -> assertThat(own.add(String.valueOf(row.value(table.key()))))
                                .as(table.name() + " " + row.value(table.key()))
                                .isTrue());
            }
        }
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            SMALL.each(table.name(), row -> {
                for (String column : table.required()) {
                    assertThat(row.has(column)).as(table.name() + "." + column).isTrue();
                }
                table.references().forEach((column, other) -> {
                    if (row.has(column)) {
                        assertThat(keys.getOrDefault(other, Set.of()))
                                .as(table.name() + "." + column)
                                .contains(row.text(column));
                    }
                });
            });
        }
    }

    @Test
    void whatTicketsAndFeedbackNameWasSold() {
        Set<String> orders = new HashSet<>();
        SMALL.each(ORDER_LINE, l -> orders.add(l.text("order_id")));
        for (String table : List.of(CustomerModel.TICKET, CustomerModel.FEEDBACK)) {
            SMALL.each(table, row -> {
                if (row.has("order_id")) {
                    assertThat(orders).contains(row.text("order_id"));
                }
            });
        }
    }

    @Test
    void noRowLiesBehindTheLastDay() {
        long end = SampleRetailer.LAST_DAY.plusDays(1).toEpochDay() * 86_400_000_000L;
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            if (table.find(table.time())
                    .map(c -> c.type() == ColumnType.TIMESTAMP)
                    .orElse(false)) {
                SMALL.each(
                        table.name(),
                        row -> assertThat(row.stored(table.time()))
                                .as(table.name())
                                .isLessThan(end));
            }
        }
    }

    @Test
    void theFaultlessRetailerIsTheSameWithoutItsFaults() {
        Generated faulty = Generated.of(2000, 7);
        assertThat(faulty.truths().get("faults")).anyMatch(f -> f.get("count").asInt() > 50);
        assertThat(SMALL.truths().get("faults")).allMatch(f -> f.get("count").asInt() == 0);
        Set<String> broken = new HashSet<>();
        faulty.truths().get("faults").forEach(f -> {
            if (f.get("table").asText().equals(ORDER_LINE)) {
                f.get("keys").forEach(k -> broken.add(k.asText()));
            }
        });
        assertThat(sound(faulty, broken)).isEqualTo(sound(SMALL, broken)).hasSizeGreaterThan(30_000);
    }

    private static List<String> sound(Generated retailer, Set<String> broken) {
        List<String> rows = new ArrayList<>();
        List<String> columns = CustomerModel.standard().table(ORDER_LINE).columns().stream()
                .map(ColumnSpec::name)
                .toList();
        retailer.each(ORDER_LINE, l -> {
            if (!broken.contains(l.text("order_id") + "/" + l.stored("line_no"))) {
                rows.add(String.join(
                        "|",
                        columns.stream().map(c -> String.valueOf(l.value(c))).toList()));
            }
        });
        return rows;
    }

    @Test
    void linesComeInOrderOfTimeAndOrderNumbersWithThem() {
        long[] last = {Long.MIN_VALUE, 0};
        SMALL.each(ORDER_LINE, l -> {
            assertThat(l.stored("ordered_at")).isGreaterThanOrEqualTo(last[0]);
            last[0] = l.stored("ordered_at");
            LocalDate day = ((LocalDateTime) l.value("ordered_at")).toLocalDate();
            assertThat(day).isBetween(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31));
            if (l.text("kind").equals("sale")) {
                long number = Long.parseLong(l.text("order_id").substring("SO-".length()));
                assertThat(number).isGreaterThanOrEqualTo(last[1]);
                last[1] = number;
            }
        });
    }

    @Test
    void lineNumbersOfAnOrderRunFromOneWithoutAGapInItsSale() {
        Map<String, Long> lastOf = new HashMap<>();
        SMALL.each(ORDER_LINE, l -> {
            long before = lastOf.getOrDefault(l.text("order_id"), 0L);
            assertThat(l.stored("line_no")).isEqualTo(before + 1);
            lastOf.put(l.text("order_id"), l.stored("line_no"));
        });
    }

    @Test
    void returnsReferToWhatWasSoldBeforeAndTakeBackNoMore() {
        Map<String, Long> held = new HashMap<>();
        Map<String, Long> paid = new HashMap<>();
        Map<String, String> buyer = new HashMap<>();
        Map<String, LocalDate> soldOn = new HashMap<>();
        int[] returns = new int[1];
        SMALL.each(ORDER_LINE, l -> {
            if (l.text("kind").equals("adjustment")) {
                return;
            }
            String key = l.text("order_id") + " " + l.text("product_id");
            LocalDate day = ((LocalDateTime) l.value("ordered_at")).toLocalDate();
            if (l.text("kind").equals("sale")) {
                assertThat(l.stored("quantity")).isPositive();
                buyer.put(key, l.text("customer_id") + l.text("country") + l.text("channel"));
                soldOn.put(key, day);
            } else {
                returns[0]++;
                assertThat(l.text("kind")).isEqualTo("return");
                assertThat(l.stored("quantity")).isNegative();
                assertThat(l.stored("is_charge")).isZero();
                assertThat(buyer).containsEntry(key, l.text("customer_id") + l.text("country") + l.text("channel"));
                assertThat(day).isAfter(soldOn.get(key));
            }
            assertThat(held.merge(key, l.stored("quantity"), Long::sum)).isNotNegative();
            assertThat(paid.merge(key, l.stored("amount"), Long::sum)).isNotNegative();
        });
        assertThat(returns[0]).isGreaterThan(500);
    }

    @Test
    void nobodyOrdersBeforeRegistering() {
        Map<String, Long> registered = new HashMap<>();
        SMALL.each(CUSTOMER, c -> registered.put(c.text("customer_id"), c.stored("registered_at")));
        SMALL.each(ORDER_LINE, l -> {
            if (l.has("customer_id")) {
                assertThat(l.stored("ordered_at")).isGreaterThan(registered.get(l.text("customer_id")));
            }
        });
    }

    @Test
    void countryStandsOnALineOnlyWhereTheCustomersDoesNotCount() {
        Map<String, String> home = new HashMap<>();
        SMALL.each(CUSTOMER, c -> home.put(c.text("customer_id"), c.text("country")));
        SMALL.each(ORDER_LINE, l -> {
            if (!l.has("customer_id")) {
                assertThat(l.has("country")).isTrue();
            } else if (l.has("country")) {
                assertThat(l.text("country")).isNotEqualTo(home.get(l.text("customer_id")));
            }
        });
        assertThat(new HashSet<>(home.values())).hasSizeBetween(10, 15);
    }

    @Test
    void theCounterIsShutOnSundaysAndAtChristmas() {
        SMALL.each(ORDER_LINE, l -> {
            if (l.text("channel").equals("shop") && l.text("kind").equals("sale")) {
                LocalDateTime at = (LocalDateTime) l.value("ordered_at");
                assertThat(TradingCalendar.shopClosed(at.toLocalDate())).isFalse();
                assertThat(at.getHour()).isBetween(9, 17);
            }
        });
    }

    @Test
    void peopleAndProductsHaveNamesAndPrices() {
        SMALL.each(PRODUCT, p -> {
            assertThat(p.text("name")).matches("[A-Z].{3,60}").doesNotContain("Product", ", -");
            assertThat(p.number("list_price")).isBetween(1.0, 150.0);
            if (!p.text("product_id").equals("GOODWILL")) {
                assertThat(p.number("unit_cost")).isPositive().isLessThan(p.number("list_price"));
            }
        });
        LocalDate youngest = LocalDate.of(2025, 12, 31).minusYears(18);
        SMALL.each(CUSTOMER, c -> {
            assertThat(c.text("name")).matches("\\p{L}+ [\\p{L} &]+");
            assertThat(c.text("postal_code")).doesNotContain("#", "@");
            if (c.has("email")) {
                assertThat(c.text("email")).matches("[a-z]+\\.[a-z]+\\d+@example\\.(com|org|net)");
            }
            if (c.has("birth_date")) {
                assertThat((LocalDate) c.value("birth_date")).isBefore(youngest);
            }
        });
    }

    @Test
    void oneCustomerIsARetailerToo() {
        for (long seed = 0; seed < 20; seed++) {
            Generated one = Generated.of(1, seed);
            assertThat(one.count(CUSTOMER)).isEqualTo(1);
            assertThat(one.count(PRODUCT)).isGreaterThan(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void refusesSizesThatItCannotGenerate(int customers) {
        assertThatThrownBy(() -> new SampleOptions(customers, 1))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID))
                .hasMessageContaining(String.valueOf(customers));
    }

    @Test
    void stopsWhenCancelledAtTheNextDay() {
        CancelSignal cancel = CancelSignal.create();
        int[] lines = new int[1];
        assertThatThrownBy(() -> new SampleRetailer(new SampleOptions(2000, 7))
                        .generate(
                                (table, batch) -> lines[0] += table.equals(ORDER_LINE) ? 1 : 0,
                                (fraction, message) -> {
                                    if (fraction > 0.5) {
                                        cancel.cancel();
                                    }
                                },
                                cancel))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(lines[0]).isZero();
    }

    @Test
    void progressRunsFromStartToEnd() {
        List<Double> heard = new ArrayList<>();
        new SampleRetailer(new SampleOptions(10, 1))
                .generate((table, batch) -> {}, (fraction, message) -> heard.add(fraction), CancelSignal.create());
        assertThat(heard).isSorted().startsWith(0.0).endsWith(1.0);
    }
}
