package com.servistech.erp.billing.book;

import com.servistech.erp.ledger.Month;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Books of the tax authority for the store's issuer, over one open work. */
public final class Books {

    private static final String SALES = """
            with taxes as (
              select store_id, invoice_id document_id, code, percent, base_ves, amount_ves from erp.invoice_taxes
              union all
              select store_id, note_id, code, percent, base_ves, amount_ves from erp.note_taxes),
            vouchers as (
              select p.store_id, p.invoice_id, string_agg(p.voucher_number, ' ' order by p.voucher_number) voucher,
                     sum(p.amount) retained
                from erp.payments p
                join erp.payment_methods m on m.code = p.method and m.family = 'VOUCHER'
                join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
               where (d.decided_at at time zone 'America/Caracas')::date between ? and ?
                 and not exists (select from erp.payment_reversals x where x.store_id = p.store_id and x.payment_id = p.id)
               group by p.store_id, p.invoice_id),
            rows as (
              select d.store_id, d.id, d.business_day, d.issued_at, d.number, d.type,
                     case d.type when 'CREDIT_NOTE' then -1 else 1 end sign,
                     i.customer_document, i.customer_name, case when n.id is null then null else i.number end affected,
                     (select control_number from erp.control_assignments a
                       where a.store_id = d.store_id and a.document_id = d.id order by a.ordinal desc limit 1) control
                from erp.documents d
                left join erp.notes n on n.store_id = d.store_id and n.id = d.id
                join erp.invoices i on i.store_id = d.store_id and i.id = coalesce(n.invoice_id, d.id)
               where d.issuer_id = ? and d.business_day between ? and ? and d.type in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE'))
            select r.business_day, r.issued_at, r.number, r.type, r.customer_document, r.customer_name, r.affected, r.control,
                   r.sign * coalesce(sum(t.base_ves + t.amount_ves), 0) total,
                   r.sign * coalesce(sum(t.base_ves) filter (where t.code not in ('G', 'R', 'A')), 0) exempt,
                   r.sign * coalesce(sum(t.base_ves) filter (where t.code = 'G'), 0) base_g,
                   max(t.percent) filter (where t.code = 'G') percent_g,
                   r.sign * coalesce(sum(t.amount_ves) filter (where t.code = 'G'), 0) iva_g,
                   r.sign * coalesce(sum(t.base_ves) filter (where t.code = 'R'), 0) base_r,
                   max(t.percent) filter (where t.code = 'R') percent_r,
                   r.sign * coalesce(sum(t.amount_ves) filter (where t.code = 'R'), 0) iva_r,
                   r.sign * coalesce(sum(t.base_ves) filter (where t.code = 'A'), 0) base_a,
                   max(t.percent) filter (where t.code = 'A') percent_a,
                   r.sign * coalesce(sum(t.amount_ves) filter (where t.code = 'A'), 0) iva_a,
                   max(v.voucher) voucher, coalesce(max(v.retained), 0) retained
              from rows r
              left join taxes t on t.store_id = r.store_id and t.document_id = r.id
              left join vouchers v on v.store_id = r.store_id and v.invoice_id = r.id
             group by r.store_id, r.id, r.business_day, r.issued_at, r.number, r.type, r.sign, r.customer_document,
                      r.customer_name, r.affected, r.control
            union all
            select s.business_day, s.spoiled_at, null, 'SPOILED', null, null, null, s.control_number, 0, 0, 0, null, 0, 0, null, 0,
                   0, null, 0, null, 0
              from erp.spoiled_forms s where s.issuer_id = ? and s.business_day between ? and ?
             order by 1, 2, 8
            """;
    private static final String EARLIER = """
            select (d.decided_at at time zone 'America/Caracas')::date as day, i.customer_document, i.number, p.voucher_number, p.amount
              from erp.payments p
              join erp.payment_methods m on m.code = p.method and m.family = 'VOUCHER'
              join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
              join erp.invoices i on i.store_id = p.store_id and i.id = p.invoice_id
             where i.issuer_id = ? and i.business_day < ?
               and (d.decided_at at time zone 'America/Caracas')::date between ? and ?
               and not exists (select from erp.payment_reversals x where x.store_id = p.store_id and x.payment_id = p.id)
             order by 1, p.voucher_number
            """;
    private static final String IGTF = """
            select e.business_day, coalesce(i.customer_document, c.document) customer_document,
                   coalesce(i.customer_name, c.name) customer_name, coalesce(i.number, p.receipt_number) number, p.method,
                   sign(-sum(l.amount)) * (d.applied + case p.igtf_method when 'GROSS' then d.igtf else 0 end) base,
                   -sum(l.amount) igtf, -sum(l.ves) igtf_ves
              from erp.journal_entries e
              join erp.journal_lines l on l.store_id = e.store_id and l.entry_id = e.id and l.account = 'IGTF_PAYABLE'
              join erp.stores s on s.id = e.store_id and s.issuer_id = ?
              left join erp.payments p on p.store_id = e.store_id and p.id = e.document_id
              left join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
              left join erp.deposit_applications a on a.store_id = p.store_id and a.payment_id = p.id
              left join erp.notes n on n.store_id = e.store_id and n.id = e.document_id
              left join erp.invoices i on i.store_id = e.store_id and i.id = coalesce(p.invoice_id, a.invoice_id, n.invoice_id)
              left join erp.customers c on c.store_id = p.store_id and c.id = p.customer_id
             where e.business_day between ? and ?
             group by e.business_day, e.posted_at, e.id, i.customer_document, c.document, i.customer_name, c.name, i.number,
                      p.receipt_number, p.method, p.igtf_method, d.applied, d.igtf
             order by e.business_day, e.posted_at, e.id
            """;

    private final Work work;

    public Books(Work work) {
        this.work = work;
    }

    public SalesBook sales(Month asked) {
        work.require(Permission.LEDGER_READ);
        IssuerCard issuer = new Stores(work).current().issuer();
        List<SalesBook.Row> rows = new ArrayList<>();
        work.sql()
                .list(
                        row -> rows.add(row(rows.size() + 1, row)),
                        SALES,
                        asked.first(),
                        asked.last(),
                        issuer.id(),
                        asked.first(),
                        asked.last(),
                        issuer.id(),
                        asked.first(),
                        asked.last());
        List<SalesBook.Retention> earlier = work.sql()
                .list(
                        row -> new SalesBook.Retention(
                                row.date("day"),
                                row.text("customer_document"),
                                row.text("number"),
                                row.text("voucher_number"),
                                ves(row, "amount")),
                        EARLIER,
                        issuer.id(),
                        asked.first(),
                        asked.first(),
                        asked.last());
        return new SalesBook(asked.toString(), issuer.rif(), issuer.name(), rows, summary(rows), earlier);
    }

    public IgtfBook igtf(Fortnight fortnight) {
        work.require(Permission.LEDGER_READ);
        LocalDate from = fortnight.first();
        LocalDate to = fortnight.last();
        List<IgtfBook.Row> rows = work.sql()
                .list(Books::igtf, IGTF, new Stores(work).current().issuer().id(), from, to);
        return new IgtfBook(
                from,
                to,
                rows,
                rows.stream().map(IgtfBook.Row::igtf).reduce(Money.zero(Currency.USD), Money::plus),
                rows.stream().map(IgtfBook.Row::igtfVes).reduce(Money.zero(Currency.VES), Money::plus));
    }

    private static SalesBook.Row row(int position, Sql.Row row) {
        String type = row.text("type");
        return new SalesBook.Row(
                position,
                row.date("business_day"),
                row.text("customer_document"),
                row.text("customer_name"),
                Map.of("INVOICE", "FAC", "CREDIT_NOTE", "NC", "DEBIT_NOTE", "ND")
                        .get(type),
                row.text("number"),
                row.text("control"),
                null,
                Map.of("INVOICE", "01-REG", "DEBIT_NOTE", "02-REG", "CREDIT_NOTE", "03-REG", "SPOILED", "03-ANU")
                        .get(type),
                row.text("affected"),
                ves(row, "total"),
                ves(row, "exempt"),
                rate(row, "g"),
                rate(row, "r"),
                rate(row, "a"),
                row.text("voucher"),
                ves(row, "retained"));
    }

    private static SalesBook.Rate rate(Sql.Row row, String code) {
        BigDecimal percent = row.decimal("percent_" + code);
        return new SalesBook.Rate(
                ves(row, "base_" + code),
                percent == null ? null : percent.stripTrailingZeros(),
                ves(row, "iva_" + code));
    }

    private static List<SalesBook.Summary> summary(List<SalesBook.Row> rows) {
        Map<String, SalesBook.Summary> sums = new LinkedHashMap<>();
        Money exempt = Money.zero(Currency.VES);
        for (SalesBook.Row row : rows) {
            add(sums, "G", row.general());
            add(sums, "R", row.reduced());
            add(sums, "A", row.luxury());
            exempt = exempt.plus(row.exempt());
        }
        List<SalesBook.Summary> summary = new ArrayList<>(sums.values());
        summary.add(new SalesBook.Summary("E", BigDecimal.ZERO, exempt, Money.zero(Currency.VES)));
        return summary;
    }

    private static void add(Map<String, SalesBook.Summary> sums, String code, SalesBook.Rate rate) {
        if (rate.percent() != null) {
            sums.merge(
                    code + rate.percent(),
                    new SalesBook.Summary(code, rate.percent(), rate.base(), rate.iva()),
                    (one, two) -> new SalesBook.Summary(
                            code,
                            one.percent(),
                            one.base().plus(two.base()),
                            one.iva().plus(two.iva())));
        }
    }

    private static IgtfBook.Row igtf(Sql.Row row) {
        return new IgtfBook.Row(
                row.date("business_day"),
                row.text("customer_document"),
                row.text("customer_name"),
                row.text("number"),
                row.text("method"),
                row.decimal("base") == null ? null : Money.rounded(row.decimal("base"), Currency.USD),
                new Money(row.decimal("igtf"), Currency.USD),
                ves(row, "igtf_ves"));
    }

    private static Money ves(Sql.Row row, String column) {
        return new Money(row.decimal(column), Currency.VES);
    }
}
