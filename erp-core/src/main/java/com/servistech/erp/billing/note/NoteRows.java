package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.Numbered;
import com.servistech.erp.billing.fiscal.Numbering;
import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Numbers a note and writes it down: the last thing that its act does. */
final class NoteRows {

    private static final String NOTE = """
            insert into erp.notes (store_id, id, kind, concept, number, invoice_id, cause_id, issuer_id, issuer_rif,
                   issuer_name, issuer_address, issuer_regime, store_name, store_address, policy_id, policies, texts, reason,
                   issued_by, issued_at, business_day, rate_id, rate_source, rate, rate_value_date, rate_provisional,
                   rate_reason, net, net_ves, total, total_ves)
            values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LINE = """
            insert into erp.note_lines (store_id, id, note_id, position, invoice_line_id, description, quantity, net, net_ves,
                   tax, tax_code, tax_percent, restocked, part_id, unit_cost)
            values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::numeric)
            """;
    private static final String TAX = """
            insert into erp.note_taxes (store_id, id, note_id, tax, code, percent, components, legal_source, base, amount,
                   base_ves, amount_ves)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            """;

    private final Work work;

    NoteRows(Work work) {
        this.work = work;
    }

    void insert(UUID id, Original invoice, NoteDraft note) {
        StoreCard store = new Stores(work).current();
        Numbered numbered = new Numbering(work)
                .number(
                        id,
                        note.kind().on(invoice.type()),
                        store,
                        new Policies(work).on(work.today(), store.issuer().id()));
        insertNote(id, invoice, note, store, numbered.number());
        for (int i = 0; i < note.lines().size(); i++) {
            insertLine(id, i, note.lines().get(i));
        }
        note.taxes().forEach(tax -> insertTax(id, tax));
    }

    private void insertNote(UUID id, Original invoice, NoteDraft note, StoreCard store, String number) {
        IssuerCard issuer = store.issuer();
        DocumentRate rate = note.rate();
        work.sql()
                .update(
                        NOTE,
                        work.store(),
                        id,
                        note.kind(),
                        note.concept(),
                        number,
                        invoice.id(),
                        note.causeId(),
                        issuer.id(),
                        issuer.rif(),
                        issuer.name(),
                        issuer.address(),
                        issuer.regime(),
                        store.name(),
                        store.address(),
                        invoice.policyId(),
                        invoice.policies(),
                        note.texts(),
                        note.reason(),
                        work.userId(),
                        work.now(),
                        work.today(),
                        rate.id(),
                        rate.source(),
                        rate.rate(),
                        rate.valueDate(),
                        rate.provisional(),
                        rate.reason(),
                        note.net().amount(),
                        note.netVes().amount(),
                        note.total().amount(),
                        note.totalVes().amount());
    }

    private void insertLine(UUID id, int position, NoteDraft.Line line) {
        work.sql()
                .update(
                        LINE,
                        work.store(),
                        work.newId(),
                        id,
                        position,
                        line.invoiceLineId(),
                        line.description(),
                        line.quantity(),
                        line.net().amount(),
                        line.netVes().amount(),
                        line.rate().tax(),
                        line.rate().code(),
                        line.rate().percent().value(),
                        line.restocked(),
                        line.partId(),
                        line.unitCost());
    }

    private void insertTax(UUID id, TaxGroup tax) {
        work.sql()
                .update(
                        TAX,
                        work.store(),
                        work.newId(),
                        id,
                        tax.tax(),
                        tax.rate().code(),
                        tax.rate().percent().value(),
                        Frozen.components(tax),
                        tax.rate().legalSource(),
                        tax.base().amount(),
                        tax.amount().amount(),
                        tax.baseVes().amount(),
                        tax.amountVes().amount());
    }
}
