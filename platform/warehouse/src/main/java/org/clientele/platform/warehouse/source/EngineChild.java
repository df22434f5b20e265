package org.clientele.platform.warehouse.source;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A process that reads one file by the engine for a parent that would not open it itself: a crafted file may crash the
 * engine. It may read that file and nothing else. It answers on its standard output with the columns and then the rows as
 * CSV, and ends when its standard input does, so that it never outlives its parent.
 */
public final class EngineChild {
    /** Exit code after a sentence on the standard error. */
    static final int REFUSED = 3;
    /** What the child says where the engine does not say why it stopped. */
    static final String NO_END = "no-end";

    private static final int MEMORY_MEGABYTES = 400;
    private static final int BUFFER = 1 << 16;

    private EngineChild() {}

    /**
     * What the parent asks for, over the standard input.
     *
     * @param file absolute
     * @param database whether it is a database, else Parquet
     * @param query over the database, else ""
     */
    record Order(String file, boolean database, String query) {
        void write(DataOutputStream out) throws IOException {
            out.writeUTF(file);
            out.writeBoolean(database);
            out.writeUTF(query);
            out.flush();
        }

        static Order read(DataInputStream in) throws IOException {
            return new Order(in.readUTF(), in.readBoolean(), in.readUTF());
        }
    }

    /** Reads an {@link Order} from the standard input and obeys it. */
    public static void main(String[] arguments) throws IOException {
        OutputStream answer = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        DataInputStream in = new DataInputStream(System.in);
        Order order = Order.read(in);
        Thread watch = new Thread(() -> endWith(in), "clientele-parent");
        watch.setDaemon(true);
        watch.start();
        int code = 0;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answer, BUFFER))) {
            answer(order, out);
        } catch (SQLException e) {
            System.err.println(reason(order, e).lines().findFirst().orElse(""));
            code = REFUSED;
        }
        // The engine's own threads are not waited for.
        Runtime.getRuntime().halt(code);
    }

    private static void endWith(DataInputStream in) {
        try {
            while (in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // The parent is gone in any case.
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(1);
    }

    private static void answer(Order order, DataOutputStream out) throws SQLException, IOException {
        try (Connection c = open(order, true);
                Statement s = c.createStatement()) {
            long rows = order.database() ? -1 : rows(s, order.file());
            String select = describe(s, from(order), rows, out);
            try (ResultSet r = s.executeQuery(select)) {
                write(r, out);
            }
        }
    }

    /** The locked engine; it sees the one file. */
    private static Connection open(Order order, boolean streaming) throws SQLException {
        Properties limits = new Properties();
        limits.setProperty("memory_limit", MEMORY_MEGABYTES + "MB");
        limits.setProperty("threads", "1");
        limits.setProperty("jdbc_stream_results", String.valueOf(streaming));
        limits.setProperty("temp_directory", "");
        if (order.database()) {
            limits.setProperty("duckdb.read_only", "true");
        }
        String url = order.database() ? "jdbc:duckdb:" + Path.of(order.file()) : "jdbc:duckdb:";
        Connection c = DriverManager.getConnection(url, limits);
        EngineLibrary.deleteUnpacked();
        try (Statement s = c.createStatement()) {
            s.execute("SET autoinstall_known_extensions = false");
            s.execute("SET autoload_known_extensions = false");
            if (!order.database()) {
                s.execute("SET allowed_paths = [" + literal(order.file()) + "]");
            }
            s.execute("SET enable_external_access = false");
            s.execute("SET lock_configuration = true");
            return c;
        } catch (SQLException e) {
            c.close();
            throw e;
        }
    }

    private static String from(Order order) {
        return order.database() ? order.query() : "SELECT * FROM read_parquet(" + literal(order.file()) + ")";
    }

    /** A streamed result says only that it is not valid; read at once, it says why. */
    private static String reason(Order order, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (!message.contains("Invalid result set")) {
            return message;
        }
        try (Connection c = open(order, false);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT max(hash(t)) FROM (" + from(order) + ") AS t")) {
            return r.next() ? NO_END : message;
        } catch (SQLException why) {
            return String.valueOf(why.getMessage());
        }
    }

    private static long rows(Statement s, String file) throws SQLException {
        try (ResultSet r = s.executeQuery("SELECT num_rows FROM parquet_file_metadata(" + literal(file) + ")")) {
            return r.next() ? r.getLong(1) : -1;
        }
    }

    /** Tells the columns, and makes the query that gives each as text. */
    private static String describe(Statement s, String from, long rows, DataOutputStream out)
            throws SQLException, IOException {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (ResultSet r = s.executeQuery("DESCRIBE " + from)) {
            while (r.next()) {
                names.add(r.getString(1));
                types.add(r.getString(2));
            }
        }
        out.writeInt(names.size());
        List<String> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean flat = isFlat(types.get(i));
            writeText(out, names.get(i));
            writeText(out, types.get(i));
            out.writeBoolean(flat);
            columns.add("c" + i);
            if (flat) {
                texts.add(text("c" + i, types.get(i)));
            }
        }
        out.writeLong(rows);
        out.flush();
        if (texts.isEmpty()) {
            throw new SQLException("it has no column of plain values");
        }
        return "SELECT " + String.join(", ", texts) + " FROM (" + from + ") AS t(" + String.join(", ", columns) + ")";
    }

    static boolean isFlat(String type) {
        return !type.endsWith("]")
                && !type.startsWith("STRUCT")
                && !type.startsWith("MAP")
                && !type.startsWith("UNION")
                && !type.equals("BLOB")
                && !type.equals("VARIANT")
                && !type.startsWith("GEOMETRY");
    }

    /** A moment is told in UTC, whatever zone this machine is in. */
    private static String text(String column, String type) {
        return type.equals("TIMESTAMP WITH TIME ZONE")
                ? "CAST(make_timestamp(epoch_us(" + column + ")) AS VARCHAR) || '+00:00'"
                : "CAST(" + column + " AS VARCHAR)";
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(ResultSet r, DataOutputStream out) throws SQLException, IOException {
        int width = r.getMetaData().getColumnCount();
        while (r.next()) {
            for (int i = 1; i <= width; i++) {
                if (i > 1) {
                    out.write(',');
                }
                String text = r.getString(i);
                if (text != null && !text.isEmpty()) {
                    out.write((isMisread(text) ? quoted(text) : text).getBytes(StandardCharsets.UTF_8));
                } else if (width == 1) {
                    out.write('"');
                    out.write('"');
                }
            }
            out.write('\n');
        }
    }

    private static boolean isMisread(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'"
                + text.replace('\\', java.io.File.separatorChar == '\\' ? '/' : '\\')
                        .replace("'", "''") + "'";
    }
}
