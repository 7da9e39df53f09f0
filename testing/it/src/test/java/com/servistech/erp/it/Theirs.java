package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something of every kind that a store has, by id. */
final class Theirs {

    /** What an id may be of. */
    enum Kind {
        STORE,
        USER,
        CUSTOMER,
        DEVICE,
        ORDER,
        INVOICE,
        PAYMENT,
        CASH_SESSION,
        CREDIT,
        CREDIT_NOTE,
        DEBIT_NOTE,
        REFUND,
        SHOP_ACCOUNT,
        SERVICE_ACCOUNT,
        DELIVERY_NOTE,
        FILE,
        STOCK_COUNT,
        TRANSFER,
        COMMISSION,
        COMMISSION_PERIOD,
        COMMISSION_DEBIT,
        /** Of the whole chain: whoever may read it at all, reads it. */
        SHARED,
        /** The address names nothing. */
        NONE;

        private static final Map<String, Kind> RESOURCES = Map.ofEntries(
                Map.entry("stores", STORE),
                Map.entry("users", USER),
                Map.entry("customers", CUSTOMER),
                Map.entry("orders", ORDER),
                Map.entry("invoices", INVOICE),
                Map.entry("payments", PAYMENT),
                Map.entry("cash-sessions", CASH_SESSION),
                Map.entry("credit-notes", CREDIT_NOTE),
                Map.entry("debit-notes", DEBIT_NOTE),
                Map.entry("refunds", REFUND),
                Map.entry("shop-accounts", SHOP_ACCOUNT),
                Map.entry("service-accounts", SERVICE_ACCOUNT),
                Map.entry("parts", SHARED),
                Map.entry("delivery-notes", DELIVERY_NOTE),
                Map.entry("files", FILE),
                Map.entry("stock-counts", STOCK_COUNT),
                Map.entry("transfers", TRANSFER),
                Map.entry("commissions", COMMISSION),
                Map.entry("commissions/periods", COMMISSION_PERIOD),
                Map.entry("commissions/debits", COMMISSION_DEBIT),
                Map.entry("payment-methods", SHARED),
                Map.entry("part-categories", SHARED),
                Map.entry("device-models", SHARED),
                Map.entry("services", SHARED),
                Map.entry("tax-rules", SHARED),
                // of the chain, and a SUPER_ADMIN's: nobody of a store gets that far
                Map.entry("backups", SHARED),
                Map.entry("issuers", SHARED),
                Map.entry("rates", SHARED),
                Map.entry("auth", NONE),
                Map.entry("audit", NONE),
                Map.entry("banks", NONE),
                Map.entry("commissions/rules", NONE),
                Map.entry("limits", NONE),
                Map.entry("stock", NONE),
                Map.entry("control-numbers", NONE),
                Map.entry("health-reports", NONE),
                Map.entry("jobs", NONE),
                Map.entry("period-closings", NONE),
                Map.entry("reports", NONE),
                Map.entry("spoiled-forms", NONE),
                Map.entry("stock-movements", NONE));

        private static final Map<String, Kind> FIELDS = Map.ofEntries(
                Map.entry("storeId", STORE),
                Map.entry("storeIds", STORE),
                Map.entry("customerId", CUSTOMER),
                Map.entry("deviceId", DEVICE),
                Map.entry("orderId", ORDER),
                Map.entry("technicianId", USER),
                Map.entry("sellerId", USER),
                Map.entry("userId", USER),
                Map.entry("personId", USER),
                Map.entry("documentId", INVOICE),
                Map.entry("invoiceId", INVOICE),
                Map.entry("receiptFileId", FILE),
                Map.entry("fileIds", FILE),
                Map.entry("serviceId", SHARED),
                Map.entry("ids", COMMISSION),
                // any store of the chain may be asked for parts, or be sent some
                Map.entry("fromStoreId", SHARED),
                Map.entry("toStoreId", SHARED),
                Map.entry("categoryId", SHARED),
                Map.entry("modelId", SHARED),
                Map.entry("modelIds", SHARED),
                Map.entry("partIds", SHARED),
                Map.entry("accountId", SHOP_ACCOUNT),
                Map.entry("creditId", CREDIT),
                Map.entry("partId", SHARED),
                Map.entry("issuerId", SHARED));

        /** What the address of an operation is about; null if nobody has said. */
        static Kind ofResource(Operation operation) {
            String[] names = operation.path().split("/");
            Kind of = names.length > 4 ? RESOURCES.get(names[3] + "/" + names[4]) : null;
            return of == null ? RESOURCES.get(names[3]) : of;
        }

        /** What a field or parameter names; null if nobody has said. */
        static Kind ofField(String field, Operation operation) {
            String[] names = field.split("\\.");
            String name = names[names.length - 1].matches("[0-9]+") ? names[names.length - 2] : names[names.length - 1];
            // whatever an entry of the audit is about
            return name.equals("id") && operation.path().startsWith("/api/v1/audit") ? CUSTOMER : FIELDS.get(name);
        }
    }

    private final RunningServer server;
    private final Map<Kind, String> ids = new EnumMap<>(Kind.class);

    private Theirs(RunningServer server) {
        this.server = server;
    }

    /** @param code of a store of the demo, in small letters */
    static Theirs of(RunningServer server, String code) {
        Theirs theirs = new Theirs(server);
        ErpClient manager = server.as("manager." + code);
        theirs.ids.put(
                Kind.STORE,
                id(Refusal.get(manager, "/stores")
                        .object()
                        .getJsonArray("items")
                        .getJsonObject(0)));
        theirs.ids.put(
                Kind.USER, server.as("technician." + code).auth().me().id().toString());
        theirs.make(manager, Kind.CUSTOMER, "/customers", Intake.customer());
        theirs.make(
                manager,
                Kind.DEVICE,
                "/customers/" + theirs.id(Kind.CUSTOMER) + "/devices",
                "{\"type\":\"PHONE\",\"brand\":\"Apple\",\"model\":\"iPhone 11\"}");
        theirs.make(manager, Kind.ORDER, "/orders", """
                {"customerId":"%s","deviceId":"%s","reportedIssue":"Pantalla rota","termsAccepted":true}""".formatted(theirs.id(Kind.CUSTOMER), theirs.id(Kind.DEVICE)));
        RawResponse program = Refusal.post(manager, "/service-accounts", """
                {"name":"Tienda en línea","role":"FRONT_DESK","permissions":["PARTS_READ"]}""");
        theirs.ids.put(Kind.SERVICE_ACCOUNT, id(program.object().getJsonObject("account")));
        theirs.money(manager);
        theirs.goods(manager);
        theirs.wages(manager, code);
        return theirs;
    }

    /** Of this kind; of something shared or of nothing, one that nobody has. */
    String id(Kind kind) {
        return ids.getOrDefault(kind, UUID.randomUUID().toString());
    }

    /** A mark over all rows of every table of the store: the same as long as nothing changes. */
    List<String> everything() {
        return ask("""
                select format('select %L || '' '' || coalesce(md5(string_agg(t::text, '''' order by t::text)), ''none'') from erp.%I t where store_id = %L',
                              relname, relname, 'STORE') from pg_class
                 where relnamespace = 'erp'::regnamespace and relkind in ('r', 'p') and not relispartition and obj_description(oid, 'pg_class') like 'store:%'
                """).stream().flatMap(sql -> ask(sql).stream()).toList();
    }

    /** A body of the description about things of this store. */
    JsonObject in(JsonObject example, Operation operation) {
        JsonObject body = example;
        for (Map.Entry<String, JsonValue> entry : example.entrySet()) {
            Kind kind = Kind.ofField(entry.getKey(), operation);
            if (kind != null && entry.getValue() instanceof JsonString && ids.containsKey(kind)) {
                body = replaced(body, List.of(entry.getKey()), id(kind));
            }
        }
        return body;
    }

    /** The same with an id at this place, which need not be there yet. */
    static JsonObject replaced(JsonObject body, List<String> place, String id) {
        JsonValue value = Json.createValue(id);
        if (place.size() > 1) {
            JsonValue inside = body.get(place.get(0));
            if (place.get(1).matches("[0-9]+")) {
                JsonArray list = inside instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
                JsonObject item =
                        list.isEmpty() || place.size() == 2 ? JsonValue.EMPTY_JSON_OBJECT : list.getJsonObject(0);
                JsonValue changed = place.size() == 2 ? value : replaced(item, place.subList(2, place.size()), id);
                value = Json.createArrayBuilder().add(changed).build();
            } else {
                value = replaced(
                        inside instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT,
                        place.subList(1, place.size()),
                        id);
            }
        }
        return Json.createObjectBuilder(body).add(place.get(0), value).build();
    }

    private List<String> ask(String sql) {
        try (Connection superuser = server.superuser()) {
            return RunningServer.ask(superuser, sql.replace("STORE", id(Kind.STORE)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An invoice at today's rate, a payment that was reported for it, an open register, and what corrects another one. */
    private void money(ErpClient manager) {
        server.publishRate();
        manager.rates().refresh("BCV");
        make(manager, Kind.INVOICE, "/invoices", invoice());
        make(manager, Kind.PAYMENT, "/invoices/" + id(Kind.INVOICE) + "/payments", """
                {"method":"PAGO_MOVIL","amount":{"amount":"1250.00","currency":"VES"},"bankCode":"0102","phone":"0414-1234567","reference":"%s","paidOn":"%s"}""".formatted(
                        "77" + RunningServer.unique(), LocalDate.now(Work.CARACAS)));
        make(manager, Kind.CASH_SESSION, "/cash-sessions", """
                {"register":"%s","openingUsd":{"amount":"0.00","currency":"USD"},"openingVes":{"amount":"0.00","currency":"VES"}}""".formatted("Caja " + RunningServer.unique()));
        make(manager, Kind.SHOP_ACCOUNT, "/shop-accounts", """
                {"name":"Zelle %s","currency":"USD","methods":["ZELLE"],"holder":"ServisTech","account":"BANK_USD"}""".formatted(RunningServer.unique()));
        corrections(manager);
    }

    private void corrections(ErpClient manager) {
        String paid = "/invoices/" + made(manager, "/invoices", invoice());
        made(manager, paid + "/payments", """
                {"method":"CASH_USD","amount":{"amount":"11.60","currency":"USD"}}""");
        make(manager, Kind.DEBIT_NOTE, paid + "/debit-notes", """
                {"lines":[{"description":"Traslado","quantity":1,"unitPrice":{"amount":"1.00","currency":"USD"},"tax":"GENERAL"}],"reason":"Faltó el traslado"}""");
        make(manager, Kind.CREDIT_NOTE, paid + "/credit-notes", "{\"reason\":\"Se devuelve todo\"}");
        made(manager, "/invoices/" + made(manager, "/invoices", invoice()) + "/payments", """
                {"method":"CASH_USD","amount":{"amount":"20.00","currency":"USD"},"changeAsCredit":true}""");
        ids.put(Kind.CREDIT, first(manager, "/customers/" + id(Kind.CUSTOMER) + "/credits"));
        make(manager, Kind.REFUND, "/credit-notes/" + id(Kind.CREDIT_NOTE) + "/refunds", """
                {"method":"CASH_USD","amount":{"amount":"1.00","currency":"USD"}}""");
    }

    private void goods(ErpClient manager) {
        make(manager, Kind.DELIVERY_NOTE, "/delivery-notes", """
                {"customerId":"%s","lines":[{"description":"iPhone 11","quantity":1}]}""".formatted(id(Kind.CUSTOMER)));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        ids.put(Kind.FILE, manager.files().store(png).string("id"));
        make(manager, Kind.STOCK_COUNT, "/stock-counts", "{\"name\":\"Vitrina %s\"}".formatted(RunningServer.unique()));
        String part = first(manager, "/parts");
        make(manager, Kind.TRANSFER, "/transfers", """
                {"fromStoreId":"%s","toStoreId":"%s","lines":[{"partId":"%s","quantity":1}]}""".formatted(sister(), id(Kind.STORE), part));
    }

    /** The third store of the demo, which is of the same issuer: no test tries to reach into it. */
    private String sister() {
        return ask("select id::text from erp.stores where code = 'MCB-01'").get(0);
    }

    private void wages(ErpClient manager, String code) {
        String month = YearMonth.now(Work.CARACAS).toString();
        RawResponse settled = Refusal.post(manager, "/commissions/settlements", "{\"period\":\"" + month + "\"}");
        assertThat(settled.status()).as(settled.text()).isLessThan(300);
        ids.put(Kind.COMMISSION_PERIOD, first(manager, "/commissions/periods"));
        make(manager, Kind.COMMISSION_DEBIT, "/commissions/debits", """
                {"personId":"%s","cause":"HUMAN_ERROR","amount":{"amount":"1.00","currency":"USD"},"description":"Pantalla mal pegada"}""".formatted(id(Kind.USER)));
        RawResponse charged = Refusal.post(
                server.as("accountant." + code),
                "/commissions/debits/" + id(Kind.COMMISSION_DEBIT) + "/approval",
                "{}");
        assertThat(charged.status()).as(charged.text()).isEqualTo(200);
        ids.put(Kind.COMMISSION, first(manager, "/commissions"));
    }

    private static String first(ErpClient by, String list) {
        return id(Refusal.get(by, list).object().getJsonArray("items").getJsonObject(0));
    }

    private String invoice() {
        return """
                {"customerId":"%s","lines":[{"type":"SERVICE","description":"Revisión","quantity":1,"unitPrice":{"amount":"10.00","currency":"USD"},"tax":"GENERAL"}]}""".formatted(id(Kind.CUSTOMER));
    }

    private void make(ErpClient by, Kind kind, String list, String body) {
        ids.put(kind, made(by, list, body));
    }

    private static String made(ErpClient by, String list, String body) {
        RawResponse made = Refusal.post(by, list, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return id(made.object());
    }

    private static String id(JsonObject item) {
        return item.getString("id");
    }
}
