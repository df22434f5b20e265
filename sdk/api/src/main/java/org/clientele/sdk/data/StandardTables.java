package org.clientele.sdk.data;

import java.util.List;
import java.util.Map;
import org.clientele.sdk.text.Texts;

/** The tables of the customer model as this SDK defines them. */
final class StandardTables {
    private static final Texts TEXTS = Texts.of(StandardTables.class);

    private StandardTables() {}

    private static ColumnSpec column(String name, ColumnType type) {
        return new ColumnSpec(name, type, Unit.none(), "");
    }

    private static ColumnSpec text(String name) {
        return column(name, ColumnType.TEXT);
    }

    private static ColumnSpec whole(String name) {
        return column(name, ColumnType.INTEGER);
    }

    private static ColumnSpec real(String name) {
        return column(name, ColumnType.DOUBLE);
    }

    private static ColumnSpec flag(String name) {
        return column(name, ColumnType.BOOLEAN);
    }

    private static ColumnSpec date(String name) {
        return column(name, ColumnType.DATE);
    }

    private static ColumnSpec time(String name) {
        return column(name, ColumnType.TIMESTAMP);
    }

    private static ColumnSpec money(String name) {
        return new ColumnSpec(name, ColumnType.DECIMAL, Unit.money(), "");
    }

    /** A table with what it and its columns are called. */
    private static CustomerModel.Table table(
            String name,
            String key,
            String time,
            List<ColumnSpec> columns,
            List<String> required,
            Map<String, String> references) {
        List<ColumnSpec> labelled = columns.stream()
                .map(c -> new ColumnSpec(
                        c.name(),
                        c.type(),
                        c.unit(),
                        TEXTS.get("model.column." + name + "." + c.name()),
                        c.dimension()))
                .toList();
        return new CustomerModel.Table(
                name, TEXTS.get("model.table." + name), key, time, labelled, required, references);
    }

    /** In the order in which an import fills them: what is referred to before what refers. */
    static final List<CustomerModel.Table> ALL = List.of(
            table(
                    "customer",
                    "customer_id",
                    "",
                    List.of(
                            text("customer_id"),
                            text("name"),
                            text("email"),
                            text("gender"),
                            date("birth_date"),
                            whole("birth_year"),
                            text("education"),
                            text("marital_status"),
                            text("occupation"),
                            whole("household_size"),
                            money("income"),
                            text("country"),
                            text("region"),
                            text("city"),
                            text("postal_code"),
                            real("latitude"),
                            real("longitude"),
                            time("registered_at"),
                            text("acquisition_channel"),
                            flag("consent")),
                    List.of("customer_id"),
                    Map.of()),
            table(
                    "product",
                    "product_id",
                    "",
                    List.of(
                            text("product_id"),
                            text("name"),
                            text("category"),
                            text("subcategory"),
                            text("brand"),
                            money("list_price"),
                            money("unit_cost"),
                            text("currency"),
                            date("launched_at")),
                    List.of("product_id"),
                    Map.of()),
            table(
                    "order_line",
                    "",
                    "ordered_at",
                    List.of(
                            text("order_id"),
                            whole("line_no"),
                            time("ordered_at"),
                            text("kind"),
                            text("customer_id"),
                            text("product_id"),
                            text("description"),
                            new ColumnSpec("quantity", ColumnType.DECIMAL, Unit.of("units"), ""),
                            money("unit_price"),
                            money("amount"),
                            money("discount"),
                            money("tax"),
                            money("cost"),
                            text("currency"),
                            text("country"),
                            text("channel"),
                            flag("is_charge")),
                    List.of("order_id"),
                    Map.of("customer_id", "customer", "product_id", "product")),
            table(
                    "interaction",
                    "interaction_id",
                    "occurred_at",
                    List.of(
                            text("interaction_id"),
                            time("occurred_at"),
                            text("customer_id"),
                            text("kind"),
                            text("channel"),
                            text("device"),
                            text("campaign_id"),
                            text("product_id"),
                            text("session_id"),
                            whole("duration_seconds"),
                            text("outcome")),
                    List.of("interaction_id", "occurred_at"),
                    Map.of("customer_id", "customer", "campaign_id", "campaign", "product_id", "product")),
            table(
                    "campaign",
                    "campaign_id",
                    "started_at",
                    List.of(
                            text("campaign_id"),
                            text("name"),
                            text("channel"),
                            text("objective"),
                            time("started_at"),
                            time("ended_at"),
                            money("budget"),
                            money("cost"),
                            text("currency")),
                    List.of("campaign_id"),
                    Map.of()),
            table(
                    "campaign_contact",
                    "",
                    "contacted_at",
                    List.of(
                            text("campaign_id"),
                            text("customer_id"),
                            time("contacted_at"),
                            text("channel"),
                            text("variant"),
                            flag("is_control"),
                            flag("delivered"),
                            time("opened_at"),
                            time("clicked_at"),
                            time("converted_at"),
                            flag("responded"),
                            flag("unsubscribed"),
                            money("revenue"),
                            money("cost")),
                    List.of("campaign_id", "customer_id"),
                    Map.of("campaign_id", "campaign", "customer_id", "customer")),
            table(
                    "ticket",
                    "ticket_id",
                    "opened_at",
                    List.of(
                            text("ticket_id"),
                            time("opened_at"),
                            time("first_response_at"),
                            time("resolved_at"),
                            text("customer_id"),
                            text("order_id"),
                            text("product_id"),
                            text("channel"),
                            text("category"),
                            text("priority"),
                            text("status"),
                            text("agent"),
                            flag("reopened"),
                            flag("within_target")),
                    List.of("ticket_id"),
                    Map.of("customer_id", "customer", "product_id", "product")),
            table(
                    "feedback",
                    "feedback_id",
                    "given_at",
                    List.of(
                            text("feedback_id"),
                            time("given_at"),
                            text("customer_id"),
                            text("kind"),
                            real("score"),
                            real("score_max"),
                            text("comment"),
                            text("channel"),
                            text("product_id"),
                            text("order_id"),
                            text("ticket_id")),
                    List.of("feedback_id"),
                    Map.of("customer_id", "customer", "product_id", "product", "ticket_id", "ticket")),
            table(
                    "opportunity",
                    "opportunity_id",
                    "created_at",
                    List.of(
                            text("opportunity_id"),
                            text("name"),
                            text("customer_id"),
                            text("owner"),
                            text("source"),
                            text("campaign_id"),
                            text("stage"),
                            money("amount"),
                            text("currency"),
                            real("probability"),
                            time("created_at"),
                            date("expected_close"),
                            time("closed_at"),
                            flag("won"),
                            text("lost_reason")),
                    List.of("opportunity_id"),
                    Map.of("customer_id", "customer", "campaign_id", "campaign")),
            table(
                    "exposure",
                    "",
                    "exposed_at",
                    List.of(
                            text("experiment_id"),
                            text("variant"),
                            text("customer_id"),
                            time("exposed_at"),
                            flag("visited"),
                            flag("converted"),
                            money("revenue")),
                    List.of("experiment_id", "variant"),
                    Map.of("customer_id", "customer")),
            table(
                    "subscription",
                    "subscription_id",
                    "started_at",
                    List.of(
                            text("subscription_id"),
                            text("customer_id"),
                            text("plan"),
                            text("status"),
                            time("started_at"),
                            time("ended_at"),
                            money("monthly_amount"),
                            money("total_amount"),
                            text("currency"),
                            text("billing_period"),
                            text("payment_method"),
                            whole("tenure_months"),
                            flag("churned"),
                            text("cancel_reason")),
                    List.of("subscription_id"),
                    Map.of("customer_id", "customer")),
            table(
                    "market",
                    "",
                    "as_of",
                    List.of(
                            text("market_id"),
                            text("name"),
                            text("country"),
                            text("region"),
                            date("as_of"),
                            whole("population"),
                            money("market_size"),
                            text("currency"),
                            real("growth"),
                            whole("competitors"),
                            text("leading_competitor"),
                            real("leading_share")),
                    List.of("market_id"),
                    Map.of()),
            table(
                    "target",
                    "",
                    "period_start",
                    List.of(
                            text("metric"),
                            text("dimension"),
                            text("member"),
                            date("period_start"),
                            date("period_end"),
                            real("value"),
                            text("currency"),
                            text("owner")),
                    List.of("metric", "period_start", "value"),
                    Map.of()),
            table(
                    "segment_membership",
                    "",
                    "assigned_at",
                    List.of(
                            text("segmentation"),
                            text("segment"),
                            text("customer_id"),
                            time("assigned_at"),
                            real("score")),
                    List.of("segmentation", "segment", "customer_id"),
                    Map.of("customer_id", "customer")),
            table(
                    "calendar",
                    "day",
                    "",
                    List.of(
                            date("day"),
                            text("holiday"),
                            flag("is_holiday"),
                            flag("is_working_day"),
                            text("event"),
                            text("season")),
                    List.of("day"),
                    Map.of()),
            table(
                    "exchange_rate",
                    "",
                    "valid_from",
                    List.of(text("from_currency"), text("to_currency"), date("valid_from"), real("rate")),
                    List.of("from_currency", "to_currency", "valid_from", "rate"),
                    Map.of()));
}
