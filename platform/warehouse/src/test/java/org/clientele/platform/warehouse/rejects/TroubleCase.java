package org.clientele.platform.warehouse.rejects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.warehouse.rejects.Structure.Fault;
import org.clientele.platform.warehouse.rejects.Structure.Layout;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;

/** A bad value or line of {@code cases.txt}, with the kind of trouble that a person expects. */
record TroubleCase(String code, String wanted, String value) {
    private static final Layout LAYOUT =
            new Layout(',', List.of("order_id", "ordered_at", "product", "quantity", "price"), 1 << 20);

    static List<TroubleCase> all() {
        return resource("cases.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", 3))
                .map(parts -> new TroubleCase(parts[0], parts[1], parts[2]))
                .toList();
    }

    static String resource(String name) {
        try (InputStream in = TroubleCase.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Finding explain() {
        String[] words = wanted.split(" ", 2);
        byte[] bytes = unescaped();
        if (words[0].equals("line")) {
            String[] fault = words[1].split(" ");
            int columns =
                    Fields.part(new String(bytes, StandardCharsets.UTF_8), ',').size();
            return Structure.explain(Fault.valueOf(fault[0]), bytes, columns, LAYOUT, fault.length > 1);
        }
        ColumnType type = switch (words[0]) {
            case "int" -> ColumnType.INTEGER;
            case "dec", "dec," -> ColumnType.DECIMAL;
            case "dbl" -> ColumnType.DOUBLE;
            case "date" -> ColumnType.DATE;
            case "ts" -> ColumnType.TIMESTAMP;
            case "bool" -> ColumnType.BOOLEAN;
            default -> ColumnType.TEXT;
        };
        String detail = words.length > 1 ? words[1] : "";
        boolean named = !detail.isEmpty() && !type.isTemporal();
        ColumnSpec column = ColumnSpec.of(named ? detail : "column", type);
        for (ColumnSpec known :
                CustomerModel.standard().table(CustomerModel.ORDER_LINE).columns()) {
            column = known.name().equals(column.name()) ? known : column;
        }
        Expected expected = Expected.of(column).marked(words[0].endsWith(",") ? ',' : '.');
        if (detail.matches("\\d+-\\d+")) {
            expected = expected.between(Integer.parseInt(detail.split("-")[0]), Integer.parseInt(detail.split("-")[1]));
        } else if (type.isTemporal() && !detail.isEmpty()) {
            expected = expected.dated(detail);
        }
        return Diagnosis.explain(column, expected, new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] unescaped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 0;
        while (i < value.length()) {
            int c = value.codePointAt(i);
            char next = c == '\\' ? value.charAt(i + 1) : ' ';
            i += c == '\\' ? 2 : Character.charCount(c);
            switch (next) {
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 't' -> out.write('\t');
                case '0' -> out.write(0);
                case '\\' -> out.write('\\');
                case 'x' -> {
                    out.write(Integer.parseInt(value.substring(i, i + 2), 16));
                    i += 2;
                }
                case 'u' -> {
                    c = Integer.parseInt(value.substring(i, i + 4), 16);
                    out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                    i += 4;
                }
                case '{' -> {
                    int end = value.indexOf('}', i);
                    out.writeBytes("m"
                            .repeat(Integer.parseInt(value.substring(i, end)))
                            .getBytes(StandardCharsets.UTF_8));
                    i = end + 1;
                }
                default -> out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s %s", code, wanted, value);
    }
}
