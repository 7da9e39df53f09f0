package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.commissions.debit.DebitView;
import com.servistech.erp.commissions.debit.NewDebit;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is charged without a cause, a proposal and another person who agrees. */
class DebitsTest {

    private final Workshop shop = Workshop.open();

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aProposalChargesNothingUntilAnotherPersonApprovesIt() {
        at("2026-10-13T10:00");
        DebitView debit = propose(Role.MANAGER, "24.00");
        assertThat(debit.state()).isEqualTo("PROPOSED");
        assertThat(shop.said("2026-10", shop.technician)).isEmpty();
        refused(() -> approve(debit), "commissions.own-proposal");
        shop.as(Role.ACCOUNTANT, s -> s.commissions().approveDebit(debit.id(), "se ve en la foto"));
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("DEBIT -24.00");
        refused(
                () -> shop.as(Role.ACCOUNTANT, s -> s.commissions().approveDebit(debit.id(), null)),
                "commissions.debit-decided");
    }

    @Test
    void whoIsChargedAnswersAndNeverDecides() {
        at("2026-10-13T10:00");
        UUID manager = SHOP.person(shop.store, Role.MANAGER);
        NewDebit input =
                new NewDebit(manager, null, "CASH_SHORTAGE", Money.usd("5.00"), "Faltó en la gaveta", null, null);
        DebitView own = shop.as(Role.SUPERVISOR, s -> s.commissions().propose(input));
        refused(() -> approve(own), "commissions.own-debit");
        DebitView debit = propose(Role.SUPERVISOR, "24.00");
        refused(
                () -> shop.as(Role.MANAGER, s -> s.commissions().answer(debit.id(), "no fue")),
                "commissions.not-your-debit");
        assertThat(shop.as(Role.TECHNICIAN, s -> s.commissions().answer(debit.id(), "Ya venía así"))
                        .answers())
                .containsExactly("Ya venía así");
        assertThat(shop.as(Role.TECHNICIAN, s -> s.commissions().debits(null, Page.Request.first()))
                        .items())
                .extracting(DebitView::id)
                .containsExactly(debit.id());
        refused(() -> shop.as(Role.TECHNICIAN, s -> s.commissions().debit(own.id())), "commissions.debit-not-found");
    }

    @Test
    void aDebitIsRefusedOrTakenBackByAFurtherEntry() {
        at("2026-10-13T10:00");
        DebitView refused = propose(Role.SUPERVISOR, "10.00");
        assertThat(shop.as(Role.MANAGER, s -> s.commissions().refuseDebit(refused.id(), "no hay prueba"))
                        .state())
                .isEqualTo("REFUSED");
        refused(
                () -> shop.as(Role.MANAGER, s -> s.commissions().reverseDebit(refused.id(), "igual")),
                "commissions.debit-not-approved");
        DebitView debit = propose(Role.SUPERVISOR, "24.00");
        approve(debit);
        at("2026-10-14T10:00");
        DebitView back = shop.as(Role.MANAGER, s -> s.commissions().reverseDebit(debit.id(), "apareció la pieza"));
        assertThat(back.state()).isEqualTo("REVERSED");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("DEBIT -24.00", "ADJUST 24.00");
        refused(
                () -> shop.as(Role.MANAGER, s -> s.commissions().reverseDebit(debit.id(), "otra vez")),
                "commissions.debit-not-approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEFECTIVE_PART", "REPUESTO_DEFECTUOSO", "FALLA_REINCIDENTE", "DANO_USUARIO"})
    void c13WhatIsNobodysFaultIsChargedToNobody(String cause) {
        at("2026-10-13T10:00");
        NewDebit input = new NewDebit(shop.technician, null, cause, Money.usd("24.00"), "Pantalla mala", null, null);
        refused(
                () -> shop.as(Role.SUPERVISOR, s -> s.commissions().propose(input)),
                "commissions.cause-not-chargeable");
    }

    @Test
    void noMoreIsChargedThanTheShopsCapOfWhatWasEarnedOnTheOrder() {
        at("2026-10-12T10:00");
        Terms half = new Terms(
                Terms.NegativeProfit.FLOOR_ZERO,
                Terms.AccessoryBase.NET_PRICE,
                Terms.OnPartial.NONE,
                Terms.DebitCap.PERCENT,
                Percent.of("50"),
                Terms.CapScope.CARRY_ONLY,
                0);
        shop.as(Role.MANAGER, s -> s.commissions().terms().decide(half, s.today(), "decisión de la dueña"));
        UUID order = shop.ready();
        shop.deliver(order);
        shop.payAll(shop.invoice(order, service("62.00")));
        shop.settle("2026-10");
        NewDebit input = new NewDebit(
                shop.technician, order, "HUMAN_ERROR", Money.usd("24.00"), "Pantalla mal pegada", null, null);
        DebitView debit = shop.as(Role.SUPERVISOR, s -> s.commissions().propose(input));
        assertThat(shop.as(Role.MANAGER, s -> s.commissions().approveDebit(debit.id(), null))
                        .charged())
                .isEqualTo(Money.usd("10.85"));
        assertThat(shop.said("2026-10", shop.technician)).containsExactlyInAnyOrder("EARN 21.70", "DEBIT -10.85");
    }

    @Test
    void aMonthWaitsForTheAnswerThatAPersonMayStillGive() {
        at("2026-10-13T10:00");
        Terms s = Terms.STANDARD;
        Terms three = new Terms(
                s.negativeProfit(),
                s.accessoryBase(),
                s.onPartial(),
                s.debitCap(),
                s.debitCapPercent(),
                s.capScope(),
                3);
        shop.as(Role.MANAGER, session -> session.commissions().terms().decide(three, session.today(), "tres días"));
        DebitView debit = propose(Role.SUPERVISOR, "24.00");
        approve(debit);
        shop.settle("2026-10");
        refused(() -> shop.approve("2026-10"), "commissions.debit-answer-open");
        shop.as(Role.TECHNICIAN, session -> session.commissions().answer(debit.id(), "Acepto"));
        shop.approve("2026-10");
    }

    @Test
    void aPictureShowsWhyAndOnlyOneThatTheStoreKeeps() {
        at("2026-10-13T10:00");
        byte[] jpeg = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");
        UUID picture = shop.as(Role.SUPERVISOR, s -> s.files().store(jpeg)).id();
        DebitView debit = shop.as(Role.SUPERVISOR, s -> s.commissions().propose(shown(picture, picture)));
        assertThat(debit.fileIds()).containsExactly(picture);
        assertThat(shop.as(Role.TECHNICIAN, s -> s.commissions().debit(debit.id()))
                        .fileIds())
                .containsExactly(picture);
        assertThat(shop.as(Role.TECHNICIAN, s -> s.commissions().evidence(debit.id(), picture, s.files()))
                        .bytes())
                .isEqualTo(jpeg);
        UUID other = shop.as(Role.SUPERVISOR, s -> s.files().store(new byte[] {-1, -40, -1, -32, 0, 16, 1, 2, 3}))
                .id();
        assertThatThrownBy(() -> shop.as(Role.TECHNICIAN, s -> s.commissions().evidence(debit.id(), other, s.files())))
                .isInstanceOf(NotFound.class);
        UUID bella = shop.hire("Bella", Role.TECHNICIAN);
        assertThatThrownBy(() ->
                        shop.as(bella, Role.TECHNICIAN, s -> s.commissions().evidence(debit.id(), picture, s.files())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        shop.as(Role.SUPERVISOR, s -> s.commissions().propose(shown(picture, UUID.randomUUID()))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/fileIds/1"));
    }

    private NewDebit shown(UUID... files) {
        return new NewDebit(
                shop.technician,
                null,
                "HUMAN_ERROR",
                Money.usd("24.00"),
                "Pantalla mal pegada",
                null,
                List.of(files),
                null);
    }

    @Test
    void aWrongProposalSaysWhere() {
        at("2026-10-13T10:00");
        NewDebit wrong = new NewDebit(
                UUID.randomUUID(), UUID.randomUUID(), "porque sí", Money.ves("24.00"), "x", List.of(" "), null);
        assertThatThrownBy(() -> shop.as(Role.SUPERVISOR, s -> s.commissions().propose(wrong)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactlyInAnyOrder(
                                        "/personId", "/orderId", "/cause", "/amount", "/description", "/evidence/0"));
    }

    private DebitView propose(Role by, String amount) {
        NewDebit input = new NewDebit(
                shop.technician,
                null,
                "HUMAN_ERROR",
                Money.usd(amount),
                "Pantalla mal pegada",
                List.of("foto 12"),
                null);
        return shop.as(by, s -> s.commissions().propose(input));
    }

    private DebitView approve(DebitView debit) {
        return shop.as(Role.MANAGER, s -> s.commissions().approveDebit(debit.id(), null));
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ErpException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
