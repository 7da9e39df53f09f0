package com.servistech.erp.identity;

import com.servistech.erp.error.TooMany;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;

/**
 * Slows guessing down without locking anybody out. Five wrong passwords in a row are free, then each next one waits: a
 * second, doubling up to a quarter of an hour. Counted by account and by address; from an address where the account has
 * signed in before, only what failed there counts.
 */
final class LoginThrottle {

    private final Work work;

    LoginThrottle(Work work) {
        this.work = work;
    }

    /**
     * Counts this sign-in as failed until {@link #succeeded} says otherwise.
     *
     * @return how many failed in a row, with this one
     * @throws TooMany {@code auth.too-many-attempts}; such a one is not counted
     */
    int begin(Email email) {
        record Begun(int seconds, int failed) {}
        Begun begun = work.sql()
                .first(
                        row -> new Begun(row.integer("wait_seconds"), row.integer("failed")),
                        "select * from erp.begin_login(?, ?::text, ?)",
                        email.account(),
                        address(),
                        work.now())
                .orElseThrow();
        if (begun.seconds > 0) {
            throw new TooMany(
                    "auth.too-many-attempts",
                    "Too many wrong passwords: wait " + begun.seconds + " seconds",
                    Duration.ofSeconds(begun.seconds));
        }
        return begun.failed;
    }

    void succeeded(Email email) {
        work.sql().call("select erp.login_succeeded(?, ?::text, ?)", email.account(), address(), work.now());
    }

    void forget(Email email) {
        work.sql().call("select erp.forget_login_failures(?)", email.account());
    }

    private String address() {
        return ClientAddress.counted(work.caller().origin().address());
    }
}
