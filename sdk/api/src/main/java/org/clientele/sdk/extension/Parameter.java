package org.clientele.sdk.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a component of an analysis's parameters is offered to people, and what it may be. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
    /** For people: "Uptake". */
    String label();

    /** A sentence that says what it does, or "". */
    String help() default "";

    /** The least number that is accepted. */
    double least() default Double.NEGATIVE_INFINITY;

    /** The greatest number that is accepted. */
    double most() default Double.POSITIVE_INFINITY;

    /** The step of a slider, or 0 for a free number. */
    double step() default 0;
}
