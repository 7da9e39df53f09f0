package com.servistech.erp.stores;

import java.util.UUID;

/**
 * A taxpayer as documents show it.
 *
 * @param rif letter and nine digits, without separators
 * @param regime ORDINARY, SPECIAL (collects IGTF), FORMAL or UNREGISTERED
 * @param missingRate REFUSE or PROVISIONAL_LAST_KNOWN: what to do on a day without a published rate
 * @param weekendRate NEXT_BANKING_DAY or LATEST_EFFECTIVE: which rate counts while banks are closed
 */
public record IssuerCard(
        UUID id, String rif, String name, String address, String regime, String missingRate, String weekendRate) {}
