package com.servistech.erp.rates;

import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Further sources: they corroborate the bank's rate, and agree with each other or not. Four decimals must be equal. */
final class Witnesses {

    private static final int DECIMALS = 4;

    private record Said(String source, String standing, BigDecimal rate) {}

    private final Work work;

    Witnesses(Work work) {
        this.work = work;
    }

    /** Whether any of them says the same. */
    boolean agree(Quoted base, LocalDate valueDate, BigDecimal rate) {
        return said(base, valueDate).stream().anyMatch(said -> same(said.rate(), rate));
    }

    /** Those who say something else, in words. */
    List<String> differing(Quoted base, LocalDate valueDate, BigDecimal rate) {
        return said(base, valueDate).stream()
                .filter(said -> !same(said.rate(), rate))
                .map(said -> "%s of %s is %s by the bank and %s by %s%s"
                        .formatted(
                                base,
                                valueDate,
                                rate.stripTrailingZeros().toPlainString(),
                                said.rate().stripTrailingZeros().toPlainString(),
                                said.source(),
                                said.standing().equals("PROVISIONAL")
                                        ? ", provisionally: documents may have used it"
                                        : ""))
                .toList();
    }

    /** The newest word of each witness about a value date, in the order of their names. */
    private List<Said> said(Quoted base, LocalDate valueDate) {
        return work.sql()
                .list(
                        row -> new Said(row.text("source"), row.text("standing"), row.decimal("rate")),
                        "select distinct on (source) source, standing, rate from erp.rate_book where base = ?"
                                + " and value_date = ? and standing in ('WITNESS', 'PROVISIONAL')"
                                + " order by source, observed_at desc, id desc",
                        base.code(),
                        valueDate);
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.setScale(DECIMALS, RoundingMode.HALF_UP).compareTo(other.setScale(DECIMALS, RoundingMode.HALF_UP))
                == 0;
    }
}
