package com.servistech.erp.commissions.settlement;

import com.servistech.erp.money.Money;

/** What a settlement added. */
public record Settlement(String period, int entries, Money total) {}
