package com.servistech.erp.identity;

import com.servistech.erp.tenancy.RefusalNote;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;

/**
 * New tokens for a refresh token, which is used up. Answers nothing when it is not good, instead of throwing: what it did
 * then must be committed, because a token that comes twice ends its session.
 */
final class RefreshSession {

    private final Work work;
    private final AccessTokens tokens;
    private final StandingCache cache;

    RefreshSession(Work work, AccessTokens tokens, StandingCache cache) {
        this.work = work;
        this.tokens = tokens;
        this.cache = cache;
    }

    Optional<SignedIn> refresh(String refreshToken) {
        Sessions.Use use = new Sessions(work).use(new RefreshToken(refreshToken));
        if (use.outcome().equals("REUSED")) {
            work.afterCommit(() -> cache.sessionEnded(use.session()));
            new RefusalNote(
                            "refresh",
                            use.userId(),
                            "auth.refresh-reused",
                            "A refresh token came a second time: its session is ended")
                    .writeIn(work);
        }
        return Optional.ofNullable(use.renewed())
                .flatMap(session ->
                        new People(work).active(use.userId()).map(person -> SignedIn.of(person, session, tokens)));
    }
}
