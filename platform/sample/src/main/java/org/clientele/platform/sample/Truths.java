package org.clientele.platform.sample;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * What was planted in a generated retailer, so that what an analysis finds can be held against it. Written as JSON;
 * {@code platform/docs/sample-truths.md} says what each field means.
 */
public final class Truths {
    private static final Texts TEXTS = Texts.of(Truths.class);

    /** Grows when a field changes its meaning or goes; new fields may come without. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter())
            .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private final Map<String, Object> sections = new LinkedHashMap<>();

    Truths(SampleOptions options) {
        put("schemaVersion", SCHEMA_VERSION);
        put("identity", options.identity());
        put("customers", options.customers());
        put("seed", options.seed());
        put("faultless", options.faultless());
        put("firstDay", TradingCalendar.FIRST_DAY);
        put("lastDay", TradingCalendar.LAST_DAY);
        put("currency", OrderLines.CURRENCY);
    }

    void put(String section, Object planted) {
        sections.put(section, planted);
    }

    /**
     * Writes it to a file, wholly or not at all; one that is there is replaced, a folder that is missing is made.
     *
     * @throws AnalyticsException RESOURCE_EXHAUSTED if the file cannot be written
     */
    public void write(Path file) {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (target.getParent() != null) {
                Files.createDirectories(target.getParent());
            }
            try {
                JSON.writeValue(beside.toFile(), sections);
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("truths.cannot_write_truths_name", target, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
