package com.servistech.erp.cli.dev;

import com.servistech.erp.Erp;
import com.servistech.erp.money.Currency;
import com.servistech.erp.rates.Attempt;
import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.RateView;
import com.servistech.erp.rates.Refreshed;
import com.servistech.erp.tenancy.SystemCaller;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the bank for its rate while the server starts. Never in the way: without internet the historical rates stay, and
 * this says that they are stale.
 */
final class OfficialRate {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Erp erp;
    private final CompletableFuture<RateSource.Fetched<Publication>> asked;

    private OfficialRate(Erp erp, CompletableFuture<RateSource.Fetched<Publication>> asked) {
        this.erp = erp;
        this.asked = asked;
    }

    static OfficialRate ask(Erp erp) {
        return new OfficialRate(
                erp,
                CompletableFuture.supplyAsync(() -> erp.rateSources().bank().fetch()));
    }

    /** What the shops sell at from now on, in words for the terminal. */
    String news() throws InterruptedException {
        RateSource.Fetched<Publication> fetched = answer();
        Refreshed refreshed =
                erp.inChain(SystemCaller.of("dev")).write(s -> s.rates().take(fetched));
        RateView rate = erp.inChain(SystemCaller.of("dev")).read(s -> s.rates().current("BCV", Currency.USD));
        String text = "Tasa BCV: %s Bs por USD, fecha valor %s"
                .formatted(rate.rate().stripTrailingZeros().toPlainString(), rate.valueDate());
        if (!rate.stale()) {
            return text;
        }
        String why = refreshed.reason() == null ? "" : " (" + refreshed.reason() + ")";
        return text + ", VENCIDA" + why + ".\nLos documentos usan esta tasa y dicen que es provisional.";
    }

    private RateSource.Fetched<Publication> answer() throws InterruptedException {
        try {
            return asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return unavailable("the bank has not answered yet");
        } catch (ExecutionException e) {
            return unavailable(String.valueOf(e.getCause()));
        }
    }

    private RateSource.Fetched<Publication> unavailable(String reason) {
        Attempt attempt = Attempt.at("PAGE", erp.runtime().clock().instant());
        return new RateSource.Unavailable<>(attempt, reason, false);
    }
}
