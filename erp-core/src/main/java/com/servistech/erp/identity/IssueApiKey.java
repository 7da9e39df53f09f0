package com.servistech.erp.identity;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Gives a service account a key, told once. An account has two good ones at most: the next is put in place while the old
 * one still works, then the old one is revoked.
 */
final class IssueApiKey {

    private static final int GOOD_AT_ONCE = 2;
    private static final int LONGEST_YEARS = 1;

    private final Work work;

    IssueApiKey(Work work) {
        this.work = work;
    }

    /**
     * @param lastDay null for a year from today
     * @throws Conflict {@code service-accounts.closed}, {@code service-accounts.too-many-keys}
     */
    IssuedKey add(UUID account, LocalDate lastDay) {
        work.require(Permission.USERS_WRITE);
        ServiceAccountCard card = new ServiceAccounts(work).lock(account);
        List<Problem> problems = new ArrayList<>();
        check(lastDay, "/lastDay", problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        new Authority(work).requireOver(card.storeId(), card.role());
        if (card.closedAt() != null) {
            throw new Conflict("service-accounts.closed", "This account is closed: open another one");
        }
        long good = card.keys().stream()
                .filter(key -> key.revokedAt() == null && key.expiresAt().isAfter(work.now()))
                .count();
        if (good >= GOOD_AT_ONCE) {
            throw new Conflict("service-accounts.too-many-keys", "Two keys are good already: revoke one first");
        }
        return issue(account, lastDay);
    }

    IssuedKey issue(UUID account, LocalDate lastDay) {
        ApiKey key = ApiKey.random();
        LocalDate last = lastDay == null ? work.today().plusYears(LONGEST_YEARS) : lastDay;
        work.sql()
                .update(
                        "insert into erp.api_keys (store_id, id, account_id, key_hash, hint, created_by, created_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?::uuid, ?, ?)",
                        work.store(),
                        work.newId(),
                        account,
                        key.hash(),
                        key.hint(),
                        work.user().orElse(null),
                        work.now(),
                        last.plusDays(1).atStartOfDay(Work.CARACAS).toInstant());
        return new IssuedKey(new ServiceAccounts(work).require(account), key.text());
    }

    void check(LocalDate lastDay, String pointer, List<Problem> problems) {
        LocalDate today = work.today();
        if (lastDay != null && (lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(LONGEST_YEARS)))) {
            problems.add(new Problem(
                    pointer,
                    "service-accounts.last-day",
                    "A key is good for a year at most, and not only in the past"));
        }
    }
}
