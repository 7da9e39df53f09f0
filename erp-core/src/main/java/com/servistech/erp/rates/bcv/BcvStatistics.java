package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Attempt;
import com.servistech.erp.rates.Evidence;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Rejected;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.RateTables;
import com.servistech.erp.rates.TableArchive;
import com.servistech.erp.rates.web.Answer;
import com.servistech.erp.rates.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The bank's tables by way of its index page: files are uploaded again under other names, and the old name keeps
 * serving a stub, so the links are the only way to the current ones.
 */
public final class BcvStatistics implements TableArchive {

    private static final String INDEX = "/estadisticas/tipo-cambio-de-referencia-smc";
    private static final Pattern TABLE = Pattern.compile(".*/2_1_2[a-d]\\d{2}_[^/]*\\.xls", Pattern.CASE_INSENSITIVE);
    private static final int MOST_PAGES = 10;
    private static final Duration POLITE = Duration.ofSeconds(1);

    private final Web web;
    private final URI index;

    /** @param bank the bank's home page */
    public BcvStatistics(Web web, URI bank) {
        this.web = web;
        this.index = bank.resolve(INDEX);
    }

    @Override
    public Fetched<List<URI>> links(int most) {
        Set<URI> found = new LinkedHashSet<>();
        Attempt attempt = Attempt.at("XLS", web.clock().instant());
        Evidence evidence = null;
        for (int page = 0; page < MOST_PAGES && found.size() < most; page++) {
            Answer answer = web.get("XLS", URI.create(index + "?page=" + page), "text/html");
            if (!(answer instanceof Answer.Body body)) {
                if (page == 0) {
                    return failed(answer);
                }
                break;
            }
            attempt = body.attempt();
            evidence = evidence(body, "bcv-index/1");
            int before = found.size();
            for (Element link :
                    Jsoup.parse(SavedText.of(body.bytes()), body.origin()).select("a[href]")) {
                String address = link.absUrl("href");
                if (TABLE.matcher(address).matches()) {
                    found.add(URI.create(address));
                }
            }
            if (found.size() == before) {
                break;
            }
            rest();
        }
        return found.isEmpty()
                ? new Rejected<>(attempt, evidence, "the index page links to no tables")
                : new Read<>(attempt, evidence, new ArrayList<>(found).subList(0, Math.min(most, found.size())));
    }

    @Override
    public Fetched<RateTables> fetch(URI link) {
        Answer answer = web.get("XLS", link, "application/vnd.ms-excel");
        rest();
        if (!(answer instanceof Answer.Body body)) {
            return failed(answer);
        }
        return read(body.attempt(), evidence(body, BcvWorkbook.PARSER));
    }

    @Override
    public Fetched<RateTables> saved(String origin, byte[] body) {
        Attempt attempt = Attempt.at("XLS", web.clock().instant());
        return read(attempt, Evidence.of(body, origin, attempt.requestedAt(), null, BcvWorkbook.PARSER));
    }

    private static Fetched<RateTables> read(Attempt attempt, Evidence evidence) {
        try {
            return new Read<>(attempt, evidence, BcvWorkbook.read(evidence.body()));
        } catch (NotThePage e) {
            return new Rejected<>(attempt, evidence, e.getMessage());
        }
    }

    private static <T> Fetched<T> failed(Answer answer) {
        return answer instanceof Answer.None none
                ? new Unavailable<>(none.attempt(), none.reason(), none.untrusted())
                : new Rejected<>(answer.attempt(), null, ((Answer.Unreadable) answer).reason());
    }

    private static Evidence evidence(Answer.Body body, String parser) {
        return Evidence.of(body.bytes(), body.origin(), body.attempt().requestedAt(), body.contentType(), parser);
    }

    private void rest() {
        try {
            web.pause().pause(POLITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
