package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked examples in which something changes after it was earned: C07, C08, C15 and C17. */
class WorkedCorrectionsTest {

    private final Workshop shop = Workshop.open();

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void c07ACreditNoteAfterTheMonthIsClosedAdjustsTheOpenOne() {
        at("2026-10-06T10:00");
        UUID order = shop.ready(shop.screen());
        shop.deliver(order);
        // 30.00 of it is a line that goes back later; its part was used and costs what it costs
        InvoiceView invoice = shop.invoice(order, service("30.00"), service("70.00"));
        shop.payAll(invoice);
        shop.payAndClose("2026-10");
        at("2026-11-02T10:00");
        shop.credit(invoice, new NewCreditNote.Line(0, 1, false));
        shop.settle("2026-11");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("ADJUST -10.50");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.70", "PAYOUT -21.70");
    }

    @Test
    void c08AFullRefundTakesTheCommissionBackWhetherThePartComesBackOrNot() {
        at("2026-10-06T10:00");
        InvoiceView returned = shop.deliveredAndBilled();
        shop.payAll(returned);
        InvoiceView lost = shop.deliveredAndBilled();
        shop.payAll(lost);
        shop.payAndClose("2026-10");
        at("2026-11-02T10:00");
        shop.credit(returned);
        shop.credit(lost, new NewCreditNote.Line(0, 1, false), new NewCreditNote.Line(1, 1, false));
        shop.settle("2026-11");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("ADJUST -21.70", "ADJUST -21.70");
        // the dollar of who handed it over is kept
        assertThat(shop.said("2026-11", shop.supervisor)).isEmpty();
    }

    @Test
    void c08WhereLossesAreCarriedALostPartCostsMoreThanTheCommission() {
        at("2026-10-05T10:00");
        shop.decide(Terms.STANDARD.with(Terms.NegativeProfit.CARRY));
        at("2026-10-06T10:00");
        InvoiceView lost = shop.deliveredAndBilled();
        shop.payAll(lost);
        shop.payAndClose("2026-10");
        at("2026-11-02T10:00");
        shop.credit(lost, new NewCreditNote.Line(0, 1, false), new NewCreditNote.Line(1, 1, false));
        shop.settle("2026-11");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("ADJUST -35.00");
    }

    @Test
    void c15AVoidBeforeItWasEarnedLeavesNothingAndAfterwardsBothAreSeen() {
        at("2026-10-06T10:00");
        shop.credit(shop.deliveredAndBilled());
        assertThat(shop.settle("2026-10")).isZero();

        InvoiceView earned = shop.deliveredAndBilled();
        shop.payAll(earned);
        shop.settle("2026-10");
        at("2026-10-07T10:00");
        shop.credit(earned);
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.70", "ADJUST -21.70");

        InvoiceView late = shop.deliveredAndBilled();
        shop.payAll(late);
        shop.payAndClose("2026-10");
        at("2026-11-02T10:00");
        shop.credit(late);
        shop.settle("2026-11");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("ADJUST -21.70");
    }

    @Test
    void c17AReturnedAccessoryTakesItsTenPercentAndLeavesTheDollar() {
        at("2026-10-06T10:00");
        UUID order = shop.ready();
        UUID cover = shop.part(PartType.ACCESSORY, "5.00", "0.00", "0.00");
        InvoiceView invoice = shop.invoice(order, service("20.00"), accessory(cover, shop.supervisor, "12.00"));
        shop.payAll(invoice);
        shop.deliver(order);
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.supervisor)).containsExactlyInAnyOrder("EARN 1.00", "EARN 1.20");
        shop.credit(invoice, new NewCreditNote.Line(1, 1, true));
        shop.settle("2026-10");
        assertThat(shop.sum("2026-10", shop.supervisor)).isEqualTo(Money.usd("1.00"));
        assertThat(shop.said("2026-10", shop.supervisor)).contains("ADJUST -1.20");
    }
}
