package org.clientele.platform.app;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.ReadingOptions;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How files are read, where somebody knows better than what is found out. For all files of the command. */
final class ReadingArguments {
    private static final Map<String, Character> NAMED =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "pipe", '|', "colon", ':', "space", ' ');

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            converter = Encoding.class,
            description = "The encoding of texts: UTF-8, UTF-16LE, windows-1252, ISO-8859-15, ... Default: found out.")
    String charset = "";

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            converter = Delimiter.class,
            description =
                    "What stands between the fields of a line: one character, or comma, semicolon, tab, pipe, colon,"
                            + " space. Default: found out.")
    @Nullable
    Character delimiter;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description =
                    "How lines part into columns: delimited; whitespace (any run of blanks); baskets (each line is"
                            + " the items of one basket). Default: found out.")
    @Nullable
    Layout layout;

    @Option(
            names = "--header-row",
            paramLabel = "N",
            description =
                    "The row that holds the names of the columns, from 1, with all above it left out; 0 if there is"
                            + " none. Default: found out.")
    @Nullable
    Integer headerRow;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "What to call the columns of files without names of columns, separated by commas.")
    List<String> columns = new ArrayList<>();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description =
                    "The sheet of workbooks, or the file in archives, to import; may be given several times. Default:"
                            + " all.")
    List<String> sheets = new ArrayList<>();

    @Option(
            names = "--skip",
            paramLabel = "NAME",
            description = "A sheet of workbooks, or a file in archives, not to import; may be given several times.")
    List<String> skipped = new ArrayList<>();

    /** @throws ParameterException if they contradict each other */
    ReadingOptions options() {
        Integer header = headerRow;
        if (header != null && header < 0) {
            throw wrong(
                    "--header-row is " + header + "; rows are counted from 1, and 0 says that there is no such row.");
        }
        if (!columns.isEmpty() && header != null && header > 0) {
            throw wrong("--columns names the columns of files that have no names of columns, and --header-row " + header
                    + " says that there are some. Give one of the two.");
        }
        if (layout == Layout.WHITESPACE && delimiter != null) {
            throw wrong(
                    "--layout whitespace parts columns at blanks, so that there is no --delimiter. Give one of the two.");
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
                throw new TypeConversionException(
                        "There is no encoding \"" + name + "\". Known are UTF-8, UTF-16LE, UTF-16BE, windows-1252,"
                                + " ISO-8859-1, ISO-8859-15 and others that Java knows.");
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
                throw new TypeConversionException(
                        "\"" + text + "\" cannot part fields. Give one character, as ; or |, or"
                                + " comma, semicolon, tab, pipe, colon, space.");
            }
            return c;
        }
    }
}
