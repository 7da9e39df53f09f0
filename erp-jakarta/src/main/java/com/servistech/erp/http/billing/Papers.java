package com.servistech.erp.http.billing;

import com.servistech.erp.billing.paper.PaperFormat;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.http.Download;
import com.servistech.erp.http.Edge;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Documents as files. */
final class Papers {

    private Papers() {}

    /** @param format a4 when left out */
    static Response pdf(Edge edge, UUID id, String format, Boolean copy) {
        PaperFormat paper = format(format);
        return edge.file(
                "application/pdf",
                s -> new Download(
                        s.billing().document(id).number() + ".pdf",
                        s.billing().pdf(id, paper, Boolean.TRUE.equals(copy))));
    }

    private static PaperFormat format(String text) {
        if (text == null || text.equalsIgnoreCase("a4")) {
            return PaperFormat.A4;
        } else if (text.equalsIgnoreCase("ticket")) {
            return PaperFormat.TICKET;
        }
        throw Invalid.at("/format", "parameter.unknown", "a4 or ticket");
    }
}
