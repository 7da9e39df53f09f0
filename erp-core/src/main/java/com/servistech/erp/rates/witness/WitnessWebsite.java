package com.servistech.erp.rates.witness;

import com.servistech.erp.rates.Evidence;
import com.servistech.erp.rates.Quotes;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.web.Answer;
import com.servistech.erp.rates.web.Web;
import java.net.URI;

/** Asks one further source. */
public final class WitnessWebsite implements RateSource<Quotes> {

    private static final String CHANNEL = "WITNESS";

    private final Web web;
    private final String name;
    private final WitnessFormat format;
    private final URI address;

    public WitnessWebsite(Web web, String name, WitnessFormat format, URI address) {
        this.web = web;
        this.name = name;
        this.format = format;
        this.address = address;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Fetched<Quotes> fetch() {
        Answer answer = web.get(CHANNEL, address, "application/json");
        if (answer instanceof Answer.None none) {
            return new Unavailable<>(none.attempt(), none.reason(), none.untrusted());
        } else if (answer instanceof Answer.Unreadable unreadable) {
            return new Rejected<>(unreadable.attempt(), null, unreadable.reason());
        }
        Answer.Body body = (Answer.Body) answer;
        Evidence evidence = Evidence.of(
                body.bytes(), body.origin(), body.attempt().requestedAt(), body.contentType(), parser(format));
        try {
            return new Read<>(body.attempt(), evidence, format.quotes(body.bytes()));
        } catch (IllegalArgumentException e) {
            return new Rejected<>(body.attempt(), evidence, e.getMessage());
        }
    }

    /** The same from a body that was kept. */
    public static Quotes reread(WitnessFormat format, byte[] body) {
        return format.quotes(body);
    }

    private static String parser(WitnessFormat format) {
        return format.name().toLowerCase(java.util.Locale.ROOT) + "/1";
    }
}
