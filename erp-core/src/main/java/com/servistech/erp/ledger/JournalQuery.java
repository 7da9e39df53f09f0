package com.servistech.erp.ledger;

import com.servistech.erp.tenancy.Page;
import java.util.UUID;

/**
 * Which entries.
 *
 * @param account only entries that touch it; null for all
 * @param documentId only entries about it; null for all
 */
public record JournalQuery(Month month, String account, UUID documentId, Page.Request page) {}
