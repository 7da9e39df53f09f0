package com.servistech.erp.repairs;

import com.servistech.erp.customers.SearchText;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads orders: a list and the board are one statement, one order with all that happened to it four. */
final class OrderBook {

    private static final int CARDS_IN_A_COLUMN = 100;
    private static final String COLUMNS =
            "o.id, o.number, o.status, o.status_since, o.priority, o.customer_id, c.name as customer_name,"
                    + " c.phone as customer_phone, o.device_id, d.brand || ' ' || d.model as device, o.technician_id,"
                    + " u.name as technician_name, o.reported_issue, o.received_at, o.ready_at, o.delivered_at,"
                    + " o.updated_at, o.version, v.id as invoice_id, v.total as invoice_total,"
                    + " b.balance as invoice_balance";
    // billing lies above repairs, and no class of it is used here; but a list with its amounts is one statement
    private static final String JOINS = " join erp.customers c on c.store_id = o.store_id and c.id = o.customer_id"
            + " join erp.devices d on d.store_id = o.store_id and d.id = o.device_id"
            + " left join erp.users u on u.id = o.technician_id"
            + " left join erp.invoices v on v.store_id = o.store_id and v.order_id = o.id"
            + " left join erp.invoice_balances b on b.store_id = v.store_id and b.id = v.id";

    private final Work work;

    OrderBook(Work work) {
        this.work = work;
    }

    Optional<OrderView> order(UUID id) {
        List<Object> parameters = new ArrayList<>();
        String where = scope(parameters) + " and o.id = ?";
        parameters.add(id);
        return work.sql()
                .first(
                        this::view,
                        "select " + COLUMNS + ", o.diagnosis, i.received_by, o.delivered_by, i.checklist::text"
                                + " from erp.service_orders o" + JOINS
                                + " join erp.order_intakes i on i.store_id = o.store_id and i.order_id = o.id" + where,
                        parameters.toArray());
    }

    Page<OrderCard> list(OrderQuery query) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder(scope(parameters));
        if (!query.statuses().isEmpty()) {
            where.append(" and o.status = any (?)");
            parameters.add(query.statuses().stream().map(Enum::name).toList());
        }
        and(where, parameters, " and o.technician_id = ?", query.technicianId());
        and(where, parameters, " and o.customer_id = ?", query.customerId());
        and(where, parameters, " and o.device_id = ?", query.deviceId());
        and(where, parameters, " and o.updated_at >= ?", query.updatedSince());
        SearchText text = SearchText.of(query.text());
        if (text != null) {
            where.append(" and (strpos(lower(o.number), ?) > 0 or strpos(c.search, ?) > 0 or strpos(c.search, ?) > 0"
                    + " or strpos(d.search, ?) > 0 or strpos(d.search, ?) > 0)");
            parameters.addAll(List.of(text.plain(), text.plain(), text.number(), text.plain(), text.number()));
        }
        and(where, parameters, " and o.id < ?", query.page().beforeId());
        parameters.add(query.page().limit() + 1);
        List<OrderCard> rows = work.sql()
                .list(
                        OrderBook::card,
                        "select " + COLUMNS + " from erp.service_orders o" + JOINS + where
                                + " order by o.id desc limit ?",
                        parameters.toArray());
        return Page.of(rows, query.page().limit(), card -> card.id().toString());
    }

    Board board() {
        List<Object> parameters = new ArrayList<>();
        String where = scope(parameters);
        parameters.add(CARDS_IN_A_COLUMN);
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        Map<OrderStatus, List<OrderCard>> cards = new EnumMap<>(OrderStatus.class);
        work.sql()
                .list(
                        row -> {
                            OrderCard card = card(row);
                            counts.put(card.status(), row.bigint("in_column"));
                            return cards.computeIfAbsent(card.status(), s -> new ArrayList<>())
                                    .add(card);
                        },
                        "select " + COLUMNS + ", o.in_column from (select o.*,"
                                + " count(*) over (partition by o.status) as in_column,"
                                + " row_number() over (partition by o.status order by array_position("
                                + "array['URGENT', 'WARRANTY', 'HIGH', 'MEDIUM', 'LOW'], o.priority), o.id) as place"
                                + " from erp.service_orders o" + where
                                + " and o.status in ('TRIAGE', 'DIAGNOSIS', 'AWAITING_PART', 'MICRO_SOLDERING', 'QA',"
                                + " 'READY')) o" + JOINS + " where o.place <= ? order by o.place",
                        parameters.toArray());
        List<Board.Column> columns = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            if (status.isOpen()) {
                columns.add(new Board.Column(
                        status, counts.getOrDefault(status, 0L), List.copyOf(cards.getOrDefault(status, List.of()))));
            }
        }
        return new Board(columns);
    }

    private List<TransitionView> history(UUID orderId) {
        return work.sql()
                .list(
                        row -> new TransitionView(
                                row.text("from_status") == null ? null : OrderStatus.valueOf(row.text("from_status")),
                                OrderStatus.valueOf(row.text("to_status")),
                                row.text("note"),
                                row.uuid("moved_by"),
                                row.text("moved_by_name"),
                                row.instant("moved_at")),
                        "select t.from_status, t.to_status, t.note, t.moved_by, u.name as moved_by_name, t.moved_at"
                                + " from erp.order_transitions t left join erp.users u on u.id = t.moved_by"
                                + " where t.order_id = ? order by t.ordinal",
                        orderId);
    }

    private List<QaResultView> qaResults(UUID orderId) {
        return work.sql()
                .list(
                        row -> new QaResultView(
                                row.uuid("id"),
                                row.bool("passed"),
                                QaTest.listOf(row.text("tests")),
                                row.text("notes"),
                                row.uuid("checked_by"),
                                row.text("checked_by_name"),
                                row.instant("checked_at")),
                        "select q.id, q.passed, q.tests::text, q.notes, q.checked_by, u.name as checked_by_name,"
                                + " q.checked_at from erp.qa_results q left join erp.users u on u.id = q.checked_by"
                                + " where q.order_id = ? order by q.ordinal",
                        orderId);
    }

    /** Row level security is the lock; naming the store lets the index lead. */
    private String scope(List<Object> parameters) {
        if (work.scope() instanceof Scope.OneStore one) {
            parameters.add(one.store());
            return " where o.store_id = ?";
        }
        return " where true";
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    private OrderView view(Sql.Row row) {
        OrderCard card = card(row);
        return new OrderView(
                card.id(),
                card.number(),
                card.status(),
                card.statusSince(),
                card.priority(),
                card.customerId(),
                card.customerName(),
                card.customerPhone(),
                card.deviceId(),
                card.device(),
                card.technicianId(),
                card.technicianName(),
                card.reportedIssue(),
                row.text("diagnosis"),
                Checklist.of(row.text("checklist")),
                row.uuid("received_by"),
                card.receivedAt(),
                card.readyAt(),
                row.uuid("delivered_by"),
                card.deliveredAt(),
                card.invoiceId(),
                card.total(),
                card.balance(),
                card.updatedAt(),
                card.version(),
                card.status().next(),
                new Inventory(work).reservations(card.id()),
                history(card.id()),
                qaResults(card.id()));
    }

    private static OrderCard card(Sql.Row row) {
        return new OrderCard(
                row.uuid("id"),
                row.text("number"),
                OrderStatus.valueOf(row.text("status")),
                row.instant("status_since"),
                Priority.valueOf(row.text("priority")),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.text("customer_phone"),
                row.uuid("device_id"),
                row.text("device"),
                row.uuid("technician_id"),
                row.text("technician_name"),
                row.text("reported_issue"),
                row.instant("received_at"),
                row.instant("ready_at"),
                row.instant("delivered_at"),
                row.uuid("invoice_id"),
                usd(row, "invoice_total"),
                usd(row, "invoice_balance"),
                row.instant("updated_at"),
                row.integer("version"));
    }

    private static Money usd(Sql.Row row, String column) {
        return row.decimal(column) == null ? null : Money.rounded(row.decimal(column), Currency.USD);
    }
}
