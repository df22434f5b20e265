package org.clientele.platform.sample;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * How large a retailer to generate. The same options give the same rows on every machine.
 *
 * @param customers how many customers, 1 to {@value #MAX_CUSTOMERS}; about twenty order lines come with each
 * @param seed any number; another one gives another retailer of the same kind
 * @param faultless whether to leave out the planted faults of quality; all other rows and values stay the same
 */
public record SampleOptions(int customers, long seed, boolean faultless) {
    private static final Texts TEXTS = Texts.of(SampleOptions.class);

    /** Customers where nobody says otherwise: about 400,000 order lines. */
    public static final int DEFAULT_CUSTOMERS = 20_000;
    /** The seed where nobody says otherwise. */
    public static final long DEFAULT_SEED = 20_230_101L;
    /** The largest retailer. */
    public static final int MAX_CUSTOMERS = 1_000_000;

    private static final String VERSION = "v3";

    public SampleOptions {
        if (customers < 1 || customers > MAX_CUSTOMERS) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("sample.options.sample_has_1_1", String.valueOf(customers)));
        }
    }

    /** With the planted faults. */
    public SampleOptions(int customers, long seed) {
        this(customers, seed, false);
    }

    /** The default retailer. */
    public static SampleOptions standard() {
        return new SampleOptions(DEFAULT_CUSTOMERS, DEFAULT_SEED);
    }

    /** Names the rows: equal identities mean equal rows. */
    public String identity() {
        return "sample-retailer " + VERSION + ", " + customers + " customers, seed " + seed
                + (faultless ? ", faultless" : "");
    }
}
