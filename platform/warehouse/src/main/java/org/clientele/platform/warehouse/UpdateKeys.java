package org.clientele.platform.warehouse;

import java.util.List;
import java.util.Map;
import org.clientele.sdk.data.CustomerModel;

/** By which columns an update finds the rows that it takes the place of. */
final class UpdateKeys {
    private static final Map<String, List<String>> WITHOUT_KEY = Map.of(
            CustomerModel.ORDER_LINE, List.of("order_id"),
            CustomerModel.CAMPAIGN_CONTACT, List.of("campaign_id", "customer_id"),
            CustomerModel.EXPOSURE, List.of("experiment_id", "customer_id"),
            CustomerModel.MARKET, List.of("market_id", "as_of"),
            CustomerModel.TARGET, List.of("metric", "dimension", "member", "period_start"),
            CustomerModel.SEGMENT_MEMBERSHIP, List.of("segmentation", "customer_id"),
            CustomerModel.EXCHANGE_RATE, List.of("from_currency", "to_currency", "valid_from"));

    private UpdateKeys() {}

    /** The key of the table, or for one without: an order's lines, a campaign's contact and so on, as a whole. */
    static List<String> of(CustomerModel.Table table) {
        return table.key().isEmpty() ? WITHOUT_KEY.getOrDefault(table.name(), table.required()) : List.of(table.key());
    }
}
