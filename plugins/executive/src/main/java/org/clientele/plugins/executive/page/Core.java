package org.clientele.plugins.executive.page;

/** Whole ids of core metrics, so that another plugin's metric of the same name cannot make them ambiguous. */
public final class Core {
    /** The namespace of the metrics of the customer model, with the slash. */
    public static final String NAMESPACE = "clientele.core/";

    public static final String REVENUE = NAMESPACE + "revenue";
    public static final String SALES = NAMESPACE + "sales";
    public static final String KNOWN_SALES = NAMESPACE + "known-customer-sales";
    public static final String ORDERS = NAMESPACE + "orders";
    public static final String ORDER_LINES = NAMESPACE + "order-lines";
    public static final String ORDER_VALUE = NAMESPACE + "average-order-value";
    public static final String RETURN_RATE = NAMESPACE + "return-rate";

    private Core() {}
}
