package com.servistech.erp.cash;

import java.util.UUID;

/**
 * A count against what should be there; a negative difference is missing.
 *
 * @param id of the session
 * @param state CLOSED, or AWAITING_APPROVAL when the difference is above the limit
 */
public record CashCount(UUID id, String state, Amounts expected, Amounts counted, Amounts difference) {}
