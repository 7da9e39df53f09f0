package com.servistech.erp;

import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSources;
import com.servistech.erp.rates.Refreshed;
import com.servistech.erp.rates.Witnessed;
import com.servistech.erp.rates.market.Market;
import java.util.List;
import java.util.function.Function;

/**
 * A source was asked, and what it said waits for a transaction: {@code erp.inChain(caller).write(refresh::enter)}.
 */
public final class Refresh {

    /** Who can be asked. */
    public enum Source {
        BCV,
        BINANCE
    }

    private final Function<Session, Refreshed> entering;

    private Refresh(Function<Session, Refreshed> entering) {
        this.entering = entering;
    }

    /** Asks outside of any transaction: it may take as long as the source's time-outs. */
    public static Refresh ask(RateSources sources, Source source) {
        if (source == Source.BINANCE) {
            Fetched<Market> market = sources.market().fetch();
            return new Refresh(session -> session.rates().takeMarket(market));
        }
        Fetched<Publication> page = sources.bank().fetch();
        List<Witnessed> witnesses = sources.askWitnesses();
        return new Refresh(session -> {
            Refreshed refreshed = session.rates().take(page);
            if (!witnesses.isEmpty()) {
                session.rates().takeWitnesses(witnesses);
            }
            return refreshed;
        });
    }

    public Refreshed enter(Session session) {
        return entering.apply(session);
    }

    /**
     * As {@link #enter}, for a run: a source that says nothing that counts is a failure of the run. What is known stays,
     * and the attempt is written down.
     */
    public JobTask.Ended end(Session session) {
        Refreshed refreshed = enter(session);
        boolean known = refreshed.outcome() == Refreshed.Outcome.PUBLISHED
                || refreshed.outcome() == Refreshed.Outcome.UNCHANGED;
        String why = refreshed.reason() == null ? "" : ": " + refreshed.reason();
        return new JobTask.Ended(known, refreshed.outcome() + why);
    }
}
