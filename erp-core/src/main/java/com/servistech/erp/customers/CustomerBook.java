package com.servistech.erp.customers;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads customers and devices, one statement each. */
final class CustomerBook {

    private static final String CUSTOMER =
            "select id, name, document, phone, email, address, created_at, updated_at, version from erp.customers";
    private static final String DEVICE =
            "select id, customer_id, type, brand, model, serial_number, imei, color, created_at, updated_at, version"
                    + " from erp.devices";

    private final Work work;

    CustomerBook(Work work) {
        this.work = work;
    }

    Optional<CustomerView> customer(UUID id) {
        List<Object> parameters = new ArrayList<>();
        String where = scope(parameters) + " and id = ?";
        parameters.add(id);
        return work.sql().first(CustomerBook::customer, CUSTOMER + where, parameters.toArray());
    }

    Page<CustomerView> customers(CustomerQuery query) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder(scope(parameters));
        SearchText text = SearchText.of(query.text());
        if (text != null) {
            where.append(" and (strpos(search, ?) > 0 or strpos(search, ?) > 0)");
            parameters.add(text.plain());
            parameters.add(text.number());
        }
        if (query.updatedSince() != null) {
            where.append(" and updated_at >= ?");
            parameters.add(query.updatedSince());
        }
        newestFirst(where, parameters, query.page());
        List<CustomerView> rows = work.sql().list(CustomerBook::customer, CUSTOMER + where, parameters.toArray());
        return Page.of(rows, query.page().limit(), row -> row.id().toString());
    }

    Optional<DeviceView> device(UUID id) {
        List<Object> parameters = new ArrayList<>();
        String where = scope(parameters) + " and id = ?";
        parameters.add(id);
        return work.sql().first(CustomerBook::device, DEVICE + where, parameters.toArray());
    }

    Page<DeviceView> devicesOf(UUID customerId, Page.Request page) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder(scope(parameters)).append(" and customer_id = ?");
        parameters.add(customerId);
        newestFirst(where, parameters, page);
        List<DeviceView> rows = work.sql().list(CustomerBook::device, DEVICE + where, parameters.toArray());
        return Page.of(rows, page.limit(), row -> row.id().toString());
    }

    /** Row level security is the lock; naming the store lets the index lead. */
    private String scope(List<Object> parameters) {
        if (work.scope() instanceof Scope.OneStore one) {
            parameters.add(one.store());
            return " where store_id = ?";
        }
        return " where true";
    }

    private static void newestFirst(StringBuilder where, List<Object> parameters, Page.Request page) {
        where.append(" and id < ? order by id desc limit ?");
        parameters.add(page.beforeId());
        parameters.add(page.limit() + 1);
    }

    private static CustomerView customer(Sql.Row row) {
        String document = row.text("document");
        return new CustomerView(
                row.uuid("id"),
                row.text("name"),
                document,
                row.text("phone"),
                row.text("email"),
                row.text("address"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.integer("version"),
                new Document(document).warnings());
    }

    private static DeviceView device(Sql.Row row) {
        return new DeviceView(
                row.uuid("id"),
                row.uuid("customer_id"),
                DeviceType.valueOf(row.text("type")),
                row.text("brand"),
                row.text("model"),
                row.text("serial_number"),
                row.text("imei"),
                row.text("color"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.integer("version"));
    }
}
