package com.servistech.erp.rates.bcv;

import com.servistech.erp.error.Refused;
import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.RateParser.Reading;
import com.servistech.erp.rates.RateTables;
import com.servistech.erp.rates.SavedRates;
import java.util.ArrayList;
import java.util.List;

/** A page of the bank in any encoding, its block cut out of it, or one of its workbooks. */
public final class SavedBcv implements SavedRates {

    /** How every workbook of that time begins (OLE2). */
    private static final byte[] WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final List<Quoted> FIRST = List.of(Quoted.USD, Quoted.EUR);

    @Override
    public Saved read(byte[] body) {
        try {
            if (isWorkbook(body)) {
                RateTables tables = BcvWorkbook.read(body);
                String note = tables.quarantined().isEmpty() ? null : "left out: " + tables.quarantined();
                return new Saved(readings(tables.publications()), List.of(), note);
            }
            Publication page = BcvPage.saved(body).publication();
            return new Saved(readings(List.of(page)), page.doubts(), null);
        } catch (NotThePage e) {
            throw new Refused("rates.not-readable", e.getMessage());
        }
    }

    /** The same rules for evidence: a page or a workbook as it came. */
    public static List<Reading> reread(byte[] body) {
        return readings(
                isWorkbook(body)
                        ? BcvWorkbook.read(body).publications()
                        : List.of(BcvPage.of(body).publication()));
    }

    private static boolean isWorkbook(byte[] body) {
        return body.length > WORKBOOK.length
                && java.util.Arrays.equals(WORKBOOK, java.util.Arrays.copyOf(body, WORKBOOK.length));
    }

    /** The dollar first, then the euro: that is what people look for. */
    private static List<Reading> readings(List<Publication> publications) {
        List<Reading> readings = new ArrayList<>();
        for (Publication publication : publications) {
            List<Quoted> order = new ArrayList<>(publication.rates().keySet());
            order.removeAll(FIRST);
            order.addAll(0, FIRST);
            order.forEach(base -> readings.add(new Reading(
                    base, publication.valueDate(), publication.rates().get(base))));
        }
        return readings;
    }
}
