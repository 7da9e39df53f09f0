package com.servistech.erp.billing.paper;

import com.servistech.erp.billing.fiscal.FiscalDocument;
import java.util.List;

/** Who printed the form (PA SNAT/2011/00071 art. 13: 4, 15, 16). */
final class Imprint {

    private Imprint() {}

    static List<String> of(FiscalDocument.Forms forms) {
        return List.of(
                "Impreso por %s, RIF %s".formatted(forms.printerName(), Words.rif(forms.printerRif())),
                "Autorización %s, elaborado el %s".formatted(forms.authorisation(), Words.day(forms.printedOn())),
                "N° de control desde %1$s-%2$08d hasta %1$s-%3$08d"
                        .formatted(forms.prefix(), forms.first(), forms.last()));
    }
}
