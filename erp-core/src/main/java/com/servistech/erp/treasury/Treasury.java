package com.servistech.erp.treasury;

import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the shop is paid and where it keeps money, over one open work. */
public final class Treasury {

    private final Work work;

    public Treasury(Work work) {
        this.work = work;
    }

    /** All, also those that are not taken now. */
    public List<PaymentMethod> methods() {
        work.require(Permission.TREASURY_READ);
        return new PaymentMethods(work).all(work.today());
    }

    /** @throws com.servistech.erp.error.NotFound {@code payment-methods.not-found} */
    public PaymentMethod method(UUID id) {
        work.require(Permission.TREASURY_READ);
        return new PaymentMethods(work).get(id);
    }

    /** The method with the IGTF rule of a day; for acts that take payments. */
    public Optional<PaymentMethod> method(String code, LocalDate day) {
        return new PaymentMethods(work).find(code, day);
    }

    /** @see AddPaymentMethod */
    public PaymentMethod add(NewPaymentMethod input) {
        return new AddPaymentMethod(work).add(input);
    }

    /** @see ChangePaymentMethod */
    public PaymentMethod change(UUID id, int expectedVersion, String name, String nameEn, boolean active) {
        return new ChangePaymentMethod(work).change(id, expectedVersion, name, nameEn, active);
    }

    /** @see RuleIgtf */
    public PaymentMethod ruleIgtf(UUID id, NewIgtfRule rule) {
        return new RuleIgtf(work).add(new PaymentMethods(work).get(id).code(), rule);
    }

    /** By code. @param day null for today */
    public List<Bank> banks(LocalDate day) {
        work.require(Permission.TREASURY_READ);
        return new Banks(work).on(day == null ? work.today() : day);
    }

    /** Whether some bank had this code on a day. */
    public boolean isBank(String code, LocalDate day) {
        return new Banks(work).isGood(code, day);
    }

    /** By name. */
    public List<ShopAccount> accounts() {
        work.require(Permission.TREASURY_READ);
        return new ShopAccounts(work).all();
    }

    /** @throws com.servistech.erp.error.NotFound {@code shop-accounts.not-found} */
    public ShopAccount account(UUID id) {
        work.require(Permission.TREASURY_READ);
        return new ShopAccounts(work).get(id);
    }

    /** Those in use where payments of a method arrive. */
    public List<ShopAccount> receiving(String method) {
        return new ShopAccounts(work).receiving(method);
    }

    /** @see OpenShopAccount */
    public ShopAccount open(NewShopAccount input) {
        return new OpenShopAccount(work).open(input);
    }

    /** @see ChangeShopAccount */
    public ShopAccount change(UUID id, int expectedVersion, String name, boolean active) {
        return new ChangeShopAccount(work).change(id, expectedVersion, name, active);
    }
}
