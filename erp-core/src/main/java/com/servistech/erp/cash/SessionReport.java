package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.util.List;

/**
 * What a session took and gave, by kind and currency.
 *
 * @param kind X while the session is open (a reading that changes nothing), Z once it is closed
 * @param sums per kind of movement; they add up to nothing once what was counted left the drawer
 * @param expected what the drawer should hold now, or should have held when it was counted
 */
public record SessionReport(
        String kind, CashSessionView session, List<Sum> sums, Amounts expected, List<CashExpenseView> expenses) {

    /** @param amount out of the drawer when negative */
    public record Sum(CashMovementKind kind, int count, Money amount) {}
}
