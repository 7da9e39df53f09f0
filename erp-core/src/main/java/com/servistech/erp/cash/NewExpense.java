package com.servistech.erp.cash;

import com.servistech.erp.money.Money;

/**
 * Something bought out of the drawer.
 *
 * @param category a word of the shop's own: TRANSPORT, CLEANING
 * @param receipt number of the receipt; null where there was none
 */
public record NewExpense(Money amount, String category, String description, String receipt) {}
