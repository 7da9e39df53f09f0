package com.servistech.erp.billing.book;

import com.servistech.erp.ledger.Csv;
import com.servistech.erp.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * IGTF that was perceived in a fortnight (PA SNAT/2022/000013 arts. 2 and 3), read from the books of account, so that it
 * cannot say something else than they do. Reversed perceptions are negative.
 *
 * @param total in USD
 * @param totalVes what is paid to the treasury
 */
public record IgtfBook(LocalDate from, LocalDate to, List<Row> rows, Money total, Money totalVes) {

    /**
     * @param invoice its number; the receipt's for a deposit that has no invoice yet
     * @param method how it was paid; null where a credit note gives a perception back
     * @param base of the perception, in USD, negative where it was taken back; null where a credit note does it
     */
    public record Row(
            LocalDate day,
            String customerDocument,
            String customerName,
            String invoice,
            String method,
            Money base,
            Money igtf,
            Money igtfVes) {}

    public String csv() {
        Csv csv = new Csv(
                "Fecha",
                "RIF o cédula",
                "Nombre o razón social",
                "Factura",
                "Forma de pago",
                "Base USD",
                "IGTF USD",
                "IGTF Bs");
        for (Row row : rows) {
            csv.row(
                    row.day(),
                    row.customerDocument(),
                    row.customerName(),
                    row.invoice(),
                    row.method(),
                    row.base(),
                    row.igtf(),
                    row.igtfVes());
        }
        csv.row("Total", null, null, null, null, null, total, totalVes);
        return csv.toString();
    }
}
