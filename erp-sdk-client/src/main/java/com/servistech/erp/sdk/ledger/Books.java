package com.servistech.erp.sdk.ledger;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.time.LocalDate;
import java.time.YearMonth;

/** The books of the store. */
public final class Books {

    private final ErpClient erp;

    private Books(ErpClient erp) {
        this.erp = erp;
    }

    public static Books over(ErpClient erp) {
        return new Books(erp);
    }

    /** Entries of a month, oldest first. */
    public Page<JsonView> journal(YearMonth month) {
        return erp.page("/reports/journal", of(month), view -> view);
    }

    /** The whole month as comma separated values, a line of the journal a row. */
    public String journalCsv(YearMonth month) {
        return erp.send("GET", "/reports/journal/csv", of(month)).text();
    }

    public TrialBalance trialBalance(YearMonth month) {
        return TrialBalance.over(erp.get("/reports/trial-balance", of(month)));
    }

    public String trialBalanceCsv(YearMonth month) {
        return erp.send("GET", "/reports/trial-balance/csv", of(month)).text();
    }

    /** The sales book (libro de ventas) of a month: {@code rows}, {@code summary} by rate and {@code earlier} vouchers. */
    public JsonView salesBook(YearMonth month) {
        return erp.get("/reports/sales-book", of(month));
    }

    public String salesBookCsv(YearMonth month) {
        return erp.send("GET", "/reports/sales-book/csv", of(month)).text();
    }

    /** IGTF that was perceived in the fortnight of a day. */
    public JsonView igtfBook(LocalDate day) {
        return erp.get("/reports/igtf-book", fortnight(day));
    }

    public String igtfBookCsv(LocalDate day) {
        return erp.send("GET", "/reports/igtf-book/csv", fortnight(day)).text();
    }

    /** Closes a month, and all before it, for good. */
    public JsonView close(YearMonth month) {
        return erp.post("/period-closings", Body.of("month", month.toString()), CallOptions.none());
    }

    /** Closed months, newest first. */
    public Page<JsonView> closings() {
        return erp.page("/period-closings", CallOptions.none(), view -> view);
    }

    private static CallOptions fortnight(LocalDate day) {
        int half = day.getDayOfMonth() < 16 ? 1 : 2;
        return CallOptions.none().query("fortnight", YearMonth.from(day) + "-" + half);
    }

    private static CallOptions of(YearMonth month) {
        return CallOptions.none().query("month", month.toString());
    }
}
