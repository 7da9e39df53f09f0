package com.servistech.erp.billing.paper;

import com.servistech.erp.billing.fiscal.FiscalDocument;

/** Makes a PDF of an issued document. The same document gives the same bytes, however often it is printed. */
public final class Print {

    private Print() {}

    /** @param copy a copy says that it gives no right to a fiscal credit (PA SNAT/2011/00071 art. 13, 13) */
    public static byte[] pdf(FiscalDocument document, PaperFormat format, boolean copy) {
        return format == PaperFormat.A4 ? new A4(document).print(copy) : new Ticket(document).print(copy);
    }
}
