package org.clientele.platform.app;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.ReadingOptions;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How files are read, where somebody knows better than what is found out. For all files of the command. */
final class ReadingArguments {
    private static final Texts TEXTS = Texts.of(ReadingArguments.class);

    private static final Map<String, Character> NAMED =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "pipe", '|', "colon", ':', "space", ' ');

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            converter = Encoding.class,
            description = "${bundle:option.reading.charset}")
    String charset = "";

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            converter = Delimiter.class,
            description = "${bundle:option.reading.delimiter}")
    @Nullable
    Character delimiter;

    @Option(names = "--layout", paramLabel = "LAYOUT", description = "${bundle:option.reading.layout}")
    @Nullable
    Layout layout;

    @Option(names = "--header-row", paramLabel = "N", description = "${bundle:option.reading.header_row}")
    @Nullable
    Integer headerRow;

    @Option(names = "--columns", paramLabel = "NAME", split = ",", description = "${bundle:option.reading.columns}")
    List<String> columns = new ArrayList<>();

    @Option(names = "--sheet", paramLabel = "NAME", description = "${bundle:option.reading.sheets}")
    List<String> sheets = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "NAME", description = "${bundle:option.reading.skipped}")
    List<String> skipped = new ArrayList<>();

    /** @throws ParameterException if they contradict each other */
    ReadingOptions options() {
        Integer header = headerRow;
        if (header != null && header < 0) {
            throw wrong(TEXTS.get("reading.arguments.header_row_rows_counted", String.valueOf(header)));
        }
        if (!columns.isEmpty() && header != null && header > 0) {
            throw wrong(TEXTS.get("reading.arguments.columns_names_columns_files", String.valueOf(header)));
        }
        if (layout == Layout.WHITESPACE && delimiter != null) {
            throw wrong(TEXTS.get("reading.arguments.layout_whitespace_parts_columns"));
        }
        boolean named = !columns.isEmpty();
        ReadingOptions options = new ReadingOptions(
                charset,
                delimiter,
                named ? Integer.valueOf(0) : header,
                columns.stream().map(String::strip).toList(),
                sheets,
                skipped);
        if (layout != null) {
            return options.parted(layout);
        }
        return delimiter == null ? options : options.parted(Layout.DELIMITED);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** An encoding that this Java knows. */
    static final class Encoding implements ITypeConverter<String> {
        @Override
        public String convert(String name) {
            try {
                return Charset.forName(name.strip()).name();
            } catch (IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException e) {
                throw new TypeConversionException(TEXTS.get("reading.arguments.there_no_encoding_known", name));
            }
        }
    }

    /** A character that may part fields. */
    static final class Delimiter implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            Character named = NAMED.get(text.toLowerCase(Locale.ROOT));
            if (named != null) {
                return named;
            }
            char c = text.length() == 1 ? text.charAt(0) : '"';
            if (c == '"' || c == '\n' || c == '\r' || c == 0 || c > '~' || Character.isLetterOrDigit(c)) {
                throw new TypeConversionException(TEXTS.get("reading.arguments.cannot_part_fields_give", text));
            }
            return c;
        }
    }
}
