package com.servistech.erp.transfers;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;

/**
 * Which transfers to list.
 *
 * @param side null for both
 * @param status null for all
 * @param updatedSince only those changed at or after it; null for all
 */
public record TransferQuery(Side side, TransferStatus status, Instant updatedSince, Page.Request page) {}
