package com.servistech.erp.identity;

import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lets a program in for its key. */
final class UseApiKey {

    private record Used(UUID account, Set<Permission> only, Instant expiresAt) {}

    private final Work work;
    private final AccessTokens tokens;

    UseApiKey(Work work, AccessTokens tokens) {
        this.work = work;
        this.tokens = tokens;
    }

    /** @throws Unauthenticated {@code auth.invalid-key}, the same for unknown, expired, revoked and closed */
    ProgramAccess use(String key) {
        UUID session = work.newId();
        Instant now = work.now();
        Used used = work.sql()
                .first(
                        row -> new Used(
                                row.uuid("user_id"), permissions(row.array("permissions")), row.instant("expires_at")),
                        "select * from erp.use_api_key(?, ?, ?, ?)",
                        new ApiKey(key).hash(),
                        session,
                        now,
                        now.plus(AccessTokens.LIFETIME))
                .orElseThrow(UseApiKey::invalid);
        Person program = new People(work).active(used.account()).orElseThrow(UseApiKey::invalid);
        AccessTokens.Issued issued = tokens.issue(program, used.only(), session, now, used.expiresAt());
        return new ProgramAccess(issued.text(), issued.expiresIn());
    }

    private static Set<Permission> permissions(List<String> names) {
        return names.stream().map(Permission::valueOf).collect(Collectors.toSet());
    }

    private static Unauthenticated invalid() {
        return new Unauthenticated("auth.invalid-key", "This key lets nobody in");
    }
}
