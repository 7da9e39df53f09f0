package com.servistech.erp.billing.fiscal;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Enters a lot of forms that came from the print shop; from then on no number outside of the issuer's lots is used. */
final class EnterForms {

    private final Work work;

    EnterForms(Work work) {
        this.work = work;
    }

    FormLot enter(UUID issuerId, FormLot lot) {
        work.require(Permission.STORES_WRITE);
        check(lot);
        boolean overlaps = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.control_ranges where issuer_id = ? and first_number <= ? and last_number >= ?",
                        issuerId,
                        lot.lastNumber(),
                        lot.firstNumber())
                .isPresent();
        if (overlaps) {
            throw new Conflict("forms.overlap", "Another lot of this issuer has some of these numbers");
        }
        work.sql()
                .update(
                        "insert into erp.control_ranges (id, issuer_id, prefix, first_number, last_number, printer_name,"
                                + " printer_rif, authorisation, printed_on, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.newId(),
                        issuerId,
                        lot.prefix(),
                        lot.firstNumber(),
                        lot.lastNumber(),
                        lot.printerName().strip(),
                        lot.printerRif(),
                        lot.authorisation().strip(),
                        lot.printedOn() == null ? work.today() : lot.printedOn(),
                        work.now());
        return lot;
    }

    private static void check(FormLot lot) {
        Problems problems = new Problems();
        if (!lot.prefix().matches("[0-9]{2}")) {
            problems.add("/prefix", "text.pattern", "Two digits");
        }
        if (lot.firstNumber() < 1 || lot.lastNumber() > 99_999_999 || lot.firstNumber() > lot.lastNumber()) {
            problems.add("/lastNumber", "number.range", "From 1 to 99999999, the first before the last");
        }
        problems.required("/printerName", lot.printerName(), 200);
        problems.required("/authorisation", lot.authorisation(), 200);
        if (!lot.printerRif().matches("[VEJPGC][0-9]{9}")) {
            problems.add("/printerRif", "text.pattern", "A letter and nine digits: J301234567");
        }
        problems.refuseIfAny();
    }
}
