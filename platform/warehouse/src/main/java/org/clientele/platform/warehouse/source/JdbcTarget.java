package org.clientele.platform.warehouse.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Where a JDBC URL leads, taken apart and put together anew from parts that are known to be harmless: drivers have
 * properties that load classes, write logs or run scripts.
 *
 * @param driver class name of the driver; "" for a DuckDB file, which a child process reads
 * @param url for that driver, with no property of the caller's in it; for DuckDB the path
 * @param place for messages
 */
record JdbcTarget(String driver, String url, Properties properties, String place) {
    private static final Texts TEXTS = Texts.of(JdbcTarget.class);

    static final String POSTGRESQL_DRIVER = "org.postgresql.Driver";

    private static final Pattern POSTGRESQL = Pattern.compile(
            "jdbc:postgresql://([A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?/([A-Za-z0-9_.-]+)(\\?.*)?");
    private static final Pattern HSQLDB_SERVER =
            Pattern.compile("jdbc:hsqldb:(hsqls?)://([A-Za-z0-9._-]+)(:\\d{1,5})?(/[A-Za-z0-9_.-]*)?");
    private static final Pattern HSQLDB_MEMORY = Pattern.compile("jdbc:hsqldb:mem:[A-Za-z0-9_-]+");
    private static final Set<String> ALLOWED =
            Set.of("sslmode", "ssl", "connectTimeout", "currentSchema", "ApplicationName");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_., -]{1,100}");

    static JdbcTarget of(JdbcRequest request) {
        String url = request.url().strip();
        if (url.startsWith("jdbc:postgresql:")) {
            return postgresql(url, request);
        }
        if (url.startsWith("jdbc:hsqldb:")) {
            return hsqldb(url, request);
        }
        if (url.startsWith("jdbc:duckdb:")) {
            Path file = existing(url.substring("jdbc:duckdb:".length()), List.of(""));
            return new JdbcTarget("", file.toString(), new Properties(), Content.nameOf(file));
        }
        throw refused(TEXTS.get("jdbc.target.only_databases_at_jdbc"));
    }

    private static JdbcTarget postgresql(String url, JdbcRequest request) {
        Matcher m = POSTGRESQL.matcher(url);
        if (!m.matches()) {
            throw refused(TEXTS.get("jdbc.target.write_as_jdbc_postgresql"));
        }
        Properties properties = login(request);
        parameters(m.group(4) == null ? "" : m.group(4).substring(1)).forEach(properties::setProperty);
        properties.setProperty("readOnly", "true");
        properties.setProperty("loginTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        String port = m.group(2) == null ? "" : m.group(2);
        String place = m.group(1) + port + "/" + m.group(3);
        return new JdbcTarget(POSTGRESQL_DRIVER, "jdbc:postgresql://" + place, properties, place);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int at = pair.indexOf('=');
            String key = at < 0 ? pair : pair.substring(0, at);
            String value = at < 0 ? "" : pair.substring(at + 1);
            if (key.equals("user") || key.equals("password")) {
                throw refused(TEXTS.get("jdbc.target.give_user_password_apart"));
            }
            if (!ALLOWED.contains(key) || !HARMLESS.matcher(value).matches()) {
                throw refused(TEXTS.get(
                        "jdbc.target.its_property_not_allowed",
                        key.replaceAll("[^A-Za-z0-9_.-]", "?"),
                        String.join(", ", ALLOWED.stream().sorted().toList())));
            }
            found.put(key, value);
        }
        return found;
    }

    private static JdbcTarget hsqldb(String url, JdbcRequest request) {
        String driver = "org.hsqldb.jdbc.JDBCDriver";
        Properties properties = login(request);
        if (url.indexOf(';') >= 0) {
            throw refused(TEXTS.get("jdbc.target.leave_out_what_stands"));
        }
        if (HSQLDB_SERVER.matcher(url).matches()) {
            return new JdbcTarget(driver, url, properties, url.substring(url.indexOf("//") + 2));
        }
        if (HSQLDB_MEMORY.matcher(url).matches()) {
            properties.setProperty("ifexists", "true");
            return new JdbcTarget(driver, url, properties, url.substring(url.lastIndexOf(':') + 1));
        }
        if (url.startsWith("jdbc:hsqldb:file:")) {
            Path file = existing(url.substring("jdbc:hsqldb:file:".length()), List.of(".script", ".properties"));
            if (file.toString().contains("${")) {
                throw refused(TEXTS.get("jdbc.target.name_file_itself"));
            }
            properties.setProperty("ifexists", "true");
            properties.setProperty("readonly", "true");
            properties.setProperty("shutdown", "true");
            return new JdbcTarget(driver, "jdbc:hsqldb:file:" + file, properties, Content.nameOf(file));
        }
        throw refused(TEXTS.get("jdbc.target.hsqldb_only_hsql_hsqls"));
    }

    private static Path existing(String path, List<String> suffixes) {
        if (path.isBlank() || path.indexOf('\0') >= 0 || path.indexOf(';') >= 0) {
            throw refused(TEXTS.get("jdbc.target.names_no_file"));
        }
        Path file = Path.of(path).toAbsolutePath().normalize();
        for (String suffix : suffixes) {
            if (!Files.isRegularFile(Path.of(file + suffix))) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE, TEXTS.get("jdbc.target.cannot_read_there_no", file));
            }
        }
        return file;
    }

    private static Properties login(JdbcRequest request) {
        Properties properties = new Properties();
        if (!request.user().isEmpty()) {
            properties.setProperty("user", request.user());
        }
        if (!request.password().isEmpty()) {
            properties.setProperty("password", request.password());
        }
        return properties;
    }

    private static AnalyticsException refused(String why) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("jdbc.target.database_url_not_taken", why));
    }

    /** The one SELECT that is asked for. */
    static String select(JdbcRequest request) {
        if (request.table().isEmpty() == request.query().isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("jdbc.target.name_either_table_query"));
        }
        return request.query().isEmpty() ? "SELECT * FROM " + quoted(request.table()) : single(request.query());
    }

    /** @return the query without the semicolon at its end */
    static String single(String query) {
        String text = query.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        String first = text.split("[\\s(]", 2)[0].toUpperCase(Locale.ROOT);
        boolean reads = Set.of("SELECT", "WITH", "VALUES", "TABLE").contains(first) || text.startsWith("(");
        if (!reads || withoutQuoted(text).contains(";")) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("jdbc.target.query_must_one_select"));
        }
        return text;
    }

    private static String withoutQuoted(String text) {
        return text.replaceAll("'[^']*'", "").replaceAll("\"[^\"]*\"", "");
    }

    /** A table's name, perhaps with its schema, as an identifier that cannot be anything else. */
    static String quoted(String table) {
        StringBuilder out = new StringBuilder();
        for (String part : table.split("\\.", -1)) {
            boolean quoted = part.startsWith("\"") && part.endsWith("\"") && part.length() > 1;
            String bare = quoted ? part.substring(1, part.length() - 1) : part;
            out.append(out.length() == 0 ? "" : ".")
                    .append('"')
                    .append(bare.replace("\"", "\"\""))
                    .append('"');
        }
        return out.toString();
    }
}
