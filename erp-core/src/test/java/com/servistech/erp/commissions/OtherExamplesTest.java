package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.part;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.commissions.decision.NewRule;
import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same rules with other figures than the worked examples have, computed by hand. */
class OtherExamplesTest {

    private final Workshop shop = Workshop.open();

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aDiscountOfTheDocumentAndAFundOfHalfACentMoreComeOffTheProfit() {
        at("2026-10-06T10:00");
        // 21.37 + 1.15 + 0.85, and 2.137 for the fund, is 25.51
        UUID board = shop.part(PartType.PART, "21.37", "1.15", "0.85");
        UUID order = shop.ready(board);
        shop.deliver(order, Role.FRONT_DESK);
        shop.payAll(shop.invoice(order, Money.usd("7.45"), service("87.35"), part(board, "42.10")));
        shop.settle("2026-10");
        // 122.00 - 25.51 = 96.49, of which 35 % are 33.7715
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 33.77");
    }

    @Test
    void theRateOfTheDayOfTheHandoverCountsWhenItIsPaidLaterAndWhenItIsCorrected() {
        at("2026-10-15T10:00");
        shop.as(
                Role.MANAGER,
                s -> s.commissions()
                        .rules()
                        .decide(new NewRule(
                                Basis.GROSS_PROFIT,
                                null,
                                shop.technician,
                                new BigDecimal("40"),
                                LocalDate.of(2026, 10, 20),
                                null,
                                "ascenso")));
        at("2026-10-19T23:30");
        InvoiceView before = shop.deliveredAndBilled();
        at("2026-10-20T08:00");
        shop.payAll(shop.deliveredAndBilled());
        at("2026-10-25T10:00");
        shop.payAll(before);
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactlyInAnyOrder("EARN 24.80", "EARN 21.70");
        shop.credit(before, new NewCreditNote.Line(0, 1, false));
        shop.settle("2026-10");
        // 22.00 are left, of which 35 % are 7.70
        assertThat(shop.said("2026-10", shop.technician)).contains("ADJUST -14.00");
    }

    @Test
    void threeInstalmentsBringTheirPartsAndTheLastOneTheRest() {
        at("2026-10-05T10:00");
        shop.decide(Terms.STANDARD.with(Terms.OnPartial.PROPORTIONAL));
        at("2026-10-06T10:00");
        UUID order = shop.ready();
        shop.deliver(order, Role.FRONT_DESK);
        InvoiceView invoice = shop.invoice(order, service("50.00"));
        for (String amount : List.of("10.00", "20.00", "28.00")) {
            shop.pay(invoice, Money.usd(amount));
            shop.settle("2026-10");
        }
        // of 17.50: 10/58 are 3.017, 30/58 are 9.052
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 3.02", "EARN 6.03", "EARN 8.45");
    }

    @Test
    void theCentThatIsLeftOfAPoolGoesToTheLargestRemainder() {
        at("2026-10-06T10:00");
        UUID bella = shop.hire("Bella", Role.TECHNICIAN);
        UUID carlos = shop.hire("Carlos", Role.TECHNICIAN);
        UUID order = shop.ready();
        shop.deliver(order, Role.FRONT_DESK);
        shop.payAll(shop.invoice(order, service("10.07")));
        Team team = new Team(
                Team.Mode.POOL,
                List.of(
                        new Team.Member(shop.technician, new BigDecimal("50")),
                        new Team.Member(bella, new BigDecimal("30")),
                        new Team.Member(carlos, new BigDecimal("20"))));
        shop.as(Role.MANAGER, s -> {
            s.commissions().split(order, team, "lo repararon los tres");
            return null;
        });
        shop.settle("2026-10");
        // 3.5245 are 3.52: 1.76, 1.056 and 0.704
        assertThat(List.of(
                        shop.sum("2026-10", shop.technician), shop.sum("2026-10", bella), shop.sum("2026-10", carlos)))
                .containsExactly(Money.usd("1.76"), Money.usd("1.06"), Money.usd("0.70"));
    }

    @Test
    void whoSellsEarnsATenthOfThePriceOrOfWhatIsLeftOfItAsTheShopDecided() {
        at("2026-10-06T10:00");
        // 7.35 + 0.40, and 0.735 for the fund, is 8.49
        UUID cover = shop.part(PartType.ACCESSORY, "7.35", "0.40", "0.00");
        shop.payAll(shop.invoice(null, accessory(cover, shop.supervisor, "19.99")));
        at("2026-10-07T10:00");
        shop.decide(Terms.STANDARD.with(Terms.AccessoryBase.GROSS_PROFIT));
        shop.payAll(shop.invoice(null, accessory(cover, shop.supervisor, "19.99")));
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.supervisor)).containsExactlyInAnyOrder("EARN 2.00", "EARN 1.15");
    }
}
