package org.clientele.sdk.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a component of an analysis's parameters is offered to people, and what it may be.
 *
 * <p>Label and help are words, or a key of the bundle beside the record's package (see
 * {@link org.clientele.sdk.text.Texts}) behind a percent sign. A constant {@code YEAR_BEFORE} of an enum is called what the
 * key of the label with {@code .year_before} behind it says; where the label is words, "Year before".
 *
 * <p>Parameters that several analyses share are a record of their own: a component whose type is a record stands for that
 * record's components, which are offered one after the other where it stands, each under its own name, with the words of the
 * bundle beside the inner record. A name may come up once only.
 *
 * <pre>{@code
 * record Parameters(@Parameter(label = "%uptake", help = "%uptake.help") double uptake, @Parameter(label = "By") Grain by) {}
 *
 * # texts.properties
 * uptake=Uptake
 * uptake.help=The share of a tier's customers who rise
 *
 * record Compared(Parameters which, @Parameter(label = "Against") String other) {} // uptake, by, other
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** For people: "Uptake", or a key: "%uptake". */
    String label();

    /** A sentence that says what it does, a key of one, or "". */
    String help() default "";

    /** The least number that is accepted. */
    double least() default Double.NEGATIVE_INFINITY;

    /** The greatest number that is accepted. */
    double most() default Double.POSITIVE_INFINITY;

    /** The step of a slider, or 0 for a free number. */
    double step() default 0;
}
