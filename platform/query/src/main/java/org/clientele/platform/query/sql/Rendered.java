package org.clientele.platform.query.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A statement as text and values.
 *
 * @param sql one SELECT with a {@code ?} for each value
 * @param binds the values, none of them null
 */
public record Rendered(String sql, List<Object> binds) {
    static {
        // Its banner would go to a log that a person reads.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final Map<SQLDialect, DSLContext> CONTEXTS = new ConcurrentHashMap<>();

    static Rendered of(Query query, Dialect dialect) {
        // Making a context costs as much as rendering with it.
        DSLContext context = CONTEXTS.computeIfAbsent(dialect.jooq(), DSL::using);
        List<Object> binds = context.extractBindValues(query).stream()
                .map(v -> Objects.requireNonNull(v, "bind"))
                .toList();
        return new Rendered(context.render(query), binds);
    }
}
