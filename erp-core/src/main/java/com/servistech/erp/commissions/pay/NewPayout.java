package com.servistech.erp.commissions.pay;

import java.util.List;
import java.util.UUID;

/**
 * What is to be paid, and how.
 *
 * @param ids of statements, or of all entries of each of them: a person's month is paid whole
 * @param method of those the shop is paid by; null for a bank transfer in bolívares
 * @param accountId the shop's account it is paid from; null for the method's own
 * @param register whose drawer cash is taken from, when the caller has no session
 * @param reference of the bank
 */
public record NewPayout(List<UUID> ids, String method, UUID accountId, String register, String reference) {

    public NewPayout {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    public static NewPayout of(List<UUID> ids) {
        return new NewPayout(ids, null, null, null, null);
    }
}
