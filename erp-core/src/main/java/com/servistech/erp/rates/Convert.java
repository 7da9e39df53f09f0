package com.servistech.erp.rates;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;

/** Converts between bolívares and another currency, and shows the calculation. */
final class Convert {

    private static final String BANK = "BCV";

    private final Work work;
    private final RateBook book;

    Convert(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    Conversion convert(Money amount, Currency to, String source, LocalDate date) {
        work.require(Permission.RATES_READ);
        boolean toVes = to == Currency.VES;
        if (toVes == (amount.currency() == Currency.VES)) {
            throw Invalid.at("/to", "rates.pair", "One of the two currencies is VES");
        }
        Quoted base = new Quoted((toVes ? amount.currency() : to).name());
        RateView rate = source == null ? ofDocuments(base, date) : newest(source, base, date);
        Money result = toVes ? amount.convertedAt(rate.rate(), Currency.VES) : amount.boughtAt(rate.rate(), to);
        String sum = "%s %s %s VES/%s = %s"
                .formatted(amount, toVes ? "×" : "÷", rate.rate().toPlainString(), base, result);
        return new Conversion(
                result,
                rate,
                sum
                        + ", half up to cents; %s, value date %s%s"
                                .formatted(rate.source(), rate.valueDate(), rate.stale() ? ", not up to date" : ""),
                sum
                        + ", redondeado a céntimos; %s, fecha valor %s%s"
                                .formatted(rate.source(), rate.valueDate(), rate.stale() ? ", vencida" : ""));
    }

    /** What a document of the store would take, so that a price is shown as it is then invoiced; else the bank's. */
    private RateView ofDocuments(Quoted base, LocalDate date) {
        if (work.scope() instanceof Scope.OneStore && !base.equals(Quoted.USDT)) {
            try {
                IssuerCard issuer = new Stores(work).current().issuer();
                return book.byId(new ChooseRate(work, book)
                                .choose(date == null ? work.today() : date, base, issuer)
                                .id())
                        .orElseThrow();
            } catch (Conflict missing) {
                // no document could be issued, but people want to know about how much it is
                return newest(BANK, base, date);
            }
        }
        return newest(BANK, base, date);
    }

    private RateView newest(String source, Quoted base, LocalDate date) {
        LocalDate day = date == null ? work.today() : date;
        // a market has a price every day, the bank only for its value dates
        LocalDate due = source.equals("BINANCE") ? day : book.calendar().sameOrNext(day);
        return book.newest(source, base, due)
                .filter(found -> date == null || found.valueDate().equals(due))
                .orElseThrow(
                        () -> new NotFound("rates.unknown", "No %s rate of %s for %s".formatted(source, base, due)));
    }
}
