package com.servistech.erp.cli.demo;

import com.servistech.erp.Session;
import com.servistech.erp.billing.deliverynote.NewDeliveryNote;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.commissions.pay.NewPayout;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.counts.NewCount;
import com.servistech.erp.inventory.StockView;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.transfers.Arrival;
import com.servistech.erp.transfers.NewTransfer;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What happens behind the counter of a shop of the demo: commissions, counts, papers and parts for a sister shop. */
final class DemoOffice {

    private static final int PAY_DAY = 5;

    private final DemoStaff staff;
    private final DemoCatalogue catalogue;
    private final Set<YearMonth> toPay = new HashSet<>();

    DemoOffice(DemoStaff staff, DemoCatalogue catalogue) {
        this.staff = staff;
        this.catalogue = catalogue;
    }

    void settle(YearMonth month) {
        staff.as(Role.MANAGER, s -> s.commissions().settle(month.toString()));
        toPay.add(month);
    }

    /** Some days into a month the one before is settled for the last time, approved by the accountant and paid. */
    void payCommissions(YearMonth month, int dayOfMonth) {
        YearMonth before = month.minusMonths(1);
        if (dayOfMonth < PAY_DAY || !toPay.remove(before)) {
            return;
        }
        String period = before.toString();
        staff.as(Role.MANAGER, s -> s.commissions().settle(period));
        staff.as(Role.ACCOUNTANT, s -> s.commissions().approve(period));
        staff.as(Role.MANAGER, s -> {
            List<UUID> unpaid = s.commissions().payroll(period).people().stream()
                    .filter(statement -> statement.payout() == null)
                    .map(StatementView::id)
                    .toList();
            return unpaid.isEmpty() ? List.of() : s.commissions().pay(NewPayout.of(unpaid));
        });
    }

    /** One glass is missing, which is less than what needs somebody else's approval. */
    void countAccessories() {
        staff.as(Role.WAREHOUSE, s -> {
            UUID count = s.counts()
                    .open(new NewCount("Vitrina de accesorios", catalogue.accessories()))
                    .id();
            boolean missing = true;
            for (UUID part : catalogue.accessories()) {
                StockView there = s.inventory().stock(part);
                s.counts().count(count, part, there.onHand() - (missing ? 1 : 0));
                missing = false;
            }
            return s.counts().submit(count, "Falta un vidrio templado en la vitrina");
        });
    }

    void deliveryNote(InvoiceView invoice) {
        NewDeliveryNote note = new NewDeliveryNote(
                invoice.customerId(),
                invoice.orderId(),
                invoice.id(),
                List.of(new NewDeliveryNote.Line("Teléfono reparado", 1, null)),
                "Lo retira un familiar autorizado");
        staff.as(Role.FRONT_DESK, s -> s.billing().deliver(note));
    }

    /** The sister asks for two screens and gets them; two more are on their way. */
    void supply(DemoStaff sister) {
        UUID arrived = send(sister, 0);
        sister.as(Role.WAREHOUSE, s -> s.transfers().receive(arrived, new Arrival(null, null)));
        staff.erp().carryTransfers();
        send(sister, 1);
    }

    private UUID send(DemoStaff sister, int part) {
        List<NewTransfer.Pieces> pieces = List.of(new NewTransfer.Pieces(catalogue.sparePart(part), 2));
        NewTransfer wanted =
                new NewTransfer(staff.store().value(), sister.store().value(), pieces, "Para la semana que viene");
        UUID id = sister.as(Role.WAREHOUSE, (Session s) -> s.transfers().request(wanted))
                .id();
        staff.erp().carryTransfers();
        staff.as(Role.WAREHOUSE, s -> s.transfers().send(id, null));
        staff.erp().carryTransfers();
        return id;
    }
}
