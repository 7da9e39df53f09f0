package com.servistech.erp.billing.fiscal;

import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes issued documents down: what invoices, notes and delivery notes have in common is frozen by one hand, and each adds
 * what is its own. The tables of a kind are {@code invoices, invoice_lines, invoice_taxes}.
 */
public final class DocumentRows {

    private final Work work;
    private final String kind;

    private DocumentRows(Work work, String kind) {
        this.work = work;
        this.kind = kind;
    }

    public static DocumentRows ofInvoices(Work work) {
        return new DocumentRows(work, "invoice");
    }

    public static DocumentRows ofNotes(Work work) {
        return new DocumentRows(work, "note");
    }

    public static DocumentRows ofDeliveryNotes(Work work) {
        return new DocumentRows(work, "delivery_note");
    }

    /** A row that is filled column by column. */
    public final class Row {

        private final String table;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Map<String, String> types = new LinkedHashMap<>();

        private Row(String table, UUID id) {
            this.table = table;
            set("store_id", work.store()).set("id", id);
        }

        public Row set(String column, Object value) {
            values.put(column, value);
            return this;
        }

        /** @param type of the column, where null or a text does not say it */
        public Row set(String column, String type, Object value) {
            types.put(column, "::" + type);
            return set(column, value);
        }

        /** Both sides of an amount: {@code net} and {@code net_ves}. */
        public Row set(String column, Money usd, Money ves) {
            return set(column, usd.amount()).set(column + "_ves", ves.amount());
        }

        public Row rate(DocumentRate rate) {
            return set("rate_id", rate.id())
                    .set("rate_source", rate.source())
                    .set("rate", rate.rate())
                    .set("rate_value_date", rate.valueDate())
                    .set("rate_provisional", rate.provisional())
                    .set("rate_reason", rate.reason());
        }

        public void insert() {
            List<String> marks = values.keySet().stream()
                    .map(column -> "?" + types.getOrDefault(column, ""))
                    .toList();
            work.sql()
                    .update(
                            "insert into erp.%s (%s) values (%s)"
                                    .formatted(table, String.join(", ", values.keySet()), String.join(", ", marks)),
                            values.values().toArray());
        }
    }

    /** Who issued it, where, when and with which words. */
    public Row document(UUID id, String number, StoreCard store, List<String> texts) {
        IssuerCard issuer = store.issuer();
        return new Row(kind + "s", id)
                .set("number", number)
                .set("issuer_id", issuer.id())
                .set("issuer_rif", issuer.rif())
                .set("issuer_name", issuer.name())
                .set("issuer_address", issuer.address())
                .set("issuer_regime", issuer.regime())
                .set("store_name", store.name())
                .set("store_address", store.address())
                .set("texts", "text[]", texts)
                .set("issued_by", work.userId())
                .set("issued_at", work.now())
                .set("business_day", work.today());
    }

    /** A line of a document. */
    public Row line(UUID document, int position, String description, int quantity) {
        return new Row(kind + "_lines", work.newId())
                .set(owner(), document)
                .set("position", position)
                .set("description", description)
                .set("quantity", quantity);
    }

    /** What a line is worth, and its tax. */
    public static Row valued(Row line, Money net, Money netVes, TaxRate tax) {
        return line.set("net", net, netVes)
                .set("tax", tax.tax())
                .set("tax_code", tax.code())
                .set("tax_percent", tax.percent().value());
    }

    /** The taxes of a document, each with the rule that it was computed with. */
    public void taxes(UUID document, List<TaxGroup> taxes) {
        for (TaxGroup tax : taxes) {
            new Row(kind + "_taxes", work.newId())
                    .set(owner(), document)
                    .set("tax", tax.tax())
                    .set("code", tax.rate().code())
                    .set("percent", tax.rate().percent().value())
                    .set("components", "jsonb", Frozen.components(tax))
                    .set("legal_source", tax.rate().legalSource())
                    .set("base", tax.base(), tax.baseVes())
                    .set("amount", tax.amount(), tax.amountVes())
                    .insert();
        }
    }

    private String owner() {
        return kind.equals("delivery_note") ? "note_id" : kind + "_id";
    }
}
