package org.clientele.platform.warehouse.mapping;

/** One way in which the values of a column may be written, for the program and for the engine alike. */
interface ValueFormat {
    /** Whether a text that is not blank looks like it; the engine may still refuse it, for example the 31st of February. */
    boolean fits(String text);

    /**
     * SQL of the typed value.
     *
     * @param raw SQL of the text
     * @return NULL where the text does not fit
     */
    String sql(String raw);

    /** Whether values are moments that the column's own text places in a zone. */
    default boolean withZone() {
        return false;
    }
}
