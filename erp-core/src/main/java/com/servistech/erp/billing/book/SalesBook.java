package com.servistech.erp.billing.book;

import com.servistech.erp.ledger.Csv;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The sales book (libro de ventas, LIVA art. 56, RLIVA arts. 70 to 78) of one issuer and month, in bolívares, in the order
 * of issue; of the stores that the caller sees. Credit notes are negative, spoiled forms present with zeros, IGTF is not in
 * it.
 *
 * @param earlier vouchers of this month for invoices of months before: "ajuste de períodos anteriores"
 * @param summary by rate, with the exempt ones last: what the declaration must say
 */
public record SalesBook(
        String month, String rif, String name, List<Row> rows, List<Summary> summary, List<Retention> earlier) {

    /**
     * @param position 1 for the first
     * @param documentType FAC, ND, NC, or null for a spoiled form
     * @param machineReport number of the Z report and serial of the fiscal machine; null without one
     * @param transaction 01-REG, 02-REG (debit note), 03-REG (credit note) or 03-ANU (spoiled)
     * @param affected number of the invoice that a note corrects
     * @param total with IVA
     * @param exempt exempt, exonerated or not subject
     * @param voucher of the retention that the customer handed over this month; null without one
     * @param retained IVA that the customer withheld
     */
    public record Row(
            int position,
            LocalDate day,
            String customerDocument,
            String customerName,
            String documentType,
            String number,
            String controlNumber,
            String machineReport,
            String transaction,
            String affected,
            Money total,
            Money exempt,
            Rate general,
            Rate reduced,
            Rate luxury,
            String voucher,
            Money retained) {}

    /** IVA that a customer withheld from an invoice, with its voucher. */
    public record Retention(LocalDate day, String customerDocument, String invoice, String voucher, Money retained) {}

    /**
     * @param percent null where the document has nothing at this rate
     */
    public record Rate(Money base, BigDecimal percent, Money iva) {}

    /** @param code G, R, A or E */
    public record Summary(String code, BigDecimal percent, Money base, Money iva) {}

    /** As the accountant's spreadsheet wants it, one line a document and the summary below. */
    public String csv() {
        Csv csv = new Csv(
                "N° operación",
                "Fecha",
                "RIF o cédula",
                "Nombre o razón social",
                "Tipo de documento",
                "N° de documento",
                "N° de control",
                "Reporte Z y serial",
                "Tipo de transacción",
                "N° factura afectada",
                "Total ventas con IVA",
                "Exentas, exoneradas o no sujetas",
                "Base alícuota general",
                "Alícuota general",
                "IVA alícuota general",
                "Base alícuota reducida",
                "Alícuota reducida",
                "IVA alícuota reducida",
                "Base alícuota general y adicional",
                "Alícuota general y adicional",
                "IVA alícuota general y adicional",
                "N° comprobante de retención",
                "IVA retenido por el comprador",
                "IVA percibido");
        for (Row row : rows) {
            csv.row(
                    row.position(),
                    row.day(),
                    row.customerDocument(),
                    row.customerName(),
                    row.documentType(),
                    row.number(),
                    row.controlNumber(),
                    row.machineReport(),
                    row.transaction(),
                    row.affected(),
                    row.total(),
                    row.exempt(),
                    row.general().base(),
                    row.general().percent(),
                    row.general().iva(),
                    row.reduced().base(),
                    row.reduced().percent(),
                    row.reduced().iva(),
                    row.luxury().base(),
                    row.luxury().percent(),
                    row.luxury().iva(),
                    row.voucher(),
                    row.retained(),
                    Money.zero(Currency.VES));
        }
        csv.row();
        csv.row("Resumen", "Alícuota", "Base", "IVA");
        summary.forEach(line -> csv.row(line.code(), line.percent(), line.base(), line.iva()));
        if (!earlier.isEmpty()) {
            csv.row();
            csv.row("Retenciones de períodos anteriores", "RIF o cédula", "Factura", "Comprobante", "IVA retenido");
            earlier.forEach(line ->
                    csv.row(line.day(), line.customerDocument(), line.invoice(), line.voucher(), line.retained()));
        }
        return csv.toString();
    }
}
