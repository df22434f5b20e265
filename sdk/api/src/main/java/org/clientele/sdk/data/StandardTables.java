package org.clientele.sdk.data;

import java.util.List;
import java.util.Map;

/** The tables of the customer model as this SDK defines them. */
final class StandardTables {
    private StandardTables() {}

    private static ColumnSpec column(String name, ColumnType type, String label) {
        return new ColumnSpec(name, type, Unit.none(), label);
    }

    private static ColumnSpec text(String name, String label) {
        return column(name, ColumnType.TEXT, label);
    }

    private static ColumnSpec whole(String name, String label) {
        return column(name, ColumnType.INTEGER, label);
    }

    private static ColumnSpec real(String name, String label) {
        return column(name, ColumnType.DOUBLE, label);
    }

    private static ColumnSpec flag(String name, String label) {
        return column(name, ColumnType.BOOLEAN, label);
    }

    private static ColumnSpec date(String name, String label) {
        return column(name, ColumnType.DATE, label);
    }

    private static ColumnSpec time(String name, String label) {
        return column(name, ColumnType.TIMESTAMP, label);
    }

    private static ColumnSpec money(String name, String label) {
        return new ColumnSpec(name, ColumnType.DECIMAL, Unit.money(), label);
    }

    /** In the order in which an import fills them: what is referred to before what refers. */
    static final List<CustomerModel.Table> ALL = List.of(
            new CustomerModel.Table(
                    "customer",
                    "customer",
                    "customer_id",
                    "",
                    List.of(
                            text("customer_id", "Customer"),
                            text("name", "Name"),
                            text("email", "E-mail"),
                            text("gender", "Gender"),
                            date("birth_date", "Date of birth"),
                            whole("birth_year", "Year of birth"),
                            text("education", "Education"),
                            text("marital_status", "Marital status"),
                            text("occupation", "Occupation"),
                            whole("household_size", "Household size"),
                            money("income", "Income"),
                            text("country", "Country"),
                            text("region", "Region"),
                            text("city", "City"),
                            text("postal_code", "Postal code"),
                            real("latitude", "Latitude"),
                            real("longitude", "Longitude"),
                            time("registered_at", "Registered"),
                            text("acquisition_channel", "Acquisition channel"),
                            flag("consent", "Consent to contact")),
                    List.of("customer_id"),
                    Map.of()),
            new CustomerModel.Table(
                    "product",
                    "product",
                    "product_id",
                    "",
                    List.of(
                            text("product_id", "Product"),
                            text("name", "Name"),
                            text("category", "Category"),
                            text("subcategory", "Subcategory"),
                            text("brand", "Brand"),
                            money("list_price", "List price"),
                            money("unit_cost", "Unit cost"),
                            text("currency", "Currency"),
                            date("launched_at", "Launched")),
                    List.of("product_id"),
                    Map.of()),
            new CustomerModel.Table(
                    "order_line",
                    "order line",
                    "",
                    "ordered_at",
                    List.of(
                            text("order_id", "Order"),
                            whole("line_no", "Line"),
                            time("ordered_at", "Ordered"),
                            text("kind", "Kind"),
                            text("customer_id", "Customer"),
                            text("product_id", "Product"),
                            text("description", "Description"),
                            new ColumnSpec("quantity", ColumnType.DECIMAL, Unit.of("units"), "Quantity"),
                            money("unit_price", "Unit price"),
                            money("amount", "Amount"),
                            money("discount", "Discount"),
                            money("tax", "Tax"),
                            money("cost", "Cost"),
                            text("currency", "Currency"),
                            text("country", "Country"),
                            text("channel", "Channel"),
                            flag("is_charge", "Charge")),
                    List.of("order_id"),
                    Map.of("customer_id", "customer", "product_id", "product")),
            new CustomerModel.Table(
                    "interaction",
                    "interaction",
                    "interaction_id",
                    "occurred_at",
                    List.of(
                            text("interaction_id", "Interaction"),
                            time("occurred_at", "Occurred"),
                            text("customer_id", "Customer"),
                            text("kind", "Kind"),
                            text("channel", "Channel"),
                            text("device", "Device"),
                            text("campaign_id", "Campaign"),
                            text("product_id", "Product"),
                            text("session_id", "Session"),
                            whole("duration_seconds", "Duration"),
                            text("outcome", "Outcome")),
                    List.of("interaction_id", "occurred_at"),
                    Map.of("customer_id", "customer", "campaign_id", "campaign", "product_id", "product")),
            new CustomerModel.Table(
                    "campaign",
                    "campaign",
                    "campaign_id",
                    "started_at",
                    List.of(
                            text("campaign_id", "Campaign"),
                            text("name", "Name"),
                            text("channel", "Channel"),
                            text("objective", "Objective"),
                            time("started_at", "Started"),
                            time("ended_at", "Ended"),
                            money("budget", "Budget"),
                            money("cost", "Cost"),
                            text("currency", "Currency")),
                    List.of("campaign_id"),
                    Map.of()),
            new CustomerModel.Table(
                    "campaign_contact",
                    "campaign contact",
                    "",
                    "contacted_at",
                    List.of(
                            text("campaign_id", "Campaign"),
                            text("customer_id", "Customer"),
                            time("contacted_at", "Contacted"),
                            text("channel", "Channel"),
                            text("variant", "Variant"),
                            flag("is_control", "Control group"),
                            flag("delivered", "Delivered"),
                            time("opened_at", "Opened"),
                            time("clicked_at", "Clicked"),
                            time("converted_at", "Converted"),
                            flag("responded", "Responded"),
                            flag("unsubscribed", "Unsubscribed"),
                            money("revenue", "Revenue"),
                            money("cost", "Cost")),
                    List.of("campaign_id", "customer_id"),
                    Map.of("campaign_id", "campaign", "customer_id", "customer")),
            new CustomerModel.Table(
                    "ticket",
                    "ticket",
                    "ticket_id",
                    "opened_at",
                    List.of(
                            text("ticket_id", "Ticket"),
                            time("opened_at", "Opened"),
                            time("first_response_at", "First response"),
                            time("resolved_at", "Resolved"),
                            text("customer_id", "Customer"),
                            text("order_id", "Order"),
                            text("product_id", "Product"),
                            text("channel", "Channel"),
                            text("category", "Category"),
                            text("priority", "Priority"),
                            text("status", "Status"),
                            text("agent", "Agent"),
                            flag("reopened", "Reopened"),
                            flag("within_target", "Within service target")),
                    List.of("ticket_id"),
                    Map.of("customer_id", "customer", "product_id", "product")),
            new CustomerModel.Table(
                    "feedback",
                    "feedback",
                    "feedback_id",
                    "given_at",
                    List.of(
                            text("feedback_id", "Feedback"),
                            time("given_at", "Given"),
                            text("customer_id", "Customer"),
                            text("kind", "Kind"),
                            real("score", "Score"),
                            real("score_max", "Highest score"),
                            text("comment", "Comment"),
                            text("channel", "Channel"),
                            text("product_id", "Product"),
                            text("order_id", "Order"),
                            text("ticket_id", "Ticket")),
                    List.of("feedback_id"),
                    Map.of("customer_id", "customer", "product_id", "product", "ticket_id", "ticket")),
            new CustomerModel.Table(
                    "opportunity",
                    "opportunity",
                    "opportunity_id",
                    "created_at",
                    List.of(
                            text("opportunity_id", "Opportunity"),
                            text("name", "Name"),
                            text("customer_id", "Customer"),
                            text("owner", "Owner"),
                            text("source", "Source"),
                            text("campaign_id", "Campaign"),
                            text("stage", "Stage"),
                            money("amount", "Amount"),
                            text("currency", "Currency"),
                            real("probability", "Probability"),
                            time("created_at", "Created"),
                            date("expected_close", "Expected close"),
                            time("closed_at", "Closed"),
                            flag("won", "Won"),
                            text("lost_reason", "Lost because")),
                    List.of("opportunity_id"),
                    Map.of("customer_id", "customer", "campaign_id", "campaign")),
            new CustomerModel.Table(
                    "exposure",
                    "exposure",
                    "",
                    "exposed_at",
                    List.of(
                            text("experiment_id", "Experiment"),
                            text("variant", "Variant"),
                            text("customer_id", "Customer"),
                            time("exposed_at", "Exposed"),
                            flag("visited", "Visited"),
                            flag("converted", "Converted"),
                            money("revenue", "Revenue")),
                    List.of("experiment_id", "variant"),
                    Map.of("customer_id", "customer")),
            new CustomerModel.Table(
                    "subscription",
                    "subscription",
                    "subscription_id",
                    "started_at",
                    List.of(
                            text("subscription_id", "Subscription"),
                            text("customer_id", "Customer"),
                            text("plan", "Plan"),
                            text("status", "Status"),
                            time("started_at", "Started"),
                            time("ended_at", "Ended"),
                            money("monthly_amount", "Amount a month"),
                            money("total_amount", "Amount in all"),
                            text("currency", "Currency"),
                            text("billing_period", "Billing period"),
                            text("payment_method", "Payment method"),
                            whole("tenure_months", "Months"),
                            flag("churned", "Churned"),
                            text("cancel_reason", "Cancelled because")),
                    List.of("subscription_id"),
                    Map.of("customer_id", "customer")),
            new CustomerModel.Table(
                    "market",
                    "market",
                    "",
                    "as_of",
                    List.of(
                            text("market_id", "Market"),
                            text("name", "Name"),
                            text("country", "Country"),
                            text("region", "Region"),
                            date("as_of", "As of"),
                            whole("population", "Population"),
                            money("market_size", "Market size"),
                            text("currency", "Currency"),
                            real("growth", "Growth a year"),
                            whole("competitors", "Competitors"),
                            text("leading_competitor", "Leading competitor"),
                            real("leading_share", "Share of the leading competitor")),
                    List.of("market_id"),
                    Map.of()),
            new CustomerModel.Table(
                    "target",
                    "target",
                    "",
                    "period_start",
                    List.of(
                            text("metric", "Metric"),
                            text("dimension", "Dimension"),
                            text("member", "Member"),
                            date("period_start", "From"),
                            date("period_end", "To"),
                            real("value", "Target"),
                            text("currency", "Currency"),
                            text("owner", "Owner")),
                    List.of("metric", "period_start", "value"),
                    Map.of()),
            new CustomerModel.Table(
                    "segment_membership",
                    "segment membership",
                    "",
                    "assigned_at",
                    List.of(
                            text("segmentation", "Segmentation"),
                            text("segment", "Segment"),
                            text("customer_id", "Customer"),
                            time("assigned_at", "Assigned"),
                            real("score", "Score")),
                    List.of("segmentation", "segment", "customer_id"),
                    Map.of("customer_id", "customer")),
            new CustomerModel.Table(
                    "calendar",
                    "day",
                    "day",
                    "",
                    List.of(
                            date("day", "Day"),
                            text("holiday", "Holiday"),
                            flag("is_holiday", "Holiday"),
                            flag("is_working_day", "Working day"),
                            text("event", "Event"),
                            text("season", "Season")),
                    List.of("day"),
                    Map.of()),
            new CustomerModel.Table(
                    "exchange_rate",
                    "exchange rate",
                    "",
                    "valid_from",
                    List.of(
                            text("from_currency", "From"),
                            text("to_currency", "To"),
                            date("valid_from", "Valid from"),
                            real("rate", "Rate")),
                    List.of("from_currency", "to_currency", "valid_from", "rate"),
                    Map.of()));
}
