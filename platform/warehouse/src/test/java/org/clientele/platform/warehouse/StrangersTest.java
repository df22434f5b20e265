package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files like those of shops and tools that nobody asked for beforehand, and the figures that a person expects of them. */
class StrangersTest {
    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() {
        w = new Workspace(dir.resolve("ws"));
    }

    @AfterEach
    void close() {
        w.close();
    }

    private ImportReport load(String name, String header, int rows, IntFunction<String> row) throws Exception {
        String text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n"));
        Path file = Files.writeString(dir.resolve(name), (header.isEmpty() ? "" : header + "\n") + text + "\n");
        return w.load(file);
    }

    private String lines() {
        return w.row("SELECT count(*)::VARCHAR, sum(amount)::VARCHAR, count(DISTINCT order_id)::VARCHAR,"
                + " count(DISTINCT customer_id)::VARCHAR, strftime(min(ordered_at), '%Y-%m-%d') FROM order_line");
    }

    @Test
    void theSumOfAnOrderAtEachOfItsLinesDoesNotCountAtEach() throws Exception {
        // Each order has a line of 2 at 3.00 and one of 1 at 4.00 in the first, 5.00 in the second and so on.
        ImportReport report = load(
                "shop.csv",
                "Order Number,Order Date,Email (Billing),Order Total Amount,SKU,Quantity (- Refund),Item Cost",
                40,
                i -> String.format(
                        "%d,2023-03-%02d 10:00,c%d@x.com,%d.00,S%d,%d,%d.00",
                        i / 2, 1 + i / 2, i / 2 % 7, 10 + i / 2, i % 2, 2 - i % 2, i % 2 == 0 ? 3 : 4 + i / 2));

        assertThat(report.mapping().columns())
                .containsEntry("unit_price", "Item Cost")
                .containsEntry("customer_id", "Email (Billing)")
                .doesNotContainKey("amount");
        assertThat(lines()).isEqualTo("40|390.0000|20|7|2023-03-01");
    }

    @Test
    void anIdThatComesAgainOnOtherDaysIsTheCustomers() throws Exception {
        load(
                "transactions.csv",
                "id,chain,company,date,purchasequantity,purchaseamount",
                60,
                i -> String.format("%d,205,107,2012-03-%02d,1,2.50", i % 5, 1 + i % 28));

        assertThat(w.row("SELECT count(DISTINCT customer_id)::VARCHAR, sum(amount)::VARCHAR FROM order_line"))
                .isEqualTo("5|150.0000");
    }

    @Test
    void aPriceThatGrowsWithTheQuantityIsTheLines() throws Exception {
        load(
                "report.csv",
                "order-id,purchase-date,sku,quantity,item-price",
                60,
                i -> String.format("o%d,2023-05-%02d,S%d,%d,%d.00", i, 1 + i % 28, i % 4, 1 + i % 3, 5 * (1 + i % 3)));

        assertThat(lines()).isEqualTo("60|600.0000|60|0|2023-05-01");
    }

    @Test
    void amountsInCentsAndSecondsSince1970AreRead() throws Exception {
        load(
                "orders.csv",
                "order_id,user_id,created,amount_cents,currency",
                10,
                i -> String.format("o%d,u%d,%d,1999,eur", i, i % 3, 1_672_531_200L + 86_400L * i));

        assertThat(lines()).isEqualTo("10|199.9000|10|3|2023-01-01");
    }

    @Test
    void daysAsExcelCountsThemAreDays() throws Exception {
        load(
                "orders.csv",
                "Order No,Order Date,Customer,Product,Qty,Unit Price",
                10,
                i -> String.format("%d,%s,K%d,Cup,2,1.50", i, i == 9 ? "44563.5" : "" + (44_562 + i), i % 4));

        assertThat(lines()).isEqualTo("10|30.0000|10|4|2022-01-01");
        assertThat(w.row("SELECT strftime(ordered_at, '%Y-%m-%d %H:%M:%S') FROM order_line WHERE order_id = '9'"))
                .isEqualTo("2022-01-02 12:00:00");
    }

    @Test
    void yearMonthAndDayMayStandInColumnsOfTheirOwn() throws Exception {
        load(
                "orders.csv",
                "order_id,year,month,day,customer,quantity,price",
                10,
                i -> String.format("%d,2022,%d,%d,C%d,1,2.00", i, 2 + i, 9 + i, i));

        assertThat(lines()).isEqualTo("10|20.0000|10|10|2022-02-09");
    }

    @Test
    void wordsForNothingAreNothing() throws Exception {
        ImportReport report = load(
                "subscriptions.csv",
                "subscription_id,customer_id,plan,start_date,end_date,monthly_price,cancel_reason",
                30,
                i -> String.format(
                        "%d,%d,gold,2022-01-01,%s,%s,%s",
                        i,
                        i,
                        i % 3 == 0 ? "2022-02-01" : "NULL",
                        i % 5 == 0 ? "-" : "9.99",
                        i % 3 == 0 ? "price" : "NULL"));

        assertThat(report.rowsRejected()).isZero();
        assertThat(w.row("SELECT count(ended_at)::VARCHAR, count(monthly_amount)::VARCHAR,"
                        + " count(cancel_reason)::VARCHAR FROM subscription"))
                .isEqualTo("10|24|10");
    }

    @Test
    void somebodyCalledNullIsThere() throws Exception {
        load("customers.csv", "customer_id,name", 3, i -> i + "," + (i == 1 ? "Null" : "Anna"));

        assertThat(w.row("SELECT count(name)::VARCHAR FROM customer")).isEqualTo("3");
    }

    @Test
    void eventsWithoutAnIdAreInteractionsAndNoSales() throws Exception {
        load(
                "2019-Oct.csv",
                "event_time,event_type,product_id,brand,price,user_id,user_session",
                60,
                i -> String.format(
                        "2019-10-%02d 10:00:00 UTC,%s,%d,apple,9.99,%d,s%d",
                        1 + i % 28, i % 9 == 0 ? "purchase" : "view", i % 8, i % 11, i % 13));

        assertThat(w.count("order_line")).isZero();
        assertThat(
                        w.row(
                                "SELECT count(*)::VARCHAR, count(DISTINCT customer_id)::VARCHAR,"
                                        + " count(DISTINCT session_id)::VARCHAR, strftime(max(occurred_at), '%Y-%m-%d') FROM interaction"))
                .isEqualTo("60|11|13|2019-10-28");
    }

    @Test
    void theTestOfTwoVariantsIsAnExperiment() throws Exception {
        load(
                "ab_data.csv",
                "user_id,timestamp,group,landing_page,converted",
                40,
                i -> String.format(
                        "%d,2017-01-%02d 10:00:00.12,%s,x,%d",
                        i, 1 + i % 28, i % 2 == 0 ? "control" : "treatment", i % 4 / 3));

        assertThat(w.row("SELECT experiment_id, count(DISTINCT variant)::VARCHAR, count_if(converted)::VARCHAR"
                        + " FROM exposure GROUP BY 1"))
                .isEqualTo("ab-data-csv|2|10");
    }

    @Test
    void answersToAQuestionInTheHeaderAreScores() throws Exception {
        load(
                "NPS Survey (Responses).csv",
                "Timestamp,Email Address,\"On a scale of 0-10, how likely are you to recommend us to a friend?\",What is"
                        + " the main reason for your score?",
                30,
                i -> String.format("1/%d/2023 10:00:00,n%d@x.com,%d,fine", 1 + i % 28, i, i % 11));

        assertThat(w.row(
                        "SELECT count(*)::VARCHAR, sum(score)::BIGINT::VARCHAR, count(comment)::VARCHAR FROM feedback"))
                .isEqualTo("30|138|30");
    }

    @Test
    void personsWithoutAnIdAreCustomersAllTheSame() throws Exception {
        load(
                "bank-full.csv",
                "\"age\";\"job\";\"marital\";\"education\";\"balance\";\"day\";\"y\"",
                30,
                i -> String.format(
                        "%d;\"technician\";\"%s\";\"tertiary\";%d;%d;\"no\"",
                        20 + i, i % 2 == 0 ? "single" : "married", 100 * i, 1 + i % 28));

        assertThat(
                        w.row(
                                "SELECT count(DISTINCT customer_id)::VARCHAR, count_if(marital_status = 'single')::VARCHAR FROM customer"))
                .isEqualTo("30|15");
    }

    @Test
    void basketsMayBeFilledUpOrBeNumbersBetweenBlanks() throws Exception {
        String[] goods = {"milk", "bread", "eggs", "tea", "jam", "rice"};
        load("store_data.csv", "", 60, i -> {
            StringBuilder row = new StringBuilder();
            for (int k = 0; k < 5; k++) {
                row.append(k == 0 ? "" : ",").append(k <= i % 5 ? goods[(i * 5 + k * (1 + i % 2) + i / 7) % 6] : "");
            }
            return row.toString();
        });
        assertThat(w.row("SELECT count(*)::VARCHAR, count(DISTINCT order_id)::VARCHAR FROM order_line"))
                .isEqualTo("180|60");

        load(
                "retail.dat",
                "",
                60,
                i -> IntStream.rangeClosed(0, i % 6)
                                .mapToObj(k -> String.valueOf((i * 7 + k * 3) % 40))
                                .collect(Collectors.joining(" "))
                        + " ");
        assertThat(w.row("SELECT count(*)::VARCHAR FROM order_line")).isEqualTo(String.valueOf(180 + 210));
    }

    @Test
    void ordersWithAnotherNameForTheirIdDoNotCountBesideTheirLines() throws Exception {
        Path orders = Files.writeString(
                dir.resolve("sales_order.csv"),
                "entity_no,status,customer_id,grand_total,created_at\n"
                        + IntStream.range(0, 20)
                                .mapToObj(i -> (i + 1) + ",complete," + i % 6 + ",25.00,2022-06-07 19:03:27\n")
                                .collect(Collectors.joining()));
        Path items = Files.writeString(
                dir.resolve("sales_order_item.csv"),
                "order_id,product_id,name,qty_ordered,price,row_total\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i -> (1 + i / 2) + "," + i % 9 + ",Cup,2.0000,5.0000,10.0000\n")
                                .collect(Collectors.joining()));

        w.importer.run(ImportRequest.of(orders, items), Progress.NONE, CancelSignal.create());

        assertThat(lines()).isEqualTo("40|400.0000|20|6|2022-06-07");
    }

    @Test
    void headersOfOtherLanguagesAreUnderstood() throws Exception {
        load(
                "ventes.csv",
                "N° commande;Date de commande;Code client;Désignation;Quantité;Prix unitaire;Montant HT",
                20,
                i -> String.format("CMD%d;%02d/05/2023;C%d;Savon;2;1 234,50;2 469,00", i, 1 + i, i % 5));

        assertThat(lines()).isEqualTo("20|49380.0000|20|5|2023-05-01");
    }
}
