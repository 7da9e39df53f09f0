package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Evidence;
import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.web.Answer;
import com.servistech.erp.rates.web.Patience;
import com.servistech.erp.rates.web.Pause;
import com.servistech.erp.rates.web.TrustStore;
import com.servistech.erp.rates.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Fetches the page. */
public final class BcvWebsite implements RateSource<Publication> {

    public static final String CHANNEL = "PAGE";

    private final Web web;
    private final URI page;

    public BcvWebsite(Web web, URI page) {
        this.web = web;
        this.page = page;
    }

    /** A web client for the bank's servers. */
    public static Web web(Clock clock, Pause pause, Patience patience, Optional<Path> furtherIssuers) {
        return new Web(clock, pause, patience, trust(furtherIssuers));
    }

    /**
     * The bank's server sends a wrong intermediate certificate (seen since July 2026), so the right one ships with the
     * ERP: Sectigo Public Server Authentication CA DV R36, SHA-256 8C:54:C3:34...EF:22:E0, valid until 2036-03-21.
     */
    static SSLContext trust(Optional<Path> furtherIssuers) {
        TrustStore store = TrustStore.ofTheJdk().and(BcvWebsite.class.getResourceAsStream("bank-issuers.pem"));
        furtherIssuers.ifPresent(store::and);
        return store.context();
    }

    @Override
    public String name() {
        return "BCV";
    }

    @Override
    public Fetched<Publication> fetch() {
        Answer answer = web.get(CHANNEL, page, "text/html");
        if (answer instanceof Answer.None none) {
            return new Unavailable<>(none.attempt(), none.reason(), none.untrusted());
        } else if (answer instanceof Answer.Unreadable unreadable) {
            return new Rejected<>(unreadable.attempt(), null, unreadable.reason());
        }
        Answer.Body body = (Answer.Body) answer;
        Evidence evidence = Evidence.of(
                body.bytes(), body.origin(), body.attempt().requestedAt(), body.contentType(), BcvPage.PARSER);
        try {
            return new Read<>(body.attempt(), evidence, BcvPage.of(body.bytes()).publication());
        } catch (NotThePage e) {
            return new Rejected<>(body.attempt(), evidence, e.getMessage());
        }
    }
}
