package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.clientele.platform.warehouse.rejects.RejectFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectSentencesTest {
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

    private static String rejects(ImportReport report) throws Exception {
        return RejectFile.readAll(report.rejectsFile()).stream()
                .map(r -> r.line() + "|" + r.column() + "|" + r.code() + "|" + r.reason() + "\n")
                .collect(Collectors.joining());
    }

    /** In UTF-8; a character 1 is a letter of ISO 8859-1. */
    private Path file(String name, String... lines) throws Exception {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 1 ? (byte) 0xfc : bytes[i];
        }
        return Files.write(dir.resolve(name), bytes);
    }

    @Test
    void eachKindOfTroubleInOneFileHasItsCodeAndSentence() throws Exception {
        ImportReport report = w.load(file(
                "shop.csv",
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price,amount,kind",
                "1,2026-01-01 10:00:00,c1,Teekr\u00fcge f\u00fcr Fr\u00e4ulein M\u00fcller,2,3.50,,",
                "2,2026-02-30 10:00:00,c1,p1,2,3.50,,",
                "3,28.02.2026,c1,p1,2,3.50,,",
                "4,2026-01-01 25:00:00,c1,p1,2,3.50,,",
                "5,2026-01-01 10:00:00Z,c1,p1,2,3.50,,",
                "6,,c1,p1,2,3.50,,",
                "7,n/a,c1,p1,2,3.50,,",
                "8,2026-01-01,c1,p1,two,3.50,,",
                "9,2026-01-01,c1,p1,,3.50,,",
                "10,2026-01-01,c1,p1,2,\"3,50\",,",
                "11,2026-01-01,c1,p1,2,EUR 3.50,,",
                "12,2026-01-01,c1,p1,2,#N/A,,",
                "13,2026-01-01,c1,p1,2,,,",
                ",2026-01-01,c1,p1,2,3.50,,",
                "15,2026-01-01,c1,p1,999999999999999,99999999999999,,",
                "16,2026-01-01,c1,p1,2,3.50,,gutschrift",
                "17,2026-01-01,c1,p1,2,3.50,,present",
                "18,2026-01-01,c1,p1,2,3.50,1e999,",
                "19,2026-01-01,c1,p1,2,3.50",
                "20,2026-01-01,c1,Mug, blue,2,3.50,,",
                "21;2026-01-01;c1;p1;2;3.50;;",
                "22,2026-01-01,c1,\"p1,2,3.50,,",
                "23,2026-01-01,c1,\"p\"1,2,3.50,,",
                "24,2026-01-01,c1,3\" pipe,2,3.50,,",
                "25,2026-01-01,c1,p\0,2,3.50,,",
                "26,2026-01-01,c1,m\u0001g,2,3.50,,",
                "27,2026-01-01,c1,a\rb,2,3.50,,",
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price,amount,kind",
                "Total:,12,",
                "# end of March",
                "31,2026-01-01,\"c\n1\",p1,2,3.5O,,",
                "32,2026-01-01,c1,p1,2,(3.50),,",
                "33,2026-01-01,c1,p1,2,3.50,, Return ",
                "34,2026-01-01,c1,p1,2"));
        assertThat(report.rowsLoaded()).isEqualTo(4);
        assertThat(rejects(report)).isEqualTo("""
                        3|ordered_at|DATE_DAY_OF_MONTH|"2026-02-30 10:00:00": 30 February does not exist; February 2026 had 28 days.
                        4|ordered_at|DATE_YEAR_LAST|"28.02.2026" has the year last, and this column's dates are like 2026-12-31; write 2026-02-28.
                        5|ordered_at|TIME_HOUR_TOO_LARGE|"2026-01-01 25:00:00" has the hour 25; hours go from 0 to 23.
                        6|ordered_at|TIME_ZONE_UTC|"2026-01-01 10:00:00Z" is in UTC, and times here are in the zone of the workspace; write the local time without Z or UTC.
                        7|ordered_at|DATE_EMPTY|The date is empty; without one the row has no place in time. Write a date and time like 2026-12-31 23:59:59.
                        8|ordered_at|PLACEHOLDER_NOT_AVAILABLE|"n/a" says that the value is not available; clear the cell or write a date and time like 2026-12-31 23:59:59.
                        9|quantity|NUMBER_WORD|"two" is a number in words; write 2.
                        10|quantity|QUANTITY_EMPTY|The quantity is empty; write how many, 1 if nothing else is known.
                        11|unit_price|NUMBER_DECIMAL_COMMA|"3,50" has a decimal comma, and this column has decimal points; write 3.50.
                        12|unit_price|NUMBER_CURRENCY_CODE|"EUR 3.50" carries the currency code EUR; write 3.50, and give the currency a column of its own.
                        13|unit_price|SHEET_NOT_AVAILABLE|"#N/A" is a spreadsheet's error: a lookup found nothing. Complete the table that it searches, or clear the cell.
                        14|unit_price|PRICE_EMPTY|The price is empty, and no amount stands beside it; write one of the two.
                        15|order_id|KEY_EMPTY|The cell is empty; it must say which order the row is about.
                        16|unit_price|AMOUNT_TOO_LARGE|Quantity times price, "999999999999999" times "99999999999999", has more than 14 digits before the point. One of the two is probably wrong.
                        17|kind|KIND_OTHER_WORD|"gutschrift" is probably a return; write return. Order lines are of kind sale, return or adjustment.
                        18|kind|KIND_UNKNOWN|"present" is no kind of order line. Write sale, return or adjustment, or clear the cell.
                        20||LINE_TOO_FEW|The line has 6 columns, the header has 8: "amount" and what follows are missing. Complete the line.
                        21||LINE_TRAILING_DELIMITERS|The line ends with one delimiter too many. Delete what is behind the last value.
                        22||LINE_OTHER_DELIMITER|The line is parted by semicolons, the file by commas. Write commas.
                        23||QUOTE_NOT_CLOSED|A quote opens before "p1,2,3.50,," and is not closed. Close it behind the text, or delete it.
                        24||QUOTE_TEXT_BEHIND|Behind a closing quote stands "1,2,3.50,,". Double the quotes that belong to the text.
                        25||QUOTE_INCHES|The line has a quote behind a number, 1,3", probably for inches. Put the text in quotes and double that quote, or write "in".
                        26||NUL_INSIDE|The line holds the character NUL behind "25,2026-01-01,c1,p". Delete it.
                        27||BYTE_WINDOWS|The byte FC behind "26,2026-01-01,c1,m" is no UTF-8; in Windows-1252 it is "ü". Save the file as UTF-8, or import it as Windows-1252.
                        28||RETURN_INSIDE|A carriage return stands inside the line, behind "27,2026-01-01,c1,a". Delete it, or put the text in quotes.
                        29|ordered_at|HEADER_IN_CELL|"ordered_at" is the column's own name, so the header line stands here once more. Delete the line.
                        30||LINE_TOTALS|The line begins with "Total:" and seems to hold totals, which would be counted twice. Delete it.
                        31||LINE_COMMENT|The line is a comment and no row. Delete it.
                        32|unit_price|NUMBER_LETTER_O|"3.5O" has the letter O where a zero belongs; write 3.50.
                        36||LINE_CUT_SHORT|The last line of the file breaks off after 5 of 8 columns. The file may be incomplete: get it again.
                        """);
    }

    @Test
    void aKeyThatStandsTwiceNamesTheEarlierLine() throws Exception {
        ImportReport report =
                w.load(file("customers.csv", "Customer ID;Name;Points", "c1;Ada;1", "c2;Bo", "c1;Twice;3", ";None;2"));
        assertThat(rejects(report)).isEqualTo("""
                        3||LINE_TOO_FEW|The line has 2 columns, the header has 3: "Points" is missing. Complete the line.
                        4|Customer ID|KEY_REPEATED|"c1" stands on line 2 already, and each customer is taken once. Delete one of the two lines.
                        5|Customer ID|KEY_EMPTY|The cell is empty; it must say which customer the row is about.
                        """);
    }

    @Test
    void valuesAreExplainedByTheFormOfTheirColumn() throws Exception {
        ImportReport report = w.load(file(
                "euro.csv",
                "Order,Date,Product,Quantity,Price",
                "1,01.02.2026,p,1,\"1,50\"",
                "2,31.12.2026,p,1,\"2.001,50\"",
                "3,31.13.2026,p,1,\"2.001,50\"",
                "4,30.12.2026,p,1,2001.50",
                "5,30.02.2026,p,1,\"2.001,50\""));
        assertThat(rejects(report)).isEqualTo("""
                        4|Date|DATE_MONTH_TOO_LARGE|"31.13.2026" has a month 13; there are 12.
                        5|Price|NUMBER_DECIMAL_POINT|"2001.50" has a decimal point, and this column has decimal commas; write 2001,50.
                        6|Date|DATE_DAY_OF_MONTH|"30.02.2026": 30 February does not exist; February 2026 had 28 days.
                        """);
    }
}
