package org.clientele.platform.runtime;

/**
 * A table or a query of a database, to be imported. Of table and query, exactly one is not empty.
 *
 * @param url {@code jdbc:postgresql://host/database}, {@code jdbc:hsqldb:file:path} or {@code jdbc:duckdb:path}
 * @param user "" where the database asks for none
 * @param password "" where the database asks for none; it is in no message, no log and no file
 * @param table its name, with its schema before a dot if need be
 * @param query one SELECT
 */
public record DatabaseSource(String url, String user, String password, String table, String query) {
    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSource[" + url + ", " + user + ", " + (table.isEmpty() ? query : table) + "]";
    }
}
