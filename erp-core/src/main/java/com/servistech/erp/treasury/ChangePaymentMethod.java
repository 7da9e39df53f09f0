package com.servistech.erp.treasury;

import com.servistech.erp.error.Problems;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Renames a way to pay, or stops or starts taking it. */
final class ChangePaymentMethod {

    private final Work work;

    ChangePaymentMethod(Work work) {
        this.work = work;
    }

    PaymentMethod change(UUID id, int expectedVersion, String name, String nameEn, boolean active) {
        work.require(Permission.PAYMENT_METHODS_WRITE);
        PaymentMethods methods = new PaymentMethods(work);
        methods.get(id);
        Problems problems = new Problems();
        problems.required("/name", name, 60);
        problems.required("/nameEn", nameEn, 60);
        problems.refuseIfAny();
        int changed = work.sql()
                .update(
                        "update erp.payment_methods set name = ?, name_en = ?, active = ?, version = version + 1"
                                + " where id = ? and version = ?",
                        name.strip(),
                        nameEn.strip(),
                        active,
                        id,
                        expectedVersion);
        if (changed == 0) {
            throw new Stale("version.stale", "The payment method was changed by somebody else: read it again");
        }
        return methods.get(id);
    }
}
