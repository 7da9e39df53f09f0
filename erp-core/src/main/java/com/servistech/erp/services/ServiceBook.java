package com.servistech.erp.services;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads services with the prices of a day. */
final class ServiceBook {

    /** Parameter: the day. A service costs its first price before that begins. */
    private static final String SERVICE = """
            select s.*, m.brand || ' ' || m.name as model, coalesce(
                   (select p.price from erp.service_prices p where p.service_id = s.id and p.valid_from <= ?
                     order by p.valid_from desc, p.ordinal desc limit 1),
                   (select p.price from erp.service_prices p where p.service_id = s.id order by p.valid_from, p.ordinal desc limit 1)) as price,
                   (select json_agg(json_build_object('partId', u.part_id, 'sku', p.sku, 'name', p.name, 'quantity', u.quantity) order by p.sku)
                      from erp.service_parts u join erp.parts p on p.id = u.part_id where u.service_id = s.id and u.quantity > 0) as usual
              from erp.services s left join erp.device_models m on m.id = s.model_id
            """;

    private final Work work;

    ServiceBook(Work work) {
        this.work = work;
    }

    /** @throws NotFound {@code services.not-found} */
    void lock(UUID id) {
        work.sql()
                .first(row -> true, "select 1 from erp.services where id = ? for update", id)
                .orElseThrow(ServiceBook::notFound);
    }

    /** @throws NotFound {@code services.not-found} */
    ServiceView get(UUID id, LocalDate day) {
        return work.sql()
                .first(ServiceBook::service, SERVICE + " where s.id = ?", day, id)
                .orElseThrow(ServiceBook::notFound);
    }

    Map<UUID, ServiceView> named(Set<UUID> ids, LocalDate day) {
        return work
                .sql()
                .list(ServiceBook::service, SERVICE + " where s.id = any (?::uuid[])", day, List.copyOf(ids))
                .stream()
                .collect(Collectors.toMap(ServiceView::id, Function.identity()));
    }

    /** By code. */
    Page<ServiceView> list(ServiceQuery query) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(query.day() == null ? work.today() : query.day());
        StringBuilder where = new StringBuilder(" where true");
        filter(where, parameters, " and s.words @@ to_tsquery('pg_catalog.simple', ?)", Inventory.words(query.text()));
        filter(where, parameters, " and (s.model_id is null or s.model_id = ?)", query.modelId());
        filter(where, parameters, " and s.active = ?", query.active());
        filter(where, parameters, " and s.code > ?", query.page().after().orElse(null));
        where.append(" order by s.code limit ?");
        parameters.add(query.page().limit() + 1);
        List<ServiceView> found = work.sql().list(ServiceBook::service, SERVICE + where, parameters.toArray());
        return Page.of(found, query.page().limit(), ServiceView::code);
    }

    /** Newest day first. */
    Page<ServicePriceView> prices(UUID serviceId, Page.Request page) {
        UUID before = page.cursor() == null ? null : page.beforeId();
        List<ServicePriceView> found = work.sql()
                .list(
                        ServiceBook::price,
                        "select * from erp.service_prices where service_id = ? and (?::uuid is null or (valid_from, ordinal) <"
                                + " (select c.valid_from, c.ordinal from erp.service_prices c where c.id = ?))"
                                + " order by valid_from desc, ordinal desc limit ?",
                        serviceId,
                        before,
                        before,
                        page.limit() + 1);
        return Page.of(found, page.limit(), price -> price.id().toString());
    }

    private static void filter(StringBuilder where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    private static ServiceView service(Sql.Row row) {
        return new ServiceView(
                row.uuid("id"),
                row.text("code"),
                row.text("name"),
                row.uuid("model_id"),
                row.text("model"),
                new Money(row.decimal("price"), Currency.USD),
                row.integer("minutes"),
                row.integer("warranty_days"),
                parts(row.text("usual")),
                row.bool("active"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.integer("version"));
    }

    private static List<ServiceView.Part> parts(String json) {
        if (json == null) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(part -> new ServiceView.Part(
                            UUID.fromString(part.getString("partId")),
                            part.getString("sku"),
                            part.getString("name"),
                            part.getInt("quantity")))
                    .toList();
        }
    }

    private static ServicePriceView price(Sql.Row row) {
        return new ServicePriceView(
                row.uuid("id"),
                row.uuid("service_id"),
                new Money(row.decimal("price"), Currency.USD),
                row.date("valid_from"),
                row.text("reason"),
                row.uuid("recorded_by"),
                row.instant("recorded_at"));
    }

    static NotFound notFound() {
        return new NotFound("services.not-found", "There is no such service");
    }
}
