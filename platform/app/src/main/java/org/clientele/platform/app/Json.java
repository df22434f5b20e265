package org.clientele.platform.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/** What the commands print with {@code --json}. Money is written as exact decimal numbers. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private Json() {}

    /** Prints any tree or record. */
    static void write(PrintWriter out, Object value) {
        try {
            MAPPER.writeValue(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    /** {@code {"error": {code, blame, message}}}. */
    static void writeError(PrintWriter out, String code, String blame, String message) {
        ObjectNode error = MAPPER.createObjectNode();
        putError(error, code, blame, message);
        write(out, error);
    }

    /** Adds {@code "error": {code, blame, message}}. */
    static void putError(ObjectNode to, String code, String blame, String message) {
        to.putObject("error").put("code", code).put("blame", blame).put("message", message);
    }

    /** {@code {columns, rows, dataAsOf, caveats}}. */
    static ObjectNode frame(Frame frame) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode columns = root.putArray("columns");
        for (Column c : frame.columns()) {
            columns.addObject()
                    .put("name", c.name())
                    .put("type", c.type().name().toLowerCase(Locale.ROOT))
                    .put("unit", c.unit().toString());
        }
        ArrayNode rows = root.putArray("rows");
        for (int row = 0; row < frame.rowCount(); row++) {
            ArrayNode cells = rows.addArray();
            for (Column c : frame.columns()) {
                cells.addPOJO(plain(c.valueAt(row)));
            }
        }
        root.put("dataAsOf", frame.dataAsOf().map(Json::moment).orElse(null));
        ArrayNode caveats = root.putArray("caveats");
        for (Caveat caveat : frame.caveats()) {
            caveats.addObject()
                    .put("kind", caveat.kind().name())
                    .put("message", caveat.message())
                    .put("column", caveat.column());
        }
        return root;
    }

    /** A moment as ISO text with seconds. */
    static String moment(LocalDateTime t) {
        return MOMENT.format(t);
    }

    /** A value as JSON or CSV shows it: numbers without superfluous zeros, dates as ISO text. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return trimmed(decimal);
        }
        if (value instanceof LocalDateTime t) {
            return moment(t);
        }
        if (value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        return value == null ? null : value.toString();
    }

    private static BigDecimal trimmed(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
